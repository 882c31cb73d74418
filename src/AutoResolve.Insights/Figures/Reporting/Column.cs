namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A column of a table.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether it holds numbers, which are aligned right.</param>
internal sealed record Column(string Key, string Title, bool IsNumber = false);
