using System.Text;

namespace AutoResolve.Cases;

/// <summary>Reads an address of mail however it is written, so that it counts as one.</summary>
internal static class MailAddress
{
    private const string Link = "mailto:";

    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ',', ';', '<', '>', '"', '\''];

    /// <returns>Of "Pat &lt;pat@example.org&gt;", "pat@example.org (Pat)" and "mailto:pat@example.org?subject=Help" the address, in capital
    /// letters; the whole text where it holds none.</returns>
    public static string Plain(string text)
    {
        var plain = WithoutComments(text);

        // What stands in brackets counts before the name in front of them.
        var from = plain.LastIndexOf('<');
        var address = (from >= 0 ? FindIn(plain[from..]) : null) ?? FindIn(plain) ?? text.Trim();
        return address.ToUpperInvariant();
    }

    private static string? FindIn(string text)
    {
        var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(parts, part => part.Contains('@', StringComparison.Ordinal)) is not { } found)
            return null;
        if (!found.StartsWith(Link, StringComparison.OrdinalIgnoreCase))
            return found.TrimEnd('.');
        var end = found.IndexOf('?', StringComparison.Ordinal);
        return found[Link.Length..(end < 0 ? found.Length : end)];
    }

    private static string WithoutComments(string text)
    {
        var plain = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var letter in text)
        {
            if (letter == '(')
                depth++;
            else if (letter == ')' && depth > 0)
                depth--;
            else if (depth == 0)
                plain.Append(letter);
        }

        return plain.ToString();
    }
}
