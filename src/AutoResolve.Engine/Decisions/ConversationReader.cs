using AutoResolve.Budgets;
using AutoResolve.Compiling;
using AutoResolve.Conversations;
using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>Reads a case for a decision: what is answered, asked or not, who wrote last, what the last turn says by itself.</summary>
/// <param name="program">The rules.</param>
/// <param name="profile">How people talk.</param>
/// <param name="readsField">Whether a rule or question reads a field.</param>
internal sealed class ConversationReader(RuleProgram program, ConversationProfile profile, Func<string, bool> readsField)
{
    // A rule whose question is answered may make room for one that asks another.
    private const int MaxAnswersBeforehand = 3;

    // What was done long ago is hardly what is to be done now.
    private const int MaxDeeds = 20;

    /// <param name="issue">The issue, with its turns and replies.</param>
    /// <param name="today">The day in UTC; null where dates do not count.</param>
    /// <param name="facts">What is known of facts.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units that are read.</param>
    /// <param name="work">Takes the steps.</param>
    public DecisionInput Read(Issue issue, DateOnly? today, FactValues facts, string defaultLocale, int maxLength, WorkBudget work)
    {
        var memory = CaseMemory.Of(issue, program);
        var since = NewTurns.Find(profile, issue, memory, defaultLocale, maxLength, work);
        var asked =
            issue.Turns.Count == 0
                ? null
                : PutQuestions.Find(program, profile, issue, memory, since?.First ?? 0, defaultLocale, maxLength, work);
        var text = MatchInput.Prepare(asked is null ? issue : asked.Fill(issue), defaultLocale, maxLength, work);
        var input = new DecisionInput
        {
            Text = text,
            Matches = program.Matcher.Match(text, facts),
            Newest = since is null
                ? null
                : new NewestTurn
                {
                    Turn = since.Turn,
                    IsAside = Authorship.IsAside(since.Turn, issue),
                    Text = since.Text,
                    Matches = program.Matcher.Match(since.Text, facts),
                    Answers = asked?.IsAnsweredSince == true,
                },
            Said = since?.Said ?? OfFirst(text),
            Memory = memory,
            Deeds = memory.LastReply is null ? [] : DeedsOf(memory, issue, defaultLocale, maxLength, work),
            Author = since is null ? Authorship.Of(issue) : Authorship.Of(since.Turn),
            Facts = facts,
            Today = today,
            DefaultLocale = defaultLocale,
        };
        for (var time = 0; time < MaxAnswersBeforehand && AnsweredBeforehand(input) is { } answered; time++)
        {
            var filled = MatchInput.Prepare(answered, defaultLocale, maxLength, work);
            input = input with { Text = filled, Matches = program.Matcher.Match(filled, facts) };
        }

        return input;
    }

    /// <summary>The same once facts are known.</summary>
    public DecisionInput Settle(DecisionInput input, FactValues facts, IReadOnlyList<FactLookup> lookups)
    {
        var matcher = program.Matcher;
        return input with
        {
            Matches = matcher.Settle(input.Matches, input.Text, facts),
            Newest = input.Newest is { } newest ? newest with { Matches = matcher.Settle(newest.Matches, newest.Text, facts) } : null,
            Facts = facts,
            Lookups = lookups,
        };
    }

    // Nothing was offered yet that could have helped or not.
    private SignalSet OfFirst(MatchInput text)
    {
        var said = profile.OfFirst(text);
        return said.Has(Signal.Withdrawn) && profile.Says(Signal.Unsolved, text) ? said.With(Signal.Unsolved) : said;
    }

    // Who says at once what would be asked is decided like who is asked. Null where nothing was said that a rule reads.
    private Issue? AnsweredBeforehand(DecisionInput input)
    {
        if (!AsksBlocking(input.Matches.Matches))
            return null;
        var field = RankedRules.Of(input, input.Matches.Matches);
        if (field.Guard is not null)
            return null;
        var blocking = field.Best.SelectMany(best => best.Match.Rule.Ask).Where(question => question.IsBlocking);
        return AnswerFinder.Fill(input.Text, blocking.Where(question => readsField(question.Definition.Field)), profile);
    }

    private static bool AsksBlocking(IReadOnlyList<RuleMatch> matches)
    {
        for (var at = 0; at < matches.Count; at++)
        {
            var ask = matches[at].Rule.Ask;
            for (var question = 0; question < ask.Count; question++)
            {
                if (ask[question].IsBlocking)
                    return true;
            }
        }

        return false;
    }

    private List<(CaseReply, MatchInput)> DeedsOf(CaseMemory memory, Issue issue, string defaultLocale, int maxLength, WorkBudget work) =>
        [.. memory.Deeds.TakeLast(MaxDeeds).Select(deed => (deed, Until(issue, deed, defaultLocale, maxLength, work)))];

    private MatchInput Until(Issue issue, CaseReply reply, string defaultLocale, int maxLength, WorkBudget work)
    {
        var then = issue with
        {
            Turns = [.. issue.Turns.Take(NewTurns.PlaceAfter(issue, reply))],
            Replies = [.. issue.Replies.TakeWhile(other => other != reply)],
        };
        var asked = PutQuestions.Find(program, profile, then, CaseMemory.Of(then, program), 0, defaultLocale, maxLength, work);
        return MatchInput.Prepare(asked is null ? then : asked.Fill(then), defaultLocale, maxLength, work);
    }
}
