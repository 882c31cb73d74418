namespace AutoResolve.Insights.Figures;

/// <summary>Cases that are alike and ended alike. A case counts in the period in which it first came in.</summary>
/// <param name="Part">Its place in the <see cref="ReportingCalendar"/>.</param>
/// <param name="Key">What they have in common; no tier, rule or reason.</param>
/// <param name="End">What became of them.</param>
/// <param name="Cases">How many.</param>
/// <param name="Asking">What was asked in them.</param>
internal sealed record CaseCell(int Part, FigureKey Key, CaseResult End, long Cases, AskingCounts Asking);
