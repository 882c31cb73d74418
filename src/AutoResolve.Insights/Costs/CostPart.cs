namespace AutoResolve.Insights.Costs;

/// <summary>A part of the time of <see cref="CostOperation.Match"/>.</summary>
/// <param name="Kind">What for.</param>
/// <param name="List">The list that its rules have in common, or the classifier; null where there is none.</param>
/// <param name="Rules">The ids of its rules, as the files have them: one where a rule costs much by itself.</param>
/// <param name="Microseconds">Of an issue: what these rules add to all that stand before them. 0 where that is less than can be told from
/// noise.</param>
/// <param name="Share">The same, as a share of the whole.</param>
/// <param name="Evaluated">For how many of 100 issues one of its rules is evaluated, in the mean.</param>
/// <param name="IsResolved">Whether it is known where in it the time goes: to one rule, one list, or to many rules of which none costs
/// much. If not, there was no time to look.</param>
public sealed record CostPart(
    CostKind Kind,
    string? List,
    IReadOnlyList<string> Rules,
    double Microseconds,
    double Share,
    double Evaluated,
    bool IsResolved
);
