namespace AutoResolve.Journaling;

/// <summary>The journal cannot be written or read. Its message says what to do.</summary>
public sealed class JournalException : Exception
{
    /// <summary>Creates one.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What the store said; null where it said nothing.</param>
    public JournalException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
