namespace AutoResolve.Testing;

/// <summary>A test inside a rule fails.</summary>
public sealed class RuleTestException : Exception
{
    internal RuleTestException(string message)
        : base(message) { }
}
