using AutoResolve.Rules;

namespace AutoResolve;

/// <summary>What a rule says about how its actions are carried out.</summary>
/// <param name="UndoOnFailure">Whether actions that succeeded are taken back when a later one does not.</param>
/// <param name="Window">The time in which the actions are carried out once; null for any number.</param>
/// <param name="OncePer">What counts in that time, as a name that is equal for the same requester, issue or rule; null where that is not
/// known.</param>
/// <param name="Tenant">The tenant within which it counts; null for all.</param>
public sealed record ActionPolicy(bool UndoOnFailure, TimeSpan? Window, string? OncePer, string? Tenant)
{
    internal static ActionPolicy Of(Rule rule, Issue issue)
    {
        var name = rule.OncePer?.By switch
        {
            OncePerBy.Rule => $"rule {rule.Id.Value}",
            OncePerBy.Issue => $"rule {rule.Id.Value} issue {issue.Id}",
            OncePerBy.Requester when !string.IsNullOrEmpty(issue.Requester) => $"rule {rule.Id.Value} requester {issue.Requester}",
            _ => null,
        };
        return new ActionPolicy(
            rule.Then.UndoOnFailure,
            rule.OncePer?.Window,
            name,
            rule.OncePer?.By == OncePerBy.Rule ? null : issue.Tenant
        );
    }
}
