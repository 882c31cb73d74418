namespace AutoResolve.Insights.History;

/// <summary>A history that cannot be used at all. Its message says what to do.</summary>
internal sealed class HistoryException(string message) : Exception(message);
