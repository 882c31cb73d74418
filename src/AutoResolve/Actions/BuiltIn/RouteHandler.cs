namespace AutoResolve.Actions.BuiltIn;

/// <summary><c>route</c>: hands the issue to the team that owns it.</summary>
internal sealed class RouteHandler(ITicketSystem tickets) : IActionHandler<RouteParameters>, IActionDryRun<RouteParameters>
{
    private const int MaxTier = 3;

    public const string Team = "team";
    public const string Tier = "tier";
    public const string Reason = "reason";

    public string Name => BuiltInHandlers.Route;

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<RouteParameters> context, CancellationToken cancellationToken)
    {
        var (team, tier) = Target(context);
        if (Problem(team, tier) is { } problem)
            return problem;
        var handover = context.Resolution.Handover ?? Handover.Of(context.Resolution);
        handover = handover with { Team = team, Summary = Given(context.Parameters.Reason) ?? handover.Summary };
        await tickets
            .RouteAsync(CaseReference.Of(context.Issue), team!, tier, handover, context.IdempotencyKey, cancellationToken)
            .ConfigureAwait(false);
        return ActionOutcome.Succeeded();
    }

    public ValueTask<ActionOutcome> DryRunAsync(ActionContext<RouteParameters> context, CancellationToken cancellationToken)
    {
        var (team, tier) = Target(context);
        return new(Problem(team, tier) ?? ActionOutcome.Succeeded($"Would hand the issue to the team '{team}'."));
    }

    private static (string? Team, int? Tier) Target(ActionContext<RouteParameters> context) =>
        (Given(context.Parameters.Team) ?? Given(context.Resolution.Team), context.Parameters.Tier ?? context.Resolution.Tier);

    private static ActionOutcome? Problem(string? team, int? tier)
    {
        if (team is null)
            return ActionOutcome.Failed("Neither the action nor the rule names a team.");
        return tier is < 0 or > MaxTier ? ActionOutcome.Failed($"There is no tier {tier}: tiers are 0 to {MaxTier}.") : null;
    }

    // A template whose values are missing renders to nothing.
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
