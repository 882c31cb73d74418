using System.Globalization;
using AutoResolve.Privacy;

namespace AutoResolve.Insights.History;

/// <summary>Values of a column that could not be read.</summary>
/// <param name="what">What they should have said.</param>
/// <param name="first">The first of them.</param>
/// <param name="cure">What to write instead.</param>
internal sealed class UnreadValue(string what, string first, string cure)
{
    private const int Longest = 40;
    private const int MaxReadLength = 4_000;

    public string What => what;

    /// <summary>The first of them, without personal data, on a line.</summary>
    public string Example { get; } = Shorten(first.Length > MaxReadLength ? first[..MaxReadLength] : first);

    public int Count { get; set; }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what} of {Count:N0} {(Count == 1 ? "issue" : "issues")}, such as '{Example}' ({cure})"
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
