using AutoResolve.Words;

namespace AutoResolve.Regexes;

/// <summary>Characters of which a text must have one for a pattern to be found in it.</summary>
internal sealed class NeededCharacters
{
    // More would hardly say more.
    private const int MaxNeeds = 4;

    // Of which any text has one, nothing is said.
    private const int MaxWeight = 60;

    private readonly UInt128 _ascii;
    private readonly CharacterSet[] _sets;

    private NeededCharacters(IEnumerable<CharacterSet> sets)
    {
        _sets = [.. sets.Distinct()];
        foreach (var set in _sets)
            _ascii |= set.Ascii;
    }

    private int Weight =>
        Enumerable.Range(0, 128).Where(character => (_ascii >> character & 1) != 0).Sum(character => CharacterWeights.Of((char)character));

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
}
