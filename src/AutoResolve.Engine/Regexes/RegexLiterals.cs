using AutoResolve.Words;

namespace AutoResolve.Regexes;

/// <summary>
/// Finds the runs that a text must have to match a pattern, by writing out what the pattern can take, as far as that is short.
/// </summary>
internal static class RegexLiterals
{
    private const int MaxAlternatives = 32;
    private const int MaxLetters = 3;
    private const int MaxCopies = 4;

    // Characters outside ASCII that stand for a letter in runs.
    private const string Special = "\u212A\u017F\u0130\u0131";

    public static LiteralRequirement? Of(RegexNode node) => LiteralRequirement.OfAlternatives(WriteOut(node));

    private static IReadOnlyList<LiteralSymbols> WriteOut(RegexNode node) =>
        node switch
        {
            CharacterNode { Literal: { } literal } => [LiteralSymbols.Of(literal)],
            CharacterNode character => WriteOut(character.Set),

            // Beside a letter, each of these means that no letter or digit is on its other side.
            AssertionNode { Assertion: not Assertion.NoBoundary } => [LiteralSymbols.OfBreak],
            AssertionNode => [LiteralSymbols.Nothing],
            SequenceNode sequence => sequence
                .Parts.Select(WriteOut)
                .Aggregate((IReadOnlyList<LiteralSymbols>)[LiteralSymbols.Nothing], Join),
            ChoiceNode choice => Limit([.. choice.Branches.SelectMany(WriteOut)]),
            RepeatNode repeat => WriteOut(repeat),
            _ => [LiteralSymbols.OfGap],
        };

    // Which characters outside ASCII are in the set is not asked, but none of them is a letter of a run.
    private static IReadOnlyList<LiteralSymbols> WriteOut(CharacterSet set)
    {
        HashSet<byte> letters = [];
        for (var character = '\0'; character < 128; character++)
        {
            if (set.Contains(character) && AsciiRuns.Fold(character) is > 0 and var letter)
                letters.Add(letter);
        }

        foreach (var character in Special)
        {
            if (set.Contains(character))
                letters.Add(AsciiRuns.Fold(character));
        }

        return letters.Count > MaxLetters
            ? [LiteralSymbols.OfGap]
            : [LiteralSymbols.OfBreak, .. letters.Select(letter => LiteralSymbols.Of((char)letter))];
    }

    private static IReadOnlyList<LiteralSymbols> WriteOut(RepeatNode repeat)
    {
        var part = WriteOut(repeat.Part);
        if (part is [{ IsBreak: true }])
            return repeat.Least > 0 ? part : [LiteralSymbols.Nothing, LiteralSymbols.OfBreak];
        if (repeat is { Least: 0, Most: 1 })
            return Limit([LiteralSymbols.Nothing, .. part]);
        if (repeat.Least == 0)
            return Some(part);
        if (repeat.Least == repeat.Most && repeat.Least <= MaxCopies)
            return Enumerable.Repeat(part, repeat.Least).Aggregate(Join);
        return Join(part, Some(part));
    }

    // No copies, or some: whatever they are, they begin as the first does, and end as the last.
    private static IReadOnlyList<LiteralSymbols> Some(IReadOnlyList<LiteralSymbols> part)
    {
        var (begins, ends) = (part.All(one => one.BeginsWithBreak), part.All(one => one.EndsWithBreak));
        if (!begins && !ends)
            return [LiteralSymbols.OfGap];
        var copies = begins ? LiteralSymbols.OfBreak + LiteralSymbols.OfGap : LiteralSymbols.OfGap;
        return [LiteralSymbols.Nothing, ends ? copies + LiteralSymbols.OfBreak : copies];
    }

    private static IReadOnlyList<LiteralSymbols> Join(IReadOnlyList<LiteralSymbols> left, IReadOnlyList<LiteralSymbols> right)
    {
        if (left.Count * right.Count <= MaxAlternatives)
            return [.. left.SelectMany(one => right.Select(other => one + other))];

        // The side with fewer alternatives is told, the other becomes a gap.
        return left.Count <= right.Count
            ? [.. left.Select(one => one + LiteralSymbols.OfGap)]
            : [.. right.Select(other => LiteralSymbols.OfGap + other)];
    }

    private static IReadOnlyList<LiteralSymbols> Limit(IReadOnlyList<LiteralSymbols> alternatives) =>
        alternatives.Count <= MaxAlternatives ? alternatives : [LiteralSymbols.OfGap];
}
