namespace AutoResolve.Words;

/// <summary>
/// What runs a text must have for a search of raw text to succeed: all runs of at least one alternative. No requirement is null.
/// </summary>
/// <param name="Alternatives">At least one; each has at least one run.</param>
internal sealed record LiteralRequirement(IReadOnlyList<IReadOnlyList<RequiredLiteral>> Alternatives)
{
    // More would cost more in the index than they save.
    private const int MaxAlternatives = 64;
    private const int MaxRuns = 8;

    /// <summary>What both require.</summary>
    public static LiteralRequirement? All(LiteralRequirement? left, LiteralRequirement? right)
    {
        if (left is null || right is null)
            return left ?? right;
        return left.Alternatives.Count * right.Alternatives.Count > MaxAlternatives
            ? left
            : new([
                .. left.Alternatives.SelectMany(one =>
                    right.Alternatives.Select(other => (IReadOnlyList<RequiredLiteral>)[.. one.Union(other).Take(MaxRuns)])
                ),
            ]);
    }

    /// <summary>What one or the other requires.</summary>
    public static LiteralRequirement? Any(LiteralRequirement? left, LiteralRequirement? right) =>
        left is null || right is null || left.Alternatives.Count + right.Alternatives.Count > MaxAlternatives
            ? null
            : new([.. left.Alternatives, .. right.Alternatives]);

    /// <summary>What a search for any of some strings requires, ignoring case: an alternative for each of them.</summary>
    public static LiteralRequirement? OfStrings(IEnumerable<string> values)
    {
        var alternatives = values.Select(value => RunsOf(LiteralSymbols.Of(value))).ToArray();
        return Array.Exists(alternatives, runs => runs.Length == 0) ? null : new(alternatives);
    }

    /// <summary>What a search for a string requires, ignoring case.</summary>
    public static LiteralRequirement? OfString(string value) => OfStrings([value]);

    /// <summary>What a text requires that has one of these in it.</summary>
    public static LiteralRequirement? OfAlternatives(IReadOnlyList<LiteralSymbols> alternatives)
    {
        if (alternatives.Count is 0 or > MaxAlternatives)
            return null;
        var runs = alternatives.Select(RunsOf).ToArray();
        return runs.Any(alternative => alternative.Length == 0) ? null : new(WithoutImplied(runs));
    }

    private static RequiredLiteral[] RunsOf(LiteralSymbols symbols) =>
        [.. symbols.Runs().Distinct().OrderByDescending(run => run.Text.Length).Take(MaxRuns)];

    // Where what requires more is there, so is what requires less; of equal ones the first is kept.
    private static List<RequiredLiteral[]> WithoutImplied(RequiredLiteral[][] alternatives)
    {
        List<RequiredLiteral[]> kept = [];
        for (var at = 0; at < alternatives.Length; at++)
        {
            var runs = alternatives[at];
            if (
                !kept.Exists(other => Implies(runs, other))
                && !alternatives.Skip(at + 1).Any(other => Implies(runs, other) && !Implies(other, runs))
            )
                kept.Add(runs);
        }

        return kept;
    }

    private static bool Implies(RequiredLiteral[] runs, RequiredLiteral[] others) =>
        Array.TrueForAll(others, other => Array.Exists(runs, run => run.Implies(other)));
}

/// <summary>
/// Letters that a run of the text must have. The runs of a text are its longest runs of what <see cref="AsciiRuns"/> takes.
/// </summary>
/// <param name="Text">The letters and digits, folded.</param>
/// <param name="IsStart">Whether the run must begin with them.</param>
/// <param name="IsEnd">Whether it must end with them; with <paramref name="IsStart"/> it is no more than them.</param>
internal readonly record struct RequiredLiteral(string Text, bool IsStart, bool IsEnd)
{
    /// <summary>Whether a text that has this has the other, too.</summary>
    public bool Implies(RequiredLiteral other) =>
        (other.IsStart, other.IsEnd) switch
        {
            (true, true) => this == other,
            (true, false) => IsStart && Text.StartsWith(other.Text, StringComparison.Ordinal),
            (false, true) => IsEnd && Text.EndsWith(other.Text, StringComparison.Ordinal),
            _ => Text.Contains(other.Text, StringComparison.Ordinal),
        };
}
