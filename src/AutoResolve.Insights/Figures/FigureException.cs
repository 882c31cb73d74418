namespace AutoResolve.Insights.Figures;

/// <summary>Issues or figures of which no report or baseline can be made. Its message says why, and what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class FigureException(string message) : Exception(message);
