namespace AutoResolve.Insights.Figures.Mapping;

/// <summary>A map that cannot be used. Its message has a line for each problem, with file, line and column.</summary>
/// <param name="message">The problems.</param>
public sealed class FigureMapException(string message) : Exception(message);
