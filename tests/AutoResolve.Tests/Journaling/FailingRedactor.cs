namespace AutoResolve.Tests.Journaling;

/// <summary>Throws, gives nothing, or leaves texts as they are.</summary>
internal sealed class FailingRedactor(bool? throws = null) : IRedactor
{
    public int Longest { get; private set; }

    public string Redact(string text)
    {
        Longest = Math.Max(Longest, text.Length);
        return throws switch
        {
            true => throw new InvalidOperationException(text),
            false => null!,
            null => text,
        };
    }
}
