namespace AutoResolve.Insights.Figures;

/// <summary>Which issues count. Null for all.</summary>
/// <param name="Type">An issue type or the first parts of one.</param>
/// <param name="Team">A team.</param>
/// <param name="Channel">A channel.</param>
/// <param name="Product">A product.</param>
internal sealed record FigureFilter(string? Type = null, string? Team = null, string? Channel = null, string? Product = null);
