namespace AutoResolve.Rules.Json;

/// <summary>A comment with its slashes and stars.</summary>
internal sealed record JsonComment(int Start, string Text)
{
    /// <summary>Whether it runs to the end of its line.</summary>
    public bool IsLine => Text.StartsWith("//", StringComparison.Ordinal);
}
