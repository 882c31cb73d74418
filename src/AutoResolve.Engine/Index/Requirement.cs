namespace AutoResolve.Index;

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

/// <summary>
/// Anchors of which an issue must have at least one for a condition to hold. No witness (null) means that nothing is known to be
/// required.
/// </summary>
/// <param name="Anchors">The anchors, each with terms that must also be there where it is the one.</param>
internal sealed record RequiredTerms(IReadOnlyList<GuardedAnchor> Anchors)
{
    /// <summary>The estimated number of anchors that a text has: the cost of looking at the rule.</summary>
    public double Cost { get; } = Anchors.Sum(anchor => anchor.Likelihood);

    /// <summary>With more terms that must be there, whichever the anchor.</summary>
    public RequiredTerms With(IReadOnlyList<int> guards) =>
        guards.Count == 0 ? this : new([.. Anchors.Select(anchor => anchor with { Guards = [.. anchor.Guards.Union(guards)] })]);

    /// <summary>Any of several; null where one of them is not known.</summary>
    public static RequiredTerms? Any(IEnumerable<RequiredTerms?> witnesses)
    {
        List<GuardedAnchor> anchors = [];
        foreach (var witness in witnesses)
        {
            if (witness is null)
                return null;
            anchors.AddRange(witness.Anchors);
        }

        return new(anchors);
    }

    /// <summary>The one that costs least; null where none is known.</summary>
    public static RequiredTerms? Cheapest(IEnumerable<RequiredTerms?> witnesses) =>
        witnesses.OfType<RequiredTerms>().MinBy(witness => witness.Cost);
}
