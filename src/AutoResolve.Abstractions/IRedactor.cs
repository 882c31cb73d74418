namespace AutoResolve;

/// <summary>Masks personal data in whatever is written down.</summary>
public interface IRedactor
{
    /// <summary>Masks personal data.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text with personal data masked. Where this throws, nothing of the text is written.</returns>
    string Redact(string text);
}
