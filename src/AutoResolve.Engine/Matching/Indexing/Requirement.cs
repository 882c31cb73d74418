namespace AutoResolve.Matching.Indexing;

/// <summary>What an issue must have for a condition not to be false.</summary>
/// <param name="Witness">Anchors, one of which must be there; null where none is known.</param>
/// <param name="Terms">Terms that must all be somewhere in the issue.</param>
internal sealed record Requirement(RequiredTerms? Witness, IReadOnlyList<int> Terms)
{
    public static readonly Requirement None = new(null, []);

    public static Requirement All(IEnumerable<Requirement> parts)
    {
        var all = parts.ToList();
        if (all.Count == 1)
            return all[0];
        var terms = all.SelectMany(part => part.Terms).Distinct().ToList();
        return new(RequiredTerms.Cheapest(all.Select(part => part.Witness))?.With(terms), terms);
    }

    public static Requirement Any(IEnumerable<Requirement> parts)
    {
        var all = parts.ToList();
        return all.Count == 1 ? all[0] : new(RequiredTerms.Any(all.Select(part => part.Witness)), []);
    }
}
