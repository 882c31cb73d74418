using System.Collections.Concurrent;
using AutoResolve;
using AutoResolve.Actions;
using HelpDesk.Messages;

namespace HelpDesk.Approvals;

/// <summary>What waits for a person, in memory.</summary>
internal sealed class WaitingApprovals(IIssueProcessor processor, IFeedbackCollector feedback)
{
    private readonly ConcurrentDictionary<string, WaitingApproval> _waiting = new(StringComparer.Ordinal);

    public IReadOnlyList<WaitingApproval> All => [.. _waiting.Values.OrderBy(one => one.Issue.Id, StringComparer.Ordinal)];

    public void Keep(Issue issue, Disposition disposition)
    {
        // What was asked for before a later decision of the case can be approved no more.
        if (disposition.Status == DispositionStatus.Done)
        {
            foreach (var earlier in All.Where(one => CaseReference.Of(one.Issue) == CaseReference.Of(issue)))
                _waiting.TryRemove(earlier.Key, out _);
        }

        foreach (var (planned, action) in disposition.Resolution.Actions.Zip(disposition.Actions))
        {
            if (action.State == ActionState.WaitsForApproval)
            {
                _waiting[action.Key] = new WaitingApproval(
                    action.Key,
                    action.Handler,
                    planned.Parameters,
                    disposition.Resolution.Rule,
                    issue
                );
            }
        }
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
            // Where only the time is wrong, as while automation is stopped, it waits on.
            if (exception.ParamName == "actionKey")
                _waiting.TryRemove(key, out _);
            return Refusal.Of(exception);
        }
    }

    /// <summary>The team has the case already; the verdict counts in the rule's track record.</summary>
    public async Task<string> DenyAsync(string key, string by, CancellationToken cancellationToken)
    {
        if (!_waiting.TryGetValue(key, out var waiting))
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
        _waiting.TryRemove(key, out _);
        return $"{waiting.Handler} for issue {waiting.Issue.Id} was denied. The team has the case.";
    }
}
