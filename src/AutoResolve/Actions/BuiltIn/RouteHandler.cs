namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>route</c>: hands the issue to the team that owns it.</summary>
internal sealed class RouteHandler(IEnumerable<ITicketSystem> systems) : IActionHandler<RouteParameters>
{
    public string Name => "route";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<RouteParameters> context, CancellationToken cancellationToken)
    {
        var team = context.Parameters.Team ?? context.Resolution.Team ?? context.Resolution.Rule?.Owner;
        if (string.IsNullOrWhiteSpace(team))
            return ActionOutcome.Failed("No team is named: add \"with\": { \"team\": \"…\" }.");
        foreach (var system in systems)
            await system.RouteAsync(context.Issue.Id, team, context.Parameters.Tier ?? context.Resolution.Tier, context.Parameters.Reason ?? context.Resolution.Summary, cancellationToken).ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }
}
