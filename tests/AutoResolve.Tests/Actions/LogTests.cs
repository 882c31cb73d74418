using AutoResolve.Cases;
using AutoResolve.Tests.PlugIns;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Tests.Actions;

/// <summary>What a host that goes well writes at the level that is on by default: one line a turn.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task Process_EachTurn_IsOneLine()
    {
        await using var host = new DbHost();
        host.Get<IIssueResolver>();
        host.Logs.Clear();

        await host.ProcessAsync("alpha someone@example.org");
        await host.Processor.ContinueAsync(new CaseReference(null, "issue-1"), new Turn { Id = "m2", Text = "alpha again" });
        await host.ProcessAsync("nobody knows that", "issue-2");
        await host.ProcessAsync("twice", "issue-3");
        await host.ProcessAsync("route", "issue-4");

        Assert.Equal(
            [
                "Issue issue-1: Fixed by rule alpha (RuleMatched), 2 action(s), in 0 ms.",
                "Issue issue-1: Escalated by rule alpha (AllStepsTried), 0 action(s), in 0 ms.",
                "Issue issue-2: Escalated by rule (null) (NoRuleMatched), 0 action(s), in 0 ms.",
                "Issue issue-3: Escalated by rule twice (RuleMatched), 2 action(s), in 0 ms.",
                "Issue issue-4: Routed by rule route (RuleMatched), 1 action(s), in 0 ms.",
            ],
            Lines(host)
        );
    }

    [Fact]
    public async Task Process_WhatDoesNothing_IsNoLine()
    {
        await using var host = new DbHost();
        await host.ProcessAsync("alpha");
        host.Logs.Clear();

        await host.ProcessAsync("alpha");
        await host.Processor.ContinueAsync(new CaseReference(null, "issue-2"), new Turn { Id = "m2", Text = "alpha" });
        await host.Get<IIssueResolver>().ResolveAsync(new Issue { Id = "issue-3", Text = "alpha" });

        Assert.Empty(Lines(host));
    }

    [Fact]
    public async Task Process_OfACallerWhoGoes_IsStillOneLine()
    {
        await using var host = new DbHost();
        using var caller = new CancellationTokenSource();
        host.Script.Fix = async _ =>
        {
            await caller.CancelAsync();
            return ActionOutcome.Succeeded();
        };
        host.Get<IIssueResolver>();
        host.Logs.Clear();

        var call = host.Processor.ProcessAsync(new Issue { Id = "issue-1", Text = "alpha" }, caller.Token).AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await host.Get<WorkInFlight>().EndAsync();

        Assert.Equal(["Issue issue-1: Fixed by rule alpha (RuleMatched), 2 action(s), in 0 ms."], Lines(host));
    }

    [Fact]
    public async Task Approve_IsOneLineMore()
    {
        await using var host = new DbHost();
        var issue = new Issue { Id = "issue-1", Text = "erase" };
        var waiting = await host.Processor.ProcessAsync(issue);
        host.Logs.Clear();

        await host.Processor.ApproveAsync(issue, waiting.Actions[0].Key, "u17");

        Assert.Equal(["Issue issue-1: Fixed by rule erase (RuleMatched), 1 action(s), in 0 ms."], Lines(host));
    }

    private static IEnumerable<string> Lines(DbHost host) =>
        host.Logs.GetSnapshot().Where(record => record.Level >= LogLevel.Information).Select(record => record.Message);
}
