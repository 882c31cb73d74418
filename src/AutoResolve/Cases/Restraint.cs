using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>
/// Holds automation back where the rules alone would not: when a person has the conversation, and when it has written often enough.
/// </summary>
internal sealed class Restraint(
    PersonReplies persons,
    MessageLimit limit,
    MessageCount messages,
    HandlerRegistry handlers,
    IOptionsMonitor<CaseOptions> options
)
{
    private const string Silent = "The person is not told or asked anything: automation has written to them as often as it may in a day.";

    /// <summary>What is known of a case with what its new turns tell of who has the conversation.</summary>
    /// <param name="content">What the row of the case holds; null for a new case.</param>
    /// <param name="delivery">What was delivered.</param>
    /// <param name="state">What is decided.</param>
    public CaseContent After(CaseContent? content, Delivery delivery, CaseState state)
    {
        content ??= new CaseContent();
        if (delivery is { Unprocessable: not null, Issue: null } && content.Decision is null)
            content = content with { BeganUnread = true };
        return content.HasPerson || delivery.HasPerson || persons.AnyIn(state.NewTurns, state.Issue)
            ? content with
            {
                HasPerson = true,
            }
            : content;
    }

    /// <param name="state">What was decided.</param>
    /// <param name="content">What is known of the case.</param>
    /// <param name="decided">What the rules decided.</param>
    /// <param name="keys">The journal's keys.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What is done, which may be less.</returns>
    public async ValueTask<Decision> ApplyAsync(
        CaseState state,
        CaseContent content,
        Decision decided,
        CaseKeyring keys,
        CancellationToken cancellationToken
    )
    {
        var resolution = decided.Resolution;
        if (IsToldAlready(state, content, resolution))
            return Restrained(decided, resolution with { Reason = ResolutionReason.GoesOn });
        if (
            resolution.Outcome == Outcome.Closed
            || resolution.Reason == ResolutionReason.Guarded
            || (resolution.Reason == ResolutionReason.GoesOn && content.Decision is not null && !IsOwnAfterUnread(state, content))
        )
            return decided;
        if (content.BeganUnread || (content.HasPerson && !options.CurrentValue.AnswerAfterPerson))
            return Restrained(decided, OfPerson(resolution, content, state.Issue));
        var isTooMany =
            Writes(resolution)
            && limit.QuotaOf(state, content.Address, keys) is { } quota
            && await messages.IsUsedUpAsync(quota, cancellationToken).ConfigureAwait(false);
        if (!isTooMany)
            return decided;
        return decided.IsHandedOver ? WithoutMessage(decided) : Restrained(decided, TooMany(resolution));
    }

    // What a person writes to the customer in a case that a guard gave to persons is theirs already.
    private bool IsToldAlready(CaseState state, CaseContent content, Resolution resolution) =>
        resolution.Reason == ResolutionReason.Guarded
        && content is { Ticket.IsGuarded: true, Decision: not null }
        && state.NewTurns is [.., var newest]
        && state.New[^1].Turn is not null
        && persons.AnyIn([newest], state.Issue);

    // What came before the issue itself is its newest turn, and says nothing.
    private static bool IsOwnAfterUnread(CaseState state, CaseContent content) => content.BeganUnread && state.IsOwnNew;

    private static Decision Restrained(Decision decided, Resolution resolution) =>
        decided.With(resolution with { Answer = null, Questions = [], Actions = [] }, keepsPolicy: false);

    // Whoever gets it anyway gets it; the person is not written to.
    private static Decision WithoutMessage(Decision decided) =>
        decided.With(
            decided.Resolution with
            {
                Summary = $"{decided.Resolution.Summary} {Silent}",
                Answer = null,
                Questions = [],
                Actions = [.. decided.Resolution.Actions.Where(action => !MessageCount.IsMessage(action))],
            }
        );

    // To whoever has its ticket, so that the ticket is updated and not opened anew.
    private static Resolution OfPerson(Resolution resolution, CaseContent content, Issue issue)
    {
        var ticket = content.Ticket;
        var team = ticket is null
            ? issue.Replies.LastOrDefault(reply => reply.Team is not null)?.Team ?? EffectContent.TeamOf(resolution)
            : ticket.Team;
        var isUnread = resolution.Reason == ResolutionReason.Unprocessable;
        return resolution with
        {
            Outcome = team is null || ticket is { IsEscalated: true } ? Outcome.Escalated : Outcome.Routed,

            // Why it could not be processed is told nowhere else.
            Reason = isUnread ? resolution.Reason : ResolutionReason.PersonHasIt,
            Summary = isUnread
                ? resolution.Summary
                : $"{Whose(content)}, so automation says nothing, and whoever has the case goes on with it.",
            Rule = null,
            Team = team,
        };
    }

    private static string Whose(CaseContent content) =>
        content.HasPerson
            ? "A person has written to the customer"
            : "What came of this case before could not be processed and went to a person";

    private static Resolution TooMany(Resolution resolution) =>
        resolution with
        {
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.TooManyMessages,

            // What the rule wanted to say or do is not done, so it is not told.
            Summary = resolution.Rule is { } rule
                ? $"Rule {rule.Id} matched, but automation has written to this person as often as it may in a day, so a person gets it."
                : "Automation has written to this person as often as it may in a day, so a person gets it.",
            Team = EffectContent.TeamOf(resolution),
        };

    private bool Writes(Resolution resolution) =>
        (resolution.Answer is not null && Has(BuiltInHandlers.Reply))
        || (resolution.Questions.Count > 0 && Has(BuiltInHandlers.Ask))
        || resolution.Actions.Any(MessageCount.IsMessage);

    private bool Has(string handler) => handlers.Find(handler) is not null;
}
