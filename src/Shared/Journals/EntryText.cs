using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace AutoResolve.Shared.Journals;

/// <summary>
/// A text as every store can hold it. PostgreSQL takes neither a zero nor half of a surrogate pair, and one such text would fail all that
/// are written with it.
/// </summary>
internal static class EntryText
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || (!text.Contains('\0') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return kept.ToString();
    }
}
