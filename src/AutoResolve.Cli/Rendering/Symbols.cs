namespace AutoResolve.Cli.Rendering;

/// <summary>The signs that stand for verdicts and spans.</summary>
internal sealed record Symbols(string True, string False, string Unknown, string Open, string Close, string Ellipsis)
{
    public static readonly Symbols Unicode = new("✓", "✗", "?", "»", "«", "…");

    public static readonly Symbols Ascii = new("+", "-", "?", ">>", "<<", "...");
}
