using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Points;

/// <summary>Phrases that count points where they are found, each once: in the title and the text of the issue, or in one of its
/// turns.</summary>
/// <param name="phrases">The phrases.</param>
/// <param name="points">What each counts.</param>
/// <param name="needed">What they must come to.</param>
internal sealed class PointsPattern(IReadOnlyList<Phrase> phrases, IReadOnlyList<int> points, int needed) : UnitPattern
{
    private const int MaxNamed = 5;

    public override IReadOnlyList<Phrase> Phrases => phrases;

    /// <summary>What all phrases together come to.</summary>
    public long Most => MostOf(points);

    /// <summary>What phrases come to where all of them that count for it are found.</summary>
    public static long MostOf(IEnumerable<int> points) => points.Sum(count => (long)Math.Max(0, count));

    /// <summary>The same where other points are needed.</summary>
    public PointsPattern With(int other) => new(phrases, points, other);

    public override Lookup Lookup => new PointsLookup(phrases, points, needed);

    public override string Description => string.Create(CultureInfo.InvariantCulture, $"{needed} points of {InWords}");

    // Those that count most.
    private string InWords
    {
        get
        {
            var named = Enumerable
                .Range(0, phrases.Count)
                .Where(at => points[at] > 0)
                .OrderByDescending(at => points[at])
                .Take(MaxNamed)
                .Select(at => phrases[at].InWords);
            var more = points.Count(count => count > 0) - MaxNamed;
            return ConditionWording.List(named) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "");
        }
    }

    protected override LeafResult FindTogether(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        var (sum, longest) = (0, 0);
        for (var at = 0; at < phrases.Count; at++)
        {
            var found = PhraseSearch.Find(phrases[at], views, points[at] > 0 ? evidence : null);
            if (found == 0)
                continue;
            sum += points[at];
            if (points[at] > 0)
                longest = Math.Max(longest, found);
        }

        // What was not looked for may count against it.
        if (sum >= needed && views is [{ Work.IsOver: true }, ..])
            return LeafResult.Unknown;
        return sum >= needed ? LeafResult.Holds(longest) : LeafResult.Fails;
    }
}
