using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>The conditions of all rules as numbers in one array, so that running one touches little memory. Immutable.</summary>
internal sealed class RuleCode
{
    /// <summary>See <see cref="Opcode"/>.</summary>
    public required int[] Code { get; init; }

    /// <summary>Where each shared condition begins in <see cref="Code"/>.</summary>
    public required int[] Shared { get; init; }

    /// <summary>Conditions that read the text itself.</summary>
    public required LeafCondition[] Leaves { get; init; }

    /// <summary>By condition that reads the text itself, what it requires: alternatives, each terms that must all be there. Empty where
    /// nothing is known to be required, or is looked for.</summary>
    public required int[][][] LeafTerms { get; init; }

    /// <summary>By condition that reads the text itself, the number that it shares with all that look for the same pattern in the same part
    /// of the text; -1 where it is the only one.</summary>
    public required int[] LeafPatterns { get; init; }

    /// <summary>How many numbers there are in <see cref="LeafPatterns"/>.</summary>
    public required int PatternCount { get; init; }

    /// <summary>The phrases of conditions that count points.</summary>
    public required PointTable[] PointTables { get; init; }

    /// <summary>The elements of all phrases: a term, or a list as its complement.</summary>
    public required int[] Elements { get; init; }

    /// <summary>Where each phrase begins in <see cref="Elements"/>, and where the last ends.</summary>
    public required int[] PhraseStarts { get; init; }

    /// <summary>How much each phrase tells, as <see cref="Words.Phrase.Telling"/>.</summary>
    public required int[] Tellings { get; init; }

    /// <summary>By phrase, see <see cref="Words.Phrase.EvenDenied"/>.</summary>
    public required bool[] EvenDenied { get; init; }

    /// <summary>By term, what must stand around its words, of terms for which something must.</summary>
    public required IReadOnlyDictionary<int, WordSigns> Signs { get; init; }

    /// <summary>By phrase, see <see cref="Words.Phrase.AcrossSentences"/>.</summary>
    public required bool[] AcrossSentences { get; init; }

    /// <summary>By list, see <see cref="Words.CompiledList.IsMixed"/>.</summary>
    public required bool[] MixedLists { get; init; }

    /// <summary>By phrase, the list of which it may be no part; -1 where there is none. Empty where no phrase has one.</summary>
    public required int[] Exceptions { get; init; }

    /// <summary>By which words the phrases of the lists are found.</summary>
    public required ListIndex Lists { get; init; }

    /// <summary>What the instruction does that begins there.</summary>
    public Opcode OpcodeAt(int at) => (Opcode)(Code[at] & 15);

    /// <summary>Where the instruction ends that begins there.</summary>
    public int EndOf(int at) => at + (Code[at] >> 4);

    /// <summary>What stands behind the first number of an instruction.</summary>
    public ReadOnlySpan<int> OperandsAt(int at) => Code.AsSpan(at + 1, (Code[at] >> 4) - 1);

    public ReadOnlySpan<int> ElementsOf(int phrase) =>
        Elements.AsSpan(PhraseStarts[phrase], PhraseStarts[phrase + 1] - PhraseStarts[phrase]);
}

/// <summary>
/// The instructions of <see cref="RuleCode"/>. Each begins with one number: its whole length, and this in the low four bits.
/// </summary>
internal enum Opcode
{
    /// <summary>Conditions, all of which must hold.</summary>
    All,

    /// <summary>Conditions, one of which must hold.</summary>
    Any,

    /// <summary>Conditions, none of which may hold.</summary>
    None,

    /// <summary>A part of the text, then phrases, one of which must be there.</summary>
    AnyPhrase,

    /// <summary>A part of the text, then phrases, all of which must be there.</summary>
    AllPhrases,

    /// <summary>A part of the text, the distance, then phrases, all of which must be there within it.</summary>
    Near,

    /// <summary>A part of the text, the points needed, then the phrases, by their place in <see cref="RuleCode.PointTables"/>.</summary>
    Points,

    /// <summary>A condition that holds where a term is there, by its place in <see cref="RuleCode.Leaves"/>, and the term.</summary>
    Answer,

    /// <summary>A condition that reads the text itself, by its place in <see cref="RuleCode.Leaves"/>.</summary>
    Leaf,

    /// <summary>A condition that several rules share, by its place in <see cref="RuleCode.Shared"/>.</summary>
    Shared,
}
