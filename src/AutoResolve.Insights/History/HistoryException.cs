namespace AutoResolve.Insights.History;

/// <summary>Past issues that cannot be used at all. Its message says what to do.</summary>
public sealed class HistoryException(string message) : Exception(message);
