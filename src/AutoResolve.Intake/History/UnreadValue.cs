using System.Globalization;
using AutoResolve.Privacy;

namespace AutoResolve.Intake.History;

/// <summary>Values of a column that could not be read.</summary>
public sealed class UnreadValue
{
    private const int Longest = 40;
    private const int MaxReadLength = 4_000;

    internal UnreadValue(string what, string first, string cure) =>
        (What, Example, Cure) = (what, Shorten(first.Length > MaxReadLength ? first[..MaxReadLength] : first), cure);

    /// <summary>What they should have said, such as <c>date</c>.</summary>
    public string What { get; }

    /// <summary>The first of them, without personal data, on a line.</summary>
    public string Example { get; }

    /// <summary>What to write instead.</summary>
    public string Cure { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; internal set; }

    /// <summary>How many, the first of them, and what to write instead.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{What} of {Count:N0} {(Count == 1 ? "issue" : "issues")}, such as '{Example}' ({Cure})"
        );

    private static string Shorten(string text)
    {
        var line = new PersonalDataRedactor().Redact(
            VisibleText.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        );
        if (line.Length <= Longest)
            return line;
        var length = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..length] + "…";
    }
}
