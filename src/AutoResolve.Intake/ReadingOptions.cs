using System.Text;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Issues;

namespace AutoResolve.Intake;

/// <summary>How a file of issues or past issues is read.</summary>
public sealed record ReadingOptions
{
    /// <summary>How it is written. Default: found out from its name and beginning.</summary>
    public IssueFormat Format { get; init; }

    /// <summary>Which column or key holds what. Default: their usual names, and those of ticket systems.</summary>
    public ColumnMap Columns { get; init; } = new();

    /// <summary>
    /// How its letters are written, such as <c>Encoding.GetEncoding(1252)</c>. Null, the default, for UTF-8, or UTF-16 where that is
    /// certain; what is neither is refused, with what it looks like.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// What stands between the values of CSV. Null, the default, for a comma, a semicolon, a tab or a vertical bar, as the beginning shows.
    /// </summary>
    public char? Separator { get; init; }

    /// <summary>
    /// Whether dates such as 3/4/2026 have the day first. Null, the default, for what other dates of the file show; where none shows it,
    /// such a date is not read.
    /// </summary>
    public bool? IsDayFirst { get; init; }

    /// <summary>The zone of dates that name none. Default: UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
