namespace AutoResolve.Json;

/// <summary>A value of a rule file and where it stands.</summary>
internal readonly record struct Located<T>(T Value, SourceLocation Location)
{
    /// <summary>The text as it is written in the file, with quotes, where escapes make it longer than the value.</summary>
    public string? Literal { get; init; }

    /// <summary>Where a character of a text stands, for errors inside patterns, expressions and templates.</summary>
    public SourceLocation At(int index) =>
        Location with
        {
            Column = Location.Column + (Literal is null ? index + 1 : StringScanner.OffsetInLiteral(Literal, index)),
        };
}
