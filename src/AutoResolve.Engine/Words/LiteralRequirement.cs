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

    /// <summary>What one of several requires.</summary>
    public static LiteralRequirement? Any(IEnumerable<LiteralRequirement?> requirements) => requirements.Aggregate(Any);

    /// <summary>What a search for a string requires, ignoring case.</summary>
    public static LiteralRequirement? OfString(string value) => OfAlternatives([LiteralSymbols.Of(value)]);

    /// <summary>What a text requires that has one of these in it.</summary>
    public static LiteralRequirement? OfAlternatives(IReadOnlyList<LiteralSymbols> alternatives)
    {
        if (alternatives.Count is 0 or > MaxAlternatives)
            return null;
        var runs = alternatives
            .Select(symbols => symbols.Runs().Distinct().OrderByDescending(run => run.Text.Length).Take(MaxRuns).ToArray())
            .ToArray();
        return runs.Any(alternative => alternative.Length == 0) ? null : new(runs);
    }
}

/// <summary>
/// Letters that a run of the text must have. The runs of a text are its longest runs of what <see cref="AsciiRuns"/> takes.
/// </summary>
/// <param name="Text">The letters and digits, folded.</param>
/// <param name="IsStart">Whether the run must begin with them.</param>
/// <param name="IsEnd">Whether it must end with them; with <paramref name="IsStart"/> it is no more than them.</param>
internal readonly record struct RequiredLiteral(string Text, bool IsStart, bool IsEnd);
