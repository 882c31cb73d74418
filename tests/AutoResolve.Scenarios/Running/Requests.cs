using System.Collections.Concurrent;
using System.Text.Json;
using AutoResolve.Journaling;
using AutoResolve.Scenarios.Hosting;
using AutoResolve.Scenarios.Telling;
using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Running;

/// <summary>Makes of steps what hosts are asked.</summary>
/// <param name="journal">Where approvals are looked up that no delivery told of.</param>
/// <param name="world">Where the keys of messages are looked up.</param>
internal sealed class Requests(IJournal journal, World world)
{
    private const string All = "*";
    private const string By = "s-9";
    private const string Why = "A story says so.";
    private const string NoKey = "00000000000000000000000000000000";

    private readonly ConcurrentDictionary<(string Issue, string Handler), string> _waiting = [];

    public Request Of(StoryStep step) =>
        step switch
        {
            { Deliver: { } issue } => new Request(
                $"delivery of {issue.Id}",
                CaseReference.Of(issue),
                async (host, token) => Remember(issue, await host.Processor.ProcessAsync(issue, token)),
                step.CancelDuring
            ),
            { Continue: { } turn } => new Request(
                $"turn {turn.Turn.Id} of {turn.Reference}",
                turn.Reference,
                async (host, token) => await host.Processor.ContinueAsync(turn.Reference, turn.Turn, token),
                step.CancelDuring
            ),
            { Approve: { } approval } => new Request(
                $"approval of {approval.Handler} by {approval.By}",
                CaseReference.Of(approval.Issue),
                async (host, token) => await host.Processor.ApproveAsync(approval.Issue, await KeyOfAsync(approval), approval.By, token)
            ),
            { Report: { } reported } => new Request(
                $"report of {reported.Event.Id} about {reported.Reference}",
                reported.Reference,
                async (host, token) => await host.Processor.ReportAsync(reported.Reference, EventOf(reported), token)
            ),
            { Stop: { } rule } => Switch($"stop of {rule}", (host, token) =>
                host.Switch.StopAsync(By, Why, rule == All ? null : rule, token)
            ),
            { Resume: { } rule } => Switch($"resumption of {rule}", (host, token) =>
                host.Switch.ResumeAsync(By, Why, rule == All ? null : rule, token)
            ),
            _ => throw new InvalidOperationException("A step has nothing that a host could be asked."),
        };

    private static Request Switch(string name, Func<StoryHost, CancellationToken, ValueTask> act) => new(name, null, async (host, token) =>
        {
            await act(host, token);
            return null;
        });

    private CaseEvent EventOf(StoryReportedEvent reported) =>
        new()
        {
            Id = reported.Event.Id,
            Kind = reported.Event.Kind,
            Team = reported.Event.Team,
            Into = reported.Event.Into is { } into ? new CaseReference(reported.Tenant, into) : null,
            MessageKey = reported.Event.Message is { } number ? world.KeyOfMessage(reported.Reference, number) : null,
        };

    private Disposition Remember(Issue issue, Disposition disposition)
    {
        foreach (var action in disposition.Actions.Where(action => action.State == ActionState.WaitsForApproval))
            _waiting[(JsonSerializer.Serialize(issue), action.Handler)] = action.Key;
        return disposition;
    }

    /// <summary>What a person sees waiting: the action that the delivery of the issue told of, else the newest in the journal.</summary>
    private async Task<string> KeyOfAsync(StoryApproval approval)
    {
        if (_waiting.TryGetValue((JsonSerializer.Serialize(approval.Issue), approval.Handler), out var known))
            return known;
        var query = new JournalQuery
        {
            Kinds = [JournalEntryKind.ApprovalRequest],
            Case = CaseReference.Of(approval.Issue),
            NewestFirst = true,
        };
        await foreach (var request in journal.ReadAsync(query))
        {
            using var content = JsonDocument.Parse(request.Content);
            if (content.RootElement.GetProperty("handler").GetString() == approval.Handler)
                return content.RootElement.GetProperty("key").GetString()!;
        }

        return NoKey;
    }
}
