using System.Globalization;

namespace AutoResolve.Json;

/// <summary>A row of a table, of which a rule was made.</summary>
/// <param name="File">The file in which it stands.</param>
/// <param name="Number">Which row of its table it is, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="FirstLine">The line in which it begins.</param>
/// <param name="LastLine">The line in which it ends.</param>
internal sealed record RowOrigin(string File, int Number, string Id, int FirstLine, int LastLine)
{
    /// <summary>The row as explanations name it: <c>row 7 of codes</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"row {Number} of {Path.GetFileNameWithoutExtension(File)}");

    /// <summary>The row as messages name it that point at what all rows share; null where they point at the row.</summary>
    public string? NameAt(int line) =>
        line >= FirstLine && line <= LastLine ? null : string.Create(CultureInfo.InvariantCulture, $"row {Number}, {JsonQuote.Short(Id)}");
}
