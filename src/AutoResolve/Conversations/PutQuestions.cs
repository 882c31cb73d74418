using AutoResolve.Matching;

namespace AutoResolve.Conversations;

/// <summary>The questions that were put in a case, and what later turns answer to them.</summary>
internal sealed class PutQuestions
{
    private readonly Dictionary<string, string> _found = new(StringComparer.OrdinalIgnoreCase);

    private PutQuestions()
    {
    }

    /// <summary>Whether the last turn answers one that was open before it.</summary>
    public bool IsAnsweredByLast { get; private set; }

    /// <param name="rulebook">The rules that put them.</param>
    /// <param name="issue">The case.</param>
    /// <param name="memory">What automation has done in it.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units of a turn that are read.</param>
    /// <returns>Null where nothing was asked.</returns>
    public static PutQuestions? Find(Rulebook rulebook, Issue issue, CaseMemory memory, string defaultLocale, int maxLength)
    {
        PutQuestions? put = null;
        foreach (var reply in memory.Asking)
        {
            var first = PlaceAfter(issue, reply);
            for (var at = issue.Turns.Count - 1; at >= first; at--)
            {
                var turn = issue.Turns[at];
                if (Authorship.IsAside(turn, issue))
                    continue;
                put ??= new PutQuestions();
                var text = IssueText.PrepareTurn(issue, at, defaultLocale, maxLength);
                foreach (var question in rulebook.QuestionsOf(reply))
                    put.Read(question, issue, turn, text, rulebook.Profile, isLast: at == issue.Turns.Count - 1, isFirst: at == first);
            }
        }

        return put;
    }

    /// <summary>The issue with what was answered in words in the fields that take the answers.</summary>
    public Issue Fill(Issue issue)
    {
        if (_found.Count == 0)
            return issue;
        var fields = new Dictionary<string, string>(issue.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in _found)
            fields[name] = value;
        return issue with { Fields = fields };
    }

    // A reply to what is not among the turns was to what came before them all.
    private static int PlaceAfter(Issue issue, CaseReply reply)
    {
        for (var at = 0; at < issue.Turns.Count && reply.Turn is not null; at++)
        {
            if (issue.Turns[at].Id == reply.Turn)
                return at + 1;
        }

        return 0;
    }

    private void Read(
        CompiledQuestion question, Issue issue, Turn turn, IssueText text, ConversationProfile profile, bool isLast, bool isFirst)
    {
        var field = question.Definition.Field;
        var isFilledIn = turn.Fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value);
        var found = isFilledIn ? null : AnswerFinder.Find(question, text, profile, isReply: isFirst);
        var isAnswer = isFilledIn || found is not null || question.AnsweredWhen?.Evaluate(text, FactValues.None) == Truth.True;
        if (isAnswer && isLast)
            IsAnsweredByLast = true;

        // The newest turns are read first; what was filled in counts before what was read.
        if (found is not null && !_found.ContainsKey(field) && !IsFilledIn(issue, field))
            _found[field] = found;
    }

    private static bool IsFilledIn(Issue issue, string field) =>
        issue.Turns.Any(turn => turn.Fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value));
}
