namespace AutoResolve.Json;

/// <summary>A value of a rule file and where it stands.</summary>
internal readonly record struct Located<T>(T Value, SourceLocation Location)
{
    /// <summary>The text as it is written in the file, with quotes, where escapes make it longer than the value;
    /// <see cref="Located.Elsewhere"/> where it is not
    /// written so.</summary>
    public string? Literal { get; init; }

    /// <summary>Where a character of a text stands, for errors inside patterns, expressions and templates.</summary>
    public SourceLocation At(int index) =>
        Literal is Located.Elsewhere
            ? Location
            : Location with
            {
                Column = Location.Column + (Literal is null ? index + 1 : StringScanner.OffsetInLiteral(Literal, index)),
            };
}

/// <summary>What is common to values of every kind.</summary>
internal static class Located
{
    /// <summary>In place of how a text is written: values of a row were put into what is written.</summary>
    public const string Elsewhere = "";
}
