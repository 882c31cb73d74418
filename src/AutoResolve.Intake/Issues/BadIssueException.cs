namespace AutoResolve.Intake.Issues;

/// <summary>One issue of an input cannot be used; the message says why.</summary>
internal sealed class BadIssueException(string message) : Exception(message);
