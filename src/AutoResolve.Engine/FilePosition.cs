namespace AutoResolve;

/// <summary>Where something stands in a file that people write.</summary>
/// <param name="File">The file; of a rule file its path relative to its source, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
public sealed record FilePosition(string File, int Line, int Column)
{
    /// <summary>The place as editors understand it: <c>path:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
