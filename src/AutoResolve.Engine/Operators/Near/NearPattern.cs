using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Near;

/// <summary>All phrases close together in one text: of any two, the later starts at most so many words after the earlier ends.</summary>
internal sealed class NearPattern(IReadOnlyList<Phrase> phrases, int within) : TextPattern
{
    public override IReadOnlyList<Phrase> Phrases => phrases;

    public override Lookup Lookup => new PhraseLookup(PhraseRelation.Near, phrases, within);

    public override string Description =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ConditionWording.List(phrases.Select(phrase => phrase.InWords))} within {within} words"
        );

    public override LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        foreach (var view in views)
        {
            if (FindIn(view) is not { } chosen)
                continue;
            for (var item = 0; item < phrases.Count; item++)
                evidence?.Add(PhraseSearch.EvidenceOf(phrases[item], view, chosen[item]));
            return LeafResult.Holds(phrases.Sum(phrase => phrase.MinWords));
        }

        return LeafResult.Fails;
    }

    // The distance of all is that between the first end and the last start. So for each end, ascending, every phrase needs an occurrence
    // that ends no earlier and starts no more than "within" after it; the first end for which all have one gives the evidence.
    private Occurrence[]? FindIn(TokenizedText view)
    {
        var occurrences = new Occurrence[phrases.Count][];
        for (var item = 0; item < phrases.Count; item++)
        {
            occurrences[item] = [.. phrases[item].Find(view).OrderBy(occurrence => occurrence.End).ThenBy(occurrence => occurrence.Start)];
            if (occurrences[item].Length == 0)
                return null;
        }

        var earliest = Array.ConvertAll(occurrences, EarliestStartFrom);
        var next = new int[phrases.Count];
        foreach (var end in occurrences.SelectMany(found => found).Select(occurrence => occurrence.End).Distinct().Order())
        {
            if (view.Work?.Take(phrases.Count) == false)
                return null;
            if (Choose(view, occurrences, earliest, next, end) is { } chosen)
                return chosen;
        }

        return null;
    }

    private Occurrence[]? Choose(TokenizedText view, Occurrence[][] occurrences, Occurrence[][] earliest, int[] next, int end)
    {
        var latestStart = view.Words[end - 1].Position + within;
        var chosen = new Occurrence[occurrences.Length];
        for (var item = 0; item < occurrences.Length; item++)
        {
            while (next[item] < occurrences[item].Length && occurrences[item][next[item]].End < end)
                next[item]++;
            if (next[item] == occurrences[item].Length)
                return null;
            chosen[item] = earliest[item][next[item]];
            if (view.Words[chosen[item].Start].Position > latestStart)
                return null;
        }

        return chosen;
    }

    // Ordered by end, one that ends later may start earlier.
    private static Occurrence[] EarliestStartFrom(Occurrence[] occurrences)
    {
        var earliest = (Occurrence[])occurrences.Clone();
        for (var at = earliest.Length - 2; at >= 0; at--)
        {
            if (earliest[at + 1].Start < earliest[at].Start)
                earliest[at] = earliest[at + 1];
        }

        return earliest;
    }
}
