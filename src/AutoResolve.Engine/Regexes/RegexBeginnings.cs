namespace AutoResolve.Regexes;

/// <summary>Finds two letters that a match begins with, for each way in which it may begin.</summary>
internal static class RegexBeginnings
{
    /// <summary>The most ways: with more, it takes as long to look for them all as for the first character alone.</summary>
    public const int MaxPairs = 6;

    // Not far apart: so that they are found in a short text too.
    private const int Farthest = 3;

    /// <returns>Null where some match begins otherwise, or there are too many ways.</returns>
    public static LetterPair[]? PairsOf(RegexInstruction[] instructions, int start)
    {
        List<(byte First, byte Second, int Distance)> pairs = [];
        return Add(instructions, start, [], pairs, depth: 0) && pairs.Count > 0
            ? [.. pairs.Distinct().Select(pair => new LetterPair(pair.First, pair.Second, pair.Distance))]
            : null;
    }

    private static bool Add(
        RegexInstruction[] instructions,
        int at,
        List<byte?> letters,
        List<(byte First, byte Second, int Distance)> pairs,
        int depth
    )
    {
        for (; letters.Count <= Farthest; at = instructions[at].Next)
        {
            ref readonly var step = ref instructions[at];
            if (step.Kind == RegexInstructionKind.Take)
                letters.Add(LetterOf(step.Set!));
            else if (step.Kind == RegexInstructionKind.Match)
                break;
            else if (step.Kind == RegexInstructionKind.Fork)
            {
                // What has two letters already need not be told apart.
                if (letters.Count > 1 && letters[^1] is not null)
                    break;
                return depth <= 2 * MaxPairs
                    && Add(instructions, step.Next, [.. letters], pairs, depth + 1)
                    && Add(instructions, step.Other, [.. letters], pairs, depth + 1);
            }
        }

        var last = letters.FindLastIndex(letter => letter is not null);
        if (last < 1 || letters[0] is not { } first)
            return false;
        pairs.Add((first, letters[last]!.Value, last));
        return pairs.Count <= MaxPairs;
    }

    private static byte? LetterOf(CharacterSet set)
    {
        var letters = Enumerable
            .Range(0, 128)
            .Where(character => (set.Ascii >> character & 1) != 0)
            .Select(character => (byte)(character | 0x20))
            .Distinct()
            .ToList();
        return letters is [var letter] ? letter : null;
    }
}
