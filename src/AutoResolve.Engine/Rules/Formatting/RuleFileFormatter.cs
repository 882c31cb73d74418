using System.Text;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Rules.Formatting;

/// <summary>
/// Writes a rule file in its canonical form: same meaning, all comments kept, keys in the order of the reference. The canonical text is
/// read again and compared with the file; one that would not mean the same is not given, and is a problem (AR1051).
/// </summary>
/// <remarks>
/// <code>
/// var file = new RuleFile("codes.json", File.ReadAllBytes("rules/sign-in/codes.json"));
/// var formatted = RuleFileFormatter.Format(file);
/// File.WriteAllText("rules/sign-in/codes.json", formatted.Text);
/// </code>
/// </remarks>
public static class RuleFileFormatter
{
    /// <summary>Formats a file. Only its JSON has to be right, not the rules in it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="upgrade">Whether rules of an earlier format are rewritten in today's first.</param>
    /// <returns>The canonical text, or the problems for which there is none.</returns>
    public static FormattedRuleFile Format(RuleFile file, bool upgrade = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        List<Diagnostic> problems = [];
        var current = upgrade ? RuleFileUpgrader.Upgrade(file, problems) : new UpgradedFile(file, []);
        if (current is null || RuleFileParser.Parse(current.File, problems) is not { } tree)
            return new FormattedRuleFile { Problems = problems };
        var text = new CanonicalWriter(tree).Write();
        var content = Encoding.UTF8.GetBytes(text);
        if (FormatCheck.Check(tree, new RuleFile(file.Path, content)) is { } fault)
            return new FormattedRuleFile { Problems = [fault] };
        return new FormattedRuleFile
        {
            Text = text,
            FirstChange = file.Content.Span.SequenceEqual(content) ? null : FirstChange(Encoding.UTF8.GetString(file.Content.Span), text),
            Rewordings = current.Rewordings,
            Problems = problems,
        };
    }

    private static int FirstChange(string before, string after) =>
        LineEnds.Count(before.AsSpan(0, before.AsSpan().CommonPrefixLength(after))) + 1;
}
