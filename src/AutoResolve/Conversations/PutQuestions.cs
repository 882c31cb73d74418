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
                var questions = rulebook.QuestionsOf(reply).ToList();
                put.Read(questions, issue, turn, text, rulebook.Profile, isLast: at == issue.Turns.Count - 1, isFirst: at == first);
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
        IReadOnlyList<CompiledQuestion> questions,
        Issue issue,
        Turn turn,
        IssueText text,
        ConversationProfile profile,
        bool isLast,
        bool isFirst)
    {
        var isAnswer = false;
        foreach (var question in questions)
        {
            var found = IsFilledIn(turn, question) ? null : AnswerFinder.Find(question, text, profile);
            if (found is not null)
                Take(question, issue, found);
            isAnswer |= found is not null || IsFilledIn(turn, question) || question.AnsweredWhen?.Evaluate(text, FactValues.None) == Truth.True;
        }

        // What answers another question, or thanks, or complains, is no answer to one that takes whatever is replied.
        if (isFirst && !isAnswer && questions.FirstOrDefault(AnswerFinder.TakesReply) is { } open && profile.Of(text) == SignalSet.None
            && AnswerFinder.Reply(text) is { } reply)
        {
            Take(open, issue, reply);
            isAnswer = true;
        }

        IsAnsweredByLast |= isAnswer && isLast;
    }

    // The newest turns are read first; what was filled in counts before what was read.
    private void Take(CompiledQuestion question, Issue issue, string found)
    {
        if (!issue.Turns.Any(turn => IsFilledIn(turn, question)))
            _found.TryAdd(question.Definition.Field, found);
    }

    private static bool IsFilledIn(Turn turn, CompiledQuestion question) =>
        turn.Fields.TryGetValue(question.Definition.Field, out var value) && !string.IsNullOrWhiteSpace(value);
}
