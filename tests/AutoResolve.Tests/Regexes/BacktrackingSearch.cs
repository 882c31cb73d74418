using AutoResolve.Regexes;

namespace AutoResolve.Tests.Regexes;

/// <summary>
/// What a pattern finds by definition: one way through it after the other, the preferred first, until one leads to its end.
/// </summary>
internal sealed class BacktrackingSearch(string text, CharacterSet words)
{
    private const int MaxSteps = 200_000;

    private int _steps;

    /// <summary>Finds the first match.</summary>
    /// <param name="pattern">What to search for. Repeated without end, nothing is only repeated where it takes something.</param>
    /// <param name="match">The match, if there is one.</param>
    /// <returns>False where there are too many ways to try them all.</returns>
    public bool TryFind(RegexNode pattern, out TextMatch? match)
    {
        match = null;
        try
        {
            for (var start = 0; start <= text.Length && match is null; start++)
            {
                var end = -1;
                if (Try(pattern, start, at => (end = at) >= 0))
                    match = new TextMatch(start, end - start);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private bool Try(RegexNode node, int at, Func<int, bool> next)
    {
        if (++_steps > MaxSteps)
            throw new OperationCanceledException();
        return node switch
        {
            CharacterNode character => at < text.Length && character.Set.Contains(text[at]) && next(at + 1),
            AssertionNode assertion => Holds(assertion.Assertion, at) && next(at),
            SequenceNode sequence => TryParts(sequence.Parts, 0, at, next),
            ChoiceNode choice => choice.Branches.Any(branch => Try(branch, at, next)),
            RepeatNode repeat => TryAgain(repeat, 0, at, next),
            _ => throw new NotSupportedException(),
        };
    }

    private bool TryParts(IReadOnlyList<RegexNode> parts, int part, int at, Func<int, bool> next) =>
        part == parts.Count ? next(at) : Try(parts[part], at, behind => TryParts(parts, part + 1, behind, next));

    private bool TryAgain(RepeatNode repeat, int times, int at, Func<int, bool> next)
    {
        var isEnough = times >= repeat.Least;
        var mayGoOn = times != repeat.Most;
        bool Again() =>
            mayGoOn
            && Try(repeat.Part, at, behind =>
                (behind > at || repeat.Most is not null || !isEnough) && TryAgain(repeat, times + 1, behind, next)
            );
        bool Enough() => isEnough && next(at);
        return repeat.IsLazy ? Enough() || Again() : Again() || Enough();
    }

    private bool Holds(Assertion assertion, int at) =>
        assertion switch
        {
            Assertion.Start => at == 0,
            Assertion.LineStart => at == 0 || text[at - 1] == '\n',
            Assertion.End => at == text.Length,
            Assertion.EndOrLastLineFeed => text[at..] is "" or "\n",
            Assertion.LineEnd => at == text.Length || text[at] == '\n',
            Assertion.Boundary => IsWord(at - 1) != IsWord(at),
            Assertion.NoBoundary => IsWord(at - 1) == IsWord(at),
            _ => throw new NotSupportedException(),
        };

    private bool IsWord(int at) => at >= 0 && at < text.Length && words.Contains(text[at]);
}
