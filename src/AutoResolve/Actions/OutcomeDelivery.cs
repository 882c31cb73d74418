using AutoResolve.Actions.BuiltIn;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>Takes outcomes to the people they are for, as far as the host has the handlers: answers and questions to customers, issues to teams and persons. Rules need not say so.</summary>
internal sealed class OutcomeDelivery(HandlerRegistry handlers, ILogger<OutcomeDelivery> logger)
{
    /// <summary>Whether the host has a ticket system, which is told of each issue that a person gets.</summary>
    public bool TellsPeople => handlers.Find(EscalateHandler.Called) is not null;

    /// <summary>Adds what the outcome asks for behind the rule's own actions, so that it is carried out as they are. What the rule does itself is not done again.</summary>
    public Resolution Complete(Resolution resolution)
    {
        IReadOnlyList<PlannedAction> added =
        [
            .. Add(RouteHandler.Called, resolution.Outcome == Outcome.Routed, resolution),
            .. Add(ReplyHandler.Called, resolution.Answer is not null, resolution),
            .. Add(AskHandler.Called, resolution.Questions.Count > 0, resolution),
        ];
        return added.Count == 0 ? resolution : resolution with { Actions = [.. resolution.Actions, .. added] };
    }

    /// <summary>Hands an issue to a person, with what is known and what was done. Where that is done again after a restart, the key is the same.</summary>
    /// <returns>Whether the ticket system took it; also true where there is none, or a rule has told it.</returns>
    public async ValueTask<bool> EscalateAsync(Issue issue, Disposition disposition, string key, CancellationToken cancellationToken)
    {
        if (handlers.Find(EscalateHandler.Called) is not { } pipeline || disposition.Actions.Any(action => action is { Handler: EscalateHandler.Called, Fate: ActionFate.Succeeded }))
            return true;
        var call = new ActionCall(new PlannedAction { Handler = EscalateHandler.Called }, issue, disposition.Resolution with { Packet = disposition.Handover }, key);
        var result = await pipeline.ExecuteAsync(pipeline.Handler.Bind(call), _ => { }, cancellationToken).ConfigureAwait(false);
        if (result.Fate != ActionFate.Succeeded)
            Log.NotEscalated(logger, issue.Id, result.Fate, result.Message);
        return result.Fate == ActionFate.Succeeded;
    }

    private IEnumerable<PlannedAction> Add(string handler, bool isAskedFor, Resolution resolution)
    {
        if (isAskedFor && handlers.Find(handler) is not null && !resolution.Actions.Any(action => action.Handler == handler))
            yield return new PlannedAction { Handler = handler };
    }
}
