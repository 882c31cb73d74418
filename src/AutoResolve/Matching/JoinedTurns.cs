using System.Text;

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
        var text = new StringBuilder();
        List<int> begun = [];

        // What is longer than may be read is cut at the end, which must not be what was said last.
        foreach (var said in issue.Turns.Reverse().Select(turn => turn.Text).Append(issue.Text))
        {
            if (begun.Count > 0)
                text.Append(Between);
            begun.Add(text.Length);
            text.Append(said);
        }

        var fields = new Dictionary<string, string>(issue.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in issue.Turns.SelectMany(turn => turn.Fields))
            fields[name] = value;

        starts = begun;
        return issue with
        {
            Text = text.ToString(),
            Fields = fields,
            Tried = [.. issue.Tried.Concat(issue.Turns.SelectMany(turn => turn.Tried)).Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }
}
