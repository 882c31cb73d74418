namespace AutoResolve.Matching;

/// <summary>
/// An issue with its turns as one issue: texts, the newest first; later fields in the place of earlier ones; all that was tried.
/// </summary>
internal static class JoinedTurns
{
    private const string Between = "\n\n";

    /// <param name="issue">The issue.</param>
    /// <param name="starts">Where each text begins in the whole.</param>
    public static Issue Join(Issue issue, out IReadOnlyList<int> starts)
    {
        // What is longer than may be read is cut at the end, which must not be what was said last.
        var texts = new string[issue.Turns.Count + 1];
        var begun = new int[texts.Length];
        var next = 0;
        for (var at = 0; at < texts.Length; at++)
        {
            texts[at] = at < issue.Turns.Count ? issue.Turns[issue.Turns.Count - 1 - at].Text : issue.Text;
            begun[at] = next;
            next += texts[at].Length + Between.Length;
        }

        starts = begun;
        return WithTried(WithFields(issue with { Text = string.Join(Between, texts) }));
    }

    private static Issue WithFields(Issue issue)
    {
        if (issue.Turns.All(turn => turn.Fields.Count == 0))
            return issue;
        var fields = new Dictionary<string, string>(issue.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in issue.Turns.SelectMany(turn => turn.Fields))
            fields[name] = value;
        return issue with { Fields = fields };
    }

    private static Issue WithTried(Issue issue) => issue.Turns.All(turn => turn.Tried.Count == 0)
        ? issue
        : issue with { Tried = [.. issue.Tried.Concat(issue.Turns.SelectMany(turn => turn.Tried)).Distinct(StringComparer.OrdinalIgnoreCase)] };
}
