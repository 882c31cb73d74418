using System.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;

namespace AutoResolve.Cli.Authoring;

/// <summary>Compares a rule file with its canonical form.</summary>
internal static class FileFormatter
{
    /// <returns>Null, and problems reported, where the file cannot be read as JSON.</returns>
    public static FormattedFile? Format(RuleFile file, string path, ICollection<Diagnostic> diagnostics)
    {
        if (RuleFileFormatter.Format(file, diagnostics) is not { } formatted)
            return null;
        var isCanonical = file.Content.Span.SequenceEqual(Encoding.UTF8.GetBytes(formatted));
        return new FormattedFile(path, formatted, isCanonical ? null : FirstChange(Encoding.UTF8.GetString(file.Content.Span), formatted));
    }

    private static int FirstChange(string before, string after)
    {
        var same = before.AsSpan().CommonPrefixLength(after);
        return before.AsSpan(0, same).Count('\n') + 1;
    }
}
