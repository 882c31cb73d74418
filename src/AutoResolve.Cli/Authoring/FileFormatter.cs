using System.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;

namespace AutoResolve.Cli.Authoring;

/// <summary>Compares a rule file with its canonical form.</summary>
internal static class FileFormatter
{
    /// <param name="file">The file.</param>
    /// <param name="path">Where it is, as a person would type it.</param>
    /// <param name="upgrade">Whether words of an earlier format are replaced first.</param>
    /// <param name="diagnostics">Takes the problems.</param>
    /// <returns>Null, and problems reported, where the file cannot be read as JSON.</returns>
    public static FormattedFile? Format(RuleFile file, string path, bool upgrade, ICollection<Diagnostic> diagnostics)
    {
        var current = upgrade ? RuleFileUpgrader.Upgrade(file, diagnostics) : new UpgradedFile(file, []);
        if (current is null || RuleFileFormatter.Format(current.File, diagnostics) is not { } formatted)
            return null;
        var isCanonical = file.Content.Span.SequenceEqual(Encoding.UTF8.GetBytes(formatted));
        return new FormattedFile(
            path,
            formatted,
            isCanonical ? null : FirstChange(Encoding.UTF8.GetString(file.Content.Span), formatted),
            current.Rewordings
        );
    }

    private static int FirstChange(string before, string after)
    {
        var same = before.AsSpan().CommonPrefixLength(after);
        return before.AsSpan(0, same).Count('\n') + 1;
    }
}
