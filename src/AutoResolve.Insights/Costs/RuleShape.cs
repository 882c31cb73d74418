using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Costs;

/// <summary>A rule as its file has it, and what of it costs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Json">The rule.</param>
/// <param name="Set">The names that its set knows.</param>
/// <param name="Kind">The dearest part of its condition.</param>
/// <param name="List">Its longest list, where that is long.</param>
internal sealed record RuleShape(string Id, JObject Json, SetNames Set, CostKind Kind, string? List);
