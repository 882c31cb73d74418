namespace AutoResolve.Matching.Indexing;

/// <summary>The conditions of all rules as numbers in one array, so that running one touches little memory. Immutable.</summary>
internal sealed class RuleCode
{
    /// <summary>See <see cref="Opcode"/>.</summary>
    public required int[] Code { get; init; }

    /// <summary>Where each shared condition begins in <see cref="Code"/>.</summary>
    public required int[] Shared { get; init; }

    /// <summary>Conditions that read the text itself.</summary>
    public required CompiledCondition[] Leaves { get; init; }

    /// <summary>The elements of all phrases: a term, or a list as its complement.</summary>
    public required int[] Elements { get; init; }

    /// <summary>Where each phrase begins in <see cref="Elements"/>, and where the last ends.</summary>
    public required int[] PhraseStarts { get; init; }

    /// <summary>How much each phrase tells, as <see cref="Phrases.Phrase.Telling"/>.</summary>
    public required int[] Tellings { get; init; }

    /// <summary>The phrases of each list.</summary>
    public required int[][] Lists { get; init; }

    /// <summary>What the instruction does that begins there.</summary>
    public Opcode OpcodeAt(int at) => (Opcode)(Code[at] & 15);

    /// <summary>Where the instruction ends that begins there.</summary>
    public int EndOf(int at) => at + (Code[at] >> 4);

    /// <summary>What stands behind the first number of an instruction.</summary>
    public ReadOnlySpan<int> OperandsAt(int at) => Code.AsSpan(at + 1, (Code[at] >> 4) - 1);

    public ReadOnlySpan<int> ElementsOf(int phrase) =>
        Elements.AsSpan(PhraseStarts[phrase], PhraseStarts[phrase + 1] - PhraseStarts[phrase]);
}
