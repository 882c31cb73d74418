using AutoResolve.Budgets;
using AutoResolve.Compiling;
using AutoResolve.Matching;

namespace AutoResolve.Conversations;

/// <summary>The questions that were put in a case, and what later turns answer to them.</summary>
internal sealed class PutQuestions
{
    private readonly Dictionary<string, string> _found = new(StringComparer.OrdinalIgnoreCase);

    private PutQuestions() { }

    /// <summary>Whether a turn since automation last did anything answers one.</summary>
    public bool IsAnsweredSince { get; private set; }

    /// <param name="program">The rules that put them.</param>
    /// <param name="profile">How people talk.</param>
    /// <param name="issue">The case.</param>
    /// <param name="memory">What automation has done in it.</param>
    /// <param name="since">The place of the first turn since automation last did anything.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units of a turn that are read.</param>
    /// <param name="work">Takes the steps.</param>
    /// <returns>Null where nothing was asked.</returns>
    public static PutQuestions? Find(
        RuleProgram program,
        ConversationProfile profile,
        Issue issue,
        CaseMemory memory,
        int since,
        string defaultLocale,
        int maxLength,
        WorkBudget work
    )
    {
        PutQuestions? put = null;
        foreach (var reply in memory.Asking)
        {
            var questions = program.QuestionsOf(reply).ToList();
            var isReply = true;
            for (var at = NewTurns.PlaceAfter(issue, reply); at < issue.Turns.Count; at++)
            {
                if (Authorship.IsAside(issue.Turns[at], issue))
                    continue;
                var text = MatchInput.PrepareTurn(issue, at, defaultLocale, maxLength, work);
                var isAnswer = (put ??= new PutQuestions()).Read(questions, issue, issue.Turns[at], text, profile, isReply);
                put.IsAnsweredSince |= isAnswer && at >= since;
                isReply = false;
            }
        }

        return put;
    }

    /// <summary>The issue with what was answered in words in the fields that take the answers.</summary>
    public Issue Fill(Issue issue) => AnswerFinder.Fill(issue, _found);

    /// <returns>Whether a turn answers a question.</returns>
    private bool Read(
        IReadOnlyList<CompiledQuestion> questions,
        Issue issue,
        Turn turn,
        MatchInput text,
        ConversationProfile profile,
        bool isReply
    )
    {
        var isAnswer = false;
        foreach (var question in questions)
        {
            var found = IsFilledIn(turn, question) ? null : AnswerFinder.Find(question, text, profile);
            if (found is not null)
                Take(question, issue, found);
            isAnswer |=
                found is not null || IsFilledIn(turn, question) || question.AnsweredWhen?.Evaluate(text, FactValues.None) == Truth.True;
        }

        // What answers another question, or thanks, or complains, is no answer to one that takes whatever is replied.
        if (
            isReply
            && !isAnswer
            && questions.FirstOrDefault(AnswerFinder.TakesReply) is { } open
            && profile.Of(text) == SignalSet.None
            && AnswerFinder.Reply(text) is { } reply
        )
        {
            Take(open, issue, reply);
            isAnswer = true;
        }

        return isAnswer;
    }

    // What was said last counts; what was filled in counts before what was read.
    private void Take(CompiledQuestion question, Issue issue, string found)
    {
        if (!issue.Turns.Any(turn => IsFilledIn(turn, question)))
            _found[question.Definition.Field] = found;
    }

    private static bool IsFilledIn(Turn turn, CompiledQuestion question) =>
        turn.Fields.TryGetValue(question.Definition.Field, out var value) && !string.IsNullOrWhiteSpace(value);
}
