using AutoResolve.Words;

namespace AutoResolve.Regexes;

/// <summary>Characters of which a text must have one for a pattern to be found in it.</summary>
internal sealed class NeededCharacters
{
    // More would hardly say more.
    private const int MaxNeeds = 4;

    // How often the letters stand in a thousand of English; of which any text has all, nothing is said.
    private const int MaxWeight = 60;
    private const int WeightOfDigit = 3;
    private const int WeightOfSign = 6;
    private const int WeightOfBlank = 180;
    private static readonly int[] WeightsOfLetters =
    [
        82,
        15,
        28,
        43,
        127,
        22,
        20,
        61,
        70,
        2,
        8,
        40,
        24,
        67,
        75,
        19,
        1,
        60,
        63,
        91,
        28,
        10,
        24,
        2,
        20,
        1,
    ];

    private readonly UInt128 _ascii;
    private readonly CharacterSet[] _sets;

    private NeededCharacters(IEnumerable<CharacterSet> sets)
    {
        _sets = [.. sets.Distinct()];
        foreach (var set in _sets)
            _ascii |= set.Ascii;
    }

    private int Weight => Enumerable.Range(0, 128).Where(character => (_ascii >> character & 1) != 0).Sum(WeightOf);

    /// <summary>What a pattern needs: of each of these one character, the rarest first.</summary>
    public static NeededCharacters[] Of(RegexNode pattern) =>
        [.. All(pattern).Where(need => need.Weight <= MaxWeight).OrderBy(need => need.Weight).Take(MaxNeeds)];

    /// <summary>Whether a text has one of them.</summary>
    public bool AreIn(TextCharacters text) => (text.Ascii & _ascii) != 0 || text.HasMore || HasOther(text);

    /// <summary>Whether a text of ASCII has one of them.</summary>
    public bool AreIn(UInt128 ascii) => (ascii & _ascii) != 0;

    private bool HasOther(TextCharacters text)
    {
        for (var other = 0; other < text.Others.Count; other++)
        {
            foreach (var set in _sets)
            {
                if (set.Contains(text.Others[other]))
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<NeededCharacters> All(RegexNode node) =>
        node switch
        {
            CharacterNode character => [new([character.Set])],
            SequenceNode sequence => sequence.Parts.SelectMany(All),
            RepeatNode { Least: > 0 } repeat => All(repeat.Part),
            ChoiceNode choice => Any(choice),
            _ => [],
        };

    // Of each branch the rarest, or nothing where one needs nothing.
    private static IEnumerable<NeededCharacters> Any(ChoiceNode choice)
    {
        var rarest = choice.Branches.Select(branch => All(branch).MinBy(need => need.Weight)).ToList();
        return rarest.Contains(null) ? [] : [new(rarest.SelectMany(need => need!._sets))];
    }

    private static int WeightOf(int character) =>
        (char)character switch
        {
            >= 'a' and <= 'z' => WeightsOfLetters[character - 'a'],
            >= '0' and <= '9' => WeightOfDigit,
            ' ' => WeightOfBlank,
            >= 'A' and <= 'Z' or < ' ' => 0,
            _ => WeightOfSign,
        };
}
