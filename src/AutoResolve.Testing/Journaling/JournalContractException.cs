namespace AutoResolve.Testing;

/// <summary>A journal does not keep a promise.</summary>
public sealed class JournalContractException : Exception
{
    internal JournalContractException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
