using System.Buffers;

namespace AutoResolve.Regexes;

/// <summary>Runs of characters of which a text must have one for a pattern to be found in it.</summary>
internal sealed class NeededRuns
{
    private const int ShortestRun = 2;
    private const int MaxRuns = 64;
    private const int UsualLength = 200;

    // Of how many of them a text of that length may have by chance; with more, looking for them tells too seldom.
    private const double MaxLikelihood = 0.5;

    // They are letters of ASCII in the other case, which a search for runs does not know.
    private static readonly SearchValues<char> OtherCases = SearchValues.Create("\u212A\u017F\u0130\u0131");

    private readonly SearchValues<string> _runs;

    private NeededRuns(IEnumerable<string> runs) => _runs = SearchValues.Create([.. runs], StringComparison.OrdinalIgnoreCase);

    /// <returns>Null where nothing is known to be needed that tells.</returns>
    public static NeededRuns? Of(RegexNode pattern) =>
        Find(pattern) is { Runs: { Count: <= MaxRuns } runs, Likelihood: <= MaxLikelihood } ? new NeededRuns(runs) : null;

    /// <summary>Whether a text has one of them, or may have.</summary>
    public bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(_runs) || text.ContainsAny(OtherCases);

    private static Need? Find(RegexNode node) =>
        node switch
        {
            ChoiceNode choice => Any(choice.Branches.Select(Find)),
            RepeatNode { Least: > 0 } repeat => Find(repeat.Part),
            CharacterNode or SequenceNode => Best(Flatten(node)),
            _ => null,
        };

    // Of parts one behind the other the need that a text has least often.
    private static Need? Best(IEnumerable<RegexNode> parts)
    {
        Need? best = null;
        var run = "";
        foreach (var part in parts)
        {
            if (part is CharacterNode { Literal: { } literal } && char.IsAscii(literal))
            {
                run += literal;
                continue;
            }

            if (part is not AssertionNode)
                (best, run) = (Rarer(Rarer(best, Need.Of(run)), part is CharacterNode ? null : Find(part)), "");
        }

        return Rarer(best, Need.Of(run));
    }

    private static IEnumerable<RegexNode> Flatten(RegexNode node) =>
        node is SequenceNode sequence ? sequence.Parts.SelectMany(Flatten) : [node];

    private static Need? Any(IEnumerable<Need?> branches)
    {
        HashSet<string> runs = new(StringComparer.OrdinalIgnoreCase);
        foreach (var branch in branches)
        {
            if (branch is null)
                return null;
            runs.UnionWith(branch.Runs);
        }

        return new Need(runs);
    }

    private static Need? Rarer(Need? one, Need? other) => one is null || other?.Likelihood < one.Likelihood ? other : one;

    private sealed record Need(IReadOnlyCollection<string> Runs)
    {
        public double Likelihood { get; } =
            Runs.Sum(run =>
                run.Aggregate((double)UsualLength, (sum, character) => sum * CharacterWeights.Of(char.ToLowerInvariant(character)) / 1000)
            );

        public static Need? Of(string run) => run.Length < ShortestRun ? null : new Need([run]);
    }
}
