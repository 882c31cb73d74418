using System.Collections.Concurrent;
using System.Globalization;
using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Driving;

/// <summary>Approves what waits for it: once, by two at once, late, or so that the host is gone meanwhile.</summary>
internal sealed class Supervisor(
    HostPool pool,
    Courier courier,
    FaultInjector faults,
    IJournal journal,
    CancellationToken cancellationToken
)
{
    private const int MaxTries = 20;
    private const int MaxRequests = 2;

    // Of the entry that ends a request whose time has passed.
    private const string Expired = "expired";

    private readonly ConcurrentQueue<Approving> _approvings = [];

    public IReadOnlyCollection<Approving> Approvings => _approvings;

    /// <summary>Approves what waits in a case.</summary>
    /// <param name="story">The case.</param>
    /// <param name="order">The issue as it was last delivered; how it was rewritten since it was decided does not count.</param>
    /// <param name="hosts">By how many hosts at once.</param>
    /// <param name="kills">Whether one of them is killed meanwhile.</param>
    public async Task ApproveAsync(CaseStory story, Order order, int hosts, bool kills)
    {
        // Also what can be approved no more.
        var query = new JournalQuery { Case = story.Reference, Kinds = [JournalEntryKind.ApprovalRequest] };
        var requests = await journal.ReadAsync(query, cancellationToken).ToListAsync(cancellationToken);
        foreach (var request in requests.TakeLast(MaxRequests))
        {
            var version = await VersionAsync(request);
            var approval = order with { Do = OrderKind.Approve, Key = JournalView.EffectOf(request), Version = version };
            var isOpen = await journal
                .ReadAsync(query with { Unfinished = true }, cancellationToken)
                .AnyAsync(open => open.Key == request.Key, cancellationToken);
            await ApproveAsync(story, approval, request, hosts, kills && isOpen);
        }
    }

    private async Task ApproveAsync(CaseStory story, Order order, JournalEntry request, int hosts, bool kills)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var picked = await pool.PickAsync(hosts, cancellationToken);
            var asking = picked.Select(host => ApproveAsync(story, order, request, host)).ToList();
            if (kills)
                await faults.KillSoonAsync(picked[0], FaultKind.KilledInApproval);
            kills = false;
            if ((await Task.WhenAll(asking)).Any(isAnswered => isAnswered))
                return;
        }
    }

    private async Task<bool> ApproveAsync(CaseStory story, Order order, JournalEntry request, IDrivenHost host)
    {
        var forbidden = await ForbiddenAsync(story, request, host.Settings);
        if (await courier.AskAsync(host, order) is not { } reply)
            return false;
        _approvings.Enqueue(new Approving(story.Reference.ToString(), order.Key!, forbidden, reply));
        return true;
    }

    /// <summary>Why the request must be refused, as the journal stands before it is made.</summary>
    private async Task<Forbidden?> ForbiddenAsync(CaseStory story, JournalEntry request, HostSettings host)
    {
        var until = DateTimeOffset.Parse(JournalView.Text(request, "until")!, CultureInfo.InvariantCulture);
        string? last = null;
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Case = story.Reference }, cancellationToken))
        {
            if (entry.Closes == request.Key && entry.Kind == JournalEntryKind.Approval)
                return Forbidden.Approved;
            if (entry.Closes == request.Key)
                return entry.Label == Expired ? Forbidden.Expired : Forbidden.Stale;
            if (entry.Kind == JournalEntryKind.Decision)
                last = entry.Key;
        }

        return until <= TimeProvider.System.GetUtcNow().AddMinutes(host.ClockMinutes) ? Forbidden.Expired
            : last == JournalView.DecisionOf(request) ? null
            : Forbidden.Stale;
    }

    private async Task<int> VersionAsync(JournalEntry request)
    {
        var query = new JournalQuery { Keys = [JournalView.DecisionOf(request)] };
        var decision = DecisionView.Of(await journal.ReadAsync(query, cancellationToken).FirstAsync(cancellationToken));

        // Turns that waited too long for their case are decided without it; then the first version is as good as any.
        return Enumerable.Range(0, CaseStory.MaxVersions).FirstOrDefault(version => decision.State.Contains(CaseStory.VersionId(version)));
    }
}
