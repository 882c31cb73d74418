namespace AutoResolve.Cli.Rendering;

/// <summary>The signs that stand for verdicts and spans.</summary>
internal sealed record Marks(string True, string False, string Unknown, string Open, string Close, string Ellipsis)
{
    public static readonly Marks Unicode = new("✓", "✗", "?", "»", "«", "…");

    public static readonly Marks Ascii = new("+", "-", "?", ">>", "<<", "...");
}
