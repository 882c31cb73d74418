using System.Text.RegularExpressions;

namespace AutoResolve.Rules.Linting;

/// <summary>A number that stands in twenty answers is changed in nineteen.</summary>
internal sealed partial class WrittenOutContactLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var contact in context.Sets.SelectMany(set => set.Contacts))
            known.TryAdd(contact.Value, contact.Name.Value);
        return from text in context.Texts
            from language in text.Texts
            from Match match in NumberOrLink().Matches(language.Value.Value)
            let written = match.Value.TrimEnd('.', '/')
            select language.Value.Location.Report(
                LintCodes.WrittenOutContact,
                DiagnosticSeverity.Warning,
                known.TryGetValue(written, out var name)
                    ? $"'{written}' is written out here. Print the contact instead, so that it can change in one "
                        + $"place: {{{{ contacts.{name} }}}}."
                    : $"'{written}' is written out here. Put it under \"contacts\" of a set, with the day somebody "
                        + $"last tried it, and print it by its name: {{{{ contacts.name }}}}."
            );
    }

    /// <summary>Phone numbers of seven and more digits; links with a scheme, and addresses of the web with a path.</summary>
    [GeneratedRegex(
        @"https?://[^\s""'<>]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}/[a-z0-9/._~-]*[a-z0-9]|"
            + @"(?:\+?[0-9]{1,3}[ -])?(?:\([0-9]{3}\) ?|\b[0-9]{3}[-. ])?\b[0-9]{3}[-. ][0-9]{4}\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex NumberOrLink();
}
