using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>Whether an issue that is delivered again says anything that the journal has not.</summary>
internal static class CaseWords
{
    /// <param name="issue">The issue as it came in.</param>
    /// <param name="known">The journal's copy of the case.</param>
    /// <param name="redaction">Makes such a copy.</param>
    public static bool AddAny(Issue issue, IssueRecord known, Redaction redaction)
    {
        var copy = redaction.Issue(issue with { Fields = new Dictionary<string, string>(), Turns = [] });

        // Of what is masked it cannot be told whether it is the same.
        if (copy.Text != issue.Text || copy.Title != issue.Title)
            return true;
        var earlier = $"{known.Title} {known.Text} {string.Join(' ', known.Turns.Select(turn => turn.Text))}";
        var said = Words(earlier).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Words($"{issue.Title} {issue.Text}").Any(word => !said.Contains(word));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
