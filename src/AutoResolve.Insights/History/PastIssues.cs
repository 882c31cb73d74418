using AutoResolve.Intake.History;

namespace AutoResolve.Insights.History;

/// <summary>What is learned from a past issue.</summary>
internal static class PastIssues
{
    // What decides stands at the beginning.
    private const int MaxSaid = 4_000;

    /// <summary>Whether a rule decided it without a person; null where that is not known, as of a file.</summary>
    public static bool? WasResolved(this PastIssue issue) =>
        issue.Case is null ? null : issue.Rule is not null && issue.Outcome is not (null or Outcome.Escalated);

    /// <summary>The same with all that its people said as one text, and without what learning from texts does not need.</summary>
    public static PastIssue AsText(this PastIssue issue)
    {
        var text = string.Join(
            "\n\n",
            issue
                .Said.Select((said, place) => TextAsSeen.OwnWords(said, place == 0 ? issue.Title : null, issue.Format))
                .Prepend(issue.Title)
                .Where(part => !string.IsNullOrWhiteSpace(part))
        );
        var end = Math.Min(text.Length, MaxSaid);
        if (end > 0 && end < text.Length && char.IsHighSurrogate(text[end - 1]))
            end--;
        return issue with { Text = text[..end], Title = null, Turns = [], Fields = new Dictionary<string, string>(), Tried = [] };
    }
}
