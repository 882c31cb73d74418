namespace AutoResolve.Insights.Costs;

/// <summary>What a rulebook costs on given issues.</summary>
/// <param name="Issues">How many issues.</param>
/// <param name="Characters">The median length of their texts, in UTF-16 units.</param>
/// <param name="Rules">How many rules may match: those in shadow, suggest and active, rows as one.</param>
/// <param name="Operations">What is asked of it.</param>
/// <param name="Parts">Where the time of <see cref="CostOperation.Match"/> goes, the largest part first.</param>
/// <param name="Loop">The hand-written loop; null where it covers no rule.</param>
public sealed record CostReport(
    int Issues,
    int Characters,
    int Rules,
    IReadOnlyList<OperationCost> Operations,
    IReadOnlyList<CostPart> Parts,
    LoopCost? Loop
)
{
    /// <summary>The share of the time that <see cref="Parts"/> explain: what is not resolved, and what the parts come to above or below
    /// the whole, is not explained.</summary>
    public required double Explained { get; init; }
}
