using AutoResolve.Decisions;
using AutoResolve.Matching;

namespace AutoResolve.Conversations;

/// <summary>Reads a case for a decision: what was asked and is answered now, who wrote last, what the last turn says by itself.</summary>
internal static class ConversationReader
{
    /// <param name="rulebook">The rules.</param>
    /// <param name="issue">The issue, with its turns and replies.</param>
    /// <param name="today">The day in UTC; null where dates do not count.</param>
    /// <param name="facts">What is known of facts.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units that are read.</param>
    public static DecisionInput Read(
        Rulebook rulebook, Issue issue, DateOnly? today, FactValues facts, string defaultLocale, int maxLength)
    {
        var memory = CaseMemory.Of(issue);
        var asked = issue.Turns.Count == 0 ? null : PutQuestions.Find(rulebook, issue, memory, defaultLocale, maxLength);
        var newest = Newest(issue, memory);
        var alone = newest < 0 ? null : IssueText.PrepareTurn(issue, newest, defaultLocale, maxLength);
        var text = IssueText.Prepare(asked is null ? issue : asked.Fill(issue), defaultLocale, maxLength);
        return new DecisionInput
        {
            Text = text,
            Matches = rulebook.Program.Matcher.Match(text, facts),
            Newest = newest < 0 ? null : new NewestTurn
            {
                Turn = issue.Turns[newest],
                IsAside = Authorship.IsAside(issue.Turns[newest], issue),
                Text = alone!,
                Matches = rulebook.Program.Matcher.Match(alone!, facts),
                Answers = asked?.IsAnsweredByLast == true,
            },
            Said = alone is null ? OfFirst(rulebook.Profile, text) : rulebook.Profile.Of(alone),
            Memory = memory,
            AtLastDeed = memory.LastDeed is { } deed ? Until(rulebook, issue, deed, defaultLocale, maxLength) : null,
            Author = newest < 0 ? Authorship.Of(issue) : Authorship.Of(issue.Turns[newest]),
            Facts = facts,
            Today = today,
            DefaultLocale = defaultLocale,
        };
    }

    /// <summary>The same once facts are known.</summary>
    public static DecisionInput Settle(Rulebook rulebook, DecisionInput input, FactValues facts, IReadOnlyList<FactLookup> lookups)
    {
        var matcher = rulebook.Program.Matcher;
        return input with
        {
            Matches = matcher.Settle(input.Matches, input.Text, facts),
            Newest = input.Newest is { } newest ? newest with { Matches = matcher.Settle(newest.Matches, newest.Text, facts) } : null,
            Facts = facts,
            Lookups = lookups,
        };
    }

    // Nothing was offered yet that could have helped or not.
    private static SignalSet OfFirst(ConversationProfile profile, IssueText text)
    {
        var said = profile.Of(text, Signal.WantsPerson, Signal.Withdrawn);
        return said.Has(Signal.Withdrawn) && profile.Says(Signal.Unsolved, text) ? said.With(Signal.Unsolved) : said;
    }

    private static IssueText Until(Rulebook rulebook, Issue issue, CaseReply reply, string defaultLocale, int maxLength)
    {
        var heard = issue.Turns.Index().Where(turn => turn.Item.Id == reply.Turn).Select(turn => turn.Index + 1).FirstOrDefault();
        var then = issue with { Turns = [.. issue.Turns.Take(heard)], Replies = [.. issue.Replies.TakeWhile(other => other != reply)] };
        var asked = PutQuestions.Find(rulebook, then, CaseMemory.Of(then), defaultLocale, maxLength);
        return IssueText.Prepare(asked is null ? then : asked.Fill(then), defaultLocale, maxLength);
    }

    // Of a case that comes whole, what is decided is what was last said about it.
    private static int Newest(Issue issue, CaseMemory memory)
    {
        var newest = issue.Turns.Count - 1;
        while (newest >= 0 && memory.Outcome is null && Authorship.IsAside(issue.Turns[newest], issue))
            newest--;
        return newest;
    }
}
