using AutoResolve.Actions.BuiltIn;
using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>
/// Takes outcomes to the people they are for, as far as the host has the handlers: answers and questions to customers, issues to teams
/// and persons. Rules need not say so.
/// </summary>
internal sealed class OutcomeDelivery(HandlerRegistry handlers, IRulebookMonitor rulebooks)
{
    /// <summary>Whether a handler takes outcomes to people, rather than changes anything else.</summary>
    public static bool Delivers(string handler) =>
        handler
            is BuiltInHandlers.Reply
                or BuiltInHandlers.Ask
                or BuiltInHandlers.Route
                or BuiltInHandlers.Escalate
                or BuiltInHandlers.Update
                or BuiltInHandlers.Tag;

    /// <summary>Whether the host has a ticket system, which is told of each issue that a person gets.</summary>
    public bool TellsPeople => handlers.Find(BuiltInHandlers.Escalate) is not null;

    /// <summary>
    /// Adds what the outcome asks for behind the rule's own actions, so that it is carried out as they are. What the rule does itself is
    /// not done again.
    /// </summary>
    /// <param name="resolution">The decision.</param>
    /// <param name="ticket">The case's open ticket: where it would go to the same team once more, it is not routed again but updated in
    /// the end.</param>
    public Resolution Complete(Resolution resolution, CaseTicket? ticket)
    {
        if (ticket is { IsAssigned: true } && resolution.Actions.Any(action => action.Handler == BuiltInHandlers.Route))
            resolution = resolution with { Actions = [.. resolution.Actions.Where(action => action.Handler != BuiltInHandlers.Route)] };
        var others = ticket is { IsAssigned: true } ? [] : Others(resolution, ticket);
        var stays = ticket is { IsAssigned: true } || (ticket is { IsEscalated: false } && ticket.Team == resolution.Team);
        IReadOnlyList<PlannedAction> added =
        [
            .. Add(BuiltInHandlers.Route, resolution.Outcome == Outcome.Routed && !stays, resolution),
            .. others,
            .. Add(BuiltInHandlers.Escalate, IsEscalatedFirst(resolution, ticket), resolution),
            .. Add(BuiltInHandlers.Reply, resolution.Answer is not null, resolution),
            .. Add(BuiltInHandlers.Ask, resolution.Questions.Count > 0, resolution),
        ];
        return added.Count == 0 ? resolution : resolution with { Actions = [.. resolution.Actions, .. added] };
    }

    // One team owns the case; those that have what else it speaks of are told by a route of their own, whose key is of their team.
    private List<PlannedAction> Others(Resolution resolution, CaseTicket? ticket)
    {
        List<PlannedAction> routes = [];
        if (resolution.Outcome != Outcome.Routed || handlers.Find(BuiltInHandlers.Route) is null)
            return routes;
        foreach (var team in resolution.Others.Select(other => other.Team).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (team == ticket?.Team || resolution.Actions.Any(action => IsRouteTo(team, action)))
                continue;
            var first = resolution.Others.First(other => other.Team == team);
            Dictionary<string, object?> parameters = new() { [RouteHandler.Team] = team, [RouteHandler.Reason] = Reason(resolution, team) };
            if (first.Tier is { } tier)
                parameters[RouteHandler.Tier] = tier;
            routes.Add(new PlannedAction { Handler = BuiltInHandlers.Route, Parameters = parameters });
        }

        return routes;
    }

    private static string Reason(Resolution resolution, string team)
    {
        var rules = resolution.Others.Where(other => other.Team == team).Select(other => $"{other.Rule.Title} (rule {other.Rule.Id})");
        var owner = resolution.Team is { } first ? $"Team {first} has the case" : "Another team has the case";
        return $"{owner}; it is also about {string.Join(", ", rules)}, which is this team's.";
    }

    private static bool IsRouteTo(string team, PlannedAction action) =>
        action.Handler == BuiltInHandlers.Route && action.Parameters.GetValueOrDefault(RouteHandler.Team) as string == team;

    private static bool IsOther(Resolution resolution, PlannedAction action) =>
        resolution.Others.Any(other => other.Team is { } team && IsRouteTo(team, action));

    // Whoever is told or asked something meanwhile must not be the first to hear.
    private static bool IsEscalatedFirst(Resolution resolution, CaseTicket? ticket) =>
        resolution.Outcome == Outcome.Escalated
        && (resolution.Answer is not null || resolution.Questions.Count > 0)
        && (ticket is null || !IsTheirs(ticket, resolution));

    /// <summary>How the open ticket of a case gets what a later turn brought.</summary>
    public static PlannedAction Update(string? about = null) => About(BuiltInHandlers.Update, UpdateHandler.About, about);

    /// <summary>How a person is told of an issue that was not settled.</summary>
    /// <param name="resolution">What was decided.</param>
    /// <param name="ticket">The ticket that is open.</param>
    /// <param name="about">What was not settled: the decision, or what was approved.</param>
    /// <param name="isDecided">Whether that is the decision, of which a person is told by one key also where the journal cannot be
    /// used.</param>
    public static PlannedAction ToPerson(Resolution resolution, CaseTicket? ticket, string about, bool isDecided = true)
    {
        if (ticket is not null && IsTheirs(ticket, resolution))
            return Update(about);
        return About(BuiltInHandlers.Escalate, EscalateHandler.About, isDecided ? null : about);
    }

    // A message that came back is told to whoever has the case already. Danger is told to those whom the rule names.
    private static bool IsTheirs(CaseTicket ticket, Resolution resolution) =>
        (ticket.IsGuarded || resolution.Reason != ResolutionReason.Guarded)
        && (
            ticket.IsAssigned
            || resolution.Reason == ResolutionReason.Undelivered
            || (ticket.IsEscalated && ticket.Team == EffectContent.TeamOf(resolution))
        );

    /// <summary>The ticket that is open after what was done.</summary>
    public CaseTicket? TicketAfter(Resolution resolution, IReadOnlyList<ActionReport> reports, CaseTicket? ticket)
    {
        for (var place = 0; place < reports.Count; place++)
        {
            if (reports[place].State != ActionState.Succeeded || IsOther(resolution, resolution.Actions[place]))
                continue;
            ticket = reports[place].Handler switch
            {
                BuiltInHandlers.Route => new CaseTicket(false, TeamOf(resolution, resolution.Actions[place])),
                BuiltInHandlers.Escalate => Escalated(resolution),
                _ => ticket,
            };
        }

        return ticket;
    }

    public static CaseTicket Escalated(Resolution resolution) =>
        new(true, EffectContent.TeamOf(resolution), resolution.Reason == ResolutionReason.Guarded);

    // A template may have filled it with what somebody wrote, which has no place in the row of a case.
    private string? TeamOf(Resolution resolution, PlannedAction route)
    {
        if (route.Parameters.GetValueOrDefault(RouteHandler.Team) is not string team || team == resolution.Team)
            return resolution.Team;
        var rule = resolution.Rule is { } reference ? rulebooks.Current.Find(reference.Id) : null;
        return rule?.Actions.Any(action => action.Parameters.GetValueOrDefault(RouteHandler.Team) as string == team) == true ? team : null;
    }

    private static PlannedAction About(string handler, string parameter, string? about) =>
        about is null
            ? new PlannedAction { Handler = handler }
            : new PlannedAction
            {
                Handler = handler,
                Parameters = new Dictionary<string, object?> { [parameter] = about },
            };

    private IEnumerable<PlannedAction> Add(string handler, bool isAskedFor, Resolution resolution)
    {
        if (isAskedFor && handlers.Find(handler) is not null && !resolution.Actions.Any(action => action.Handler == handler))
            yield return new PlannedAction { Handler = handler };
    }
}
