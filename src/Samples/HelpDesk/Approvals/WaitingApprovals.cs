using System.Collections.Concurrent;
using AutoResolve;
using AutoResolve.Actions;

namespace HelpDesk.Approvals;

/// <summary>What waits for a person, in memory.</summary>
internal sealed class WaitingApprovals(IIssueProcessor processor, IFeedbackCollector feedback)
{
    private readonly ConcurrentDictionary<string, WaitingApproval> _waiting = new(StringComparer.Ordinal);

    public IReadOnlyList<WaitingApproval> All => [.. _waiting.Values.OrderBy(one => one.Issue.Id, StringComparer.Ordinal)];

    public void Keep(Issue issue, Disposition disposition)
    {
        foreach (var action in disposition.Actions.Where(action => action.State == ActionState.WaitsForApproval))
            _waiting[action.Key] = new WaitingApproval(action.Key, action.Handler, disposition.Resolution.Rule, issue);
    }

    /// <returns>What came of it, for the one who approves.</returns>
    public async Task<string> ApproveAsync(string key, string by, CancellationToken cancellationToken)
    {
        if (!_waiting.TryGetValue(key, out var waiting))
            return "That does not wait any more.";
        try
        {
            var disposition = await processor.ApproveAsync(waiting.Issue, key, by, cancellationToken);
            _waiting.TryRemove(key, out _);
            return disposition.Summary;
        }
        catch (ArgumentException exception)
        {
            _waiting.TryRemove(key, out _);
            return exception.Message;
        }
    }

    /// <summary>The team has the case already; the verdict counts in the rule's track record.</summary>
    public async Task<string> DenyAsync(string key, string by, CancellationToken cancellationToken)
    {
        if (!_waiting.TryRemove(key, out var waiting))
            return "That does not wait any more.";
        await feedback.RecordAsync(
            new Feedback
            {
                IssueId = waiting.Issue.Id,
                Tenant = waiting.Issue.Tenant,
                By = by,
                Verdict = FeedbackVerdict.Wrong,
                Note = $"{waiting.Handler} was denied.",
            },
            cancellationToken
        );
        return $"{waiting.Handler} for issue {waiting.Issue.Id} was denied. The team has the case.";
    }
}
