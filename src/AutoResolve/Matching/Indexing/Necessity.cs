namespace AutoResolve.Matching.Indexing;

/// <summary>What an issue must have for a condition not to be false.</summary>
/// <param name="Witness">Anchors, one of which must be there; null where none is known.</param>
/// <param name="Terms">Terms that must all be somewhere in the issue.</param>
internal sealed record Necessity(Witness? Witness, IReadOnlyList<int> Terms)
{
    public static readonly Necessity None = new(null, []);

    public static Necessity All(IEnumerable<Necessity> parts)
    {
        var all = parts.ToList();
        if (all.Count == 1)
            return all[0];
        var terms = all.SelectMany(part => part.Terms).Distinct().ToList();
        return new(Witness.Cheapest(all.Select(part => part.Witness))?.With(terms), terms);
    }

    public static Necessity Any(IEnumerable<Necessity> parts)
    {
        var all = parts.ToList();
        return all.Count == 1 ? all[0] : new(Witness.Any(all.Select(part => part.Witness)), []);
    }
}
