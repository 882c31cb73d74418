using System.Text;

namespace AutoResolve.Insights.Mining;

/// <summary>Labels as parts of rule ids: small letters, digits and dashes.</summary>
internal static class SafeName
{
    private const int Longest = 60;

    /// <returns>Never empty; two labels may come to the same.</returns>
    public static string Of(string label)
    {
        var name = new StringBuilder();
        foreach (var letter in Decomposed(label))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                name.Append(char.ToLowerInvariant(letter));
            else if (
                name.Length > 0
                && name[^1] != '-'
                && !char.IsSurrogate(letter)
                && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark
            )
                name.Append('-');
            if (name.Length == Longest)
                break;
        }

        var made = name.ToString().Trim('-');
        if (made.Length == 0)
            return "label";
        return char.IsAsciiLetter(made[0]) ? made : $"l-{made}";
    }

    // Half a surrogate pair cannot be decomposed.
    private static string Decomposed(string label) => string.Concat(label.EnumerateRunes()).Normalize(NormalizationForm.FormD);

    /// <summary>A name for each label; where two labels come to the same, a number is added.</summary>
    public static IReadOnlyList<string> OfAll(IReadOnlyList<string> labels)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<string>(labels.Count);
        foreach (var label in labels)
        {
            var name = Of(label);
            for (var number = 2; !taken.Add(name); number++)
                name = $"{Of(label)}-{number}";
            names.Add(name);
        }

        return names;
    }
}
