namespace AutoResolve.Insights.Figures.Mapping;

/// <summary>A name of rules as a map says it, and where.</summary>
/// <param name="What">What it is of: type or team.</param>
/// <param name="Name">The name.</param>
/// <param name="Place">Its place in the map.</param>
internal sealed record MappedName(string What, string Name, FilePosition Place);
