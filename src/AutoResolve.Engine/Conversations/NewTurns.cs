using AutoResolve.Budgets;
using AutoResolve.Matching;

namespace AutoResolve.Conversations;

/// <summary>
/// What was said since automation last did anything: the turn that is decided, and what the others say beside their matter.
/// </summary>
internal sealed class NewTurns
{
    private NewTurns(int first, Turn turn, MatchInput text, SignalSet said) => (First, Turn, Text, Said) = (first, turn, text, said);

    /// <summary>The place of the first new turn.</summary>
    public int First { get; }

    /// <summary>The turn that is decided: the last that says more than thanks.</summary>
    public Turn Turn { get; }

    /// <summary>The turn by itself.</summary>
    public MatchInput Text { get; }

    /// <summary>What it says beside its matter; whoever wants a person in any of the turns wants one.</summary>
    public SignalSet Said { get; }

    /// <param name="profile">How people talk.</param>
    /// <param name="issue">The case.</param>
    /// <param name="memory">What automation has done in it.</param>
    /// <param name="defaultLocale">The locale of an issue that has none.</param>
    /// <param name="maxLength">The most UTF-16 units that are read.</param>
    /// <param name="work">Takes the steps.</param>
    /// <returns>Null where nobody has said anything since the issue came in.</returns>
    public static NewTurns? Find(
        ConversationProfile profile,
        Issue issue,
        CaseMemory memory,
        string defaultLocale,
        int maxLength,
        WorkBudget work
    )
    {
        if (issue.Turns.Count == 0)
            return null;
        var first = memory.LastReply is { } reply ? Math.Min(PlaceAfter(issue, reply), issue.Turns.Count - 1) : 0;
        var said = SignalSet.None;
        NewTurns? decided = null;
        for (var at = issue.Turns.Count - 1; at >= first; at--)
        {
            if (Authorship.IsAside(issue.Turns[at], issue))
                continue;
            var turn = Read(profile, issue, at, first, defaultLocale, maxLength, work);
            said = turn.Said.Has(Signal.WantsPerson) ? said.With(Signal.WantsPerson) : said;
            if (decided is null || (IsThanks(decided.Said) && !IsThanks(turn.Said)))
                decided = turn;
        }

        // Of a case that comes whole, what is decided is what was last said about it.
        if (decided is null)
            return memory.LastReply is null ? null : Read(profile, issue, issue.Turns.Count - 1, first, defaultLocale, maxLength, work);
        return said.Has(Signal.WantsPerson)
            ? new NewTurns(first, decided.Turn, decided.Text, decided.Said.With(Signal.WantsPerson))
            : decided;
    }

    /// <summary>The place behind the last turn that a reply was decided by: what is not among the turns came before them all.</summary>
    public static int PlaceAfter(Issue issue, CaseReply reply)
    {
        for (var at = 0; at < issue.Turns.Count && reply.Turn is not null; at++)
        {
            if (issue.Turns[at].Id == reply.Turn)
                return at + 1;
        }

        return 0;
    }

    private static NewTurns Read(
        ConversationProfile profile,
        Issue issue,
        int at,
        int first,
        string defaultLocale,
        int maxLength,
        WorkBudget work
    )
    {
        var text = MatchInput.PrepareTurn(issue, at, defaultLocale, maxLength, work);
        return new NewTurns(first, issue.Turns[at], text, profile.Of(text));
    }

    private static bool IsThanks(SignalSet said) => said == SignalSet.None.With(Signal.Waiting);
}
