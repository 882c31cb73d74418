namespace AutoResolve.Matching;

/// <summary>An issue made ready for matching: cut to the limit, own words found, words read once.</summary>
internal sealed class IssueText
{
    private IssueText(Issue issue, string locale, bool truncated) => (Issue, Locale, Truncated) = (issue, locale, truncated);

    /// <summary>The issue as it came in; evidence counts positions in its title and text.</summary>
    public Issue Issue { get; }

    /// <summary>The issue's locale, or the host's default.</summary>
    public string Locale { get; }

    /// <summary>True where title or text were longer than the limit and the rest was not read.</summary>
    public bool Truncated { get; }

    /// <param name="issue">The issue.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units of title, text and each field that are read.</param>
    public static IssueText Prepare(Issue issue, string defaultLocale, int maxLength) => new(issue, issue.Locale ?? defaultLocale, issue.Text.Length > maxLength);
}
