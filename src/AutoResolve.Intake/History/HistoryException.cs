namespace AutoResolve.Intake.History;

/// <summary>Past issues that cannot be used at all. Its message says what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class HistoryException(string message) : Exception(message);
