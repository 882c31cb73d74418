namespace AutoResolve.Json;

/// <summary>
/// Where a value stands in a rule file. Line and column from 1. Holds no pointer text: few of the many locations of a rulebook are ever
/// shown.
/// </summary>
internal readonly record struct SourceLocation(string File, int Line, int Column, JsonPath Path)
{
    /// <summary>The JSON pointer of the value in the file.</summary>
    public string Pointer => Path.ToString();

    /// <summary>The place without the pointer.</summary>
    public FilePosition Position => new(File, Line, Column);

    /// <summary>A whole file, or a character of a file that could not be read.</summary>
    public static SourceLocation OfFile(string file, int line = 0, int column = 0) => new(file, line, column, JsonPath.Root);
}
