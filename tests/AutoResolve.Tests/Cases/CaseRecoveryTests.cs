using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Hosting;

namespace AutoResolve.Tests.Cases;

/// <summary>What hosts left that are gone is finished by those that are there.</summary>
public sealed class CaseRecoveryTests
{
    private const string Unlock = """{ "do": "unlock" }""";
    private const string Erase = """{ "do": "erase" }""";

    [Fact]
    public async Task Recovery_OfACaseWithSeveralOpenDecisions_FinishesEach()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        await OrphanAsync(host, "issue-1", "one", "two", "three");

        Assert.Equal(1, await host.Processor.RecoverAsync());

        Assert.Equal(["one", "two", "three"], host.Unlock.Calls.Select(call => call.IdempotencyKey));
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
        Assert.Equal(0, await host.Processor.RecoverAsync());
    }

    [Fact]
    public async Task Recovery_ThatEndsBetweenTwoDecisionsOfACase_IsTakenUpOnceMore()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        await OrphanAsync(host, "issue-1", "one", "two");
        host.Journal.Refuses = entry => entry.Key == JournalKeys.Intent("two");
        await host.PassTimeAsync(host.Processor.RecoverAsync().AsTask());
        host.Journal.Refuses = _ => false;
        host.Clock.Advance(new ActionOptions().Lease + TimeSpan.FromSeconds(1));

        Assert.Equal(1, await host.Processor.RecoverAsync());

        Assert.Equal(["one", "two"], host.Unlock.Calls.Select(call => call.IdempotencyKey));
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Fact]
    public async Task Recovery_OfManyCases_DoesNotWaitForTheSlowOne()
    {
        var (count, all) = (0, new TaskCompletionSource());
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        foreach (var number in Enumerable.Range(1, 8))
            await OrphanAsync(host, $"issue-{number}", $"key-{number}");
        host.Unlock.Execute = async (_, _) =>
        {
            // None of them ends before the last has begun.
            if (Interlocked.Increment(ref count) == 8)
                all.SetResult();
            await all.Task;
            return ActionOutcome.Succeeded();
        };

        Assert.Equal(8, await host.Processor.RecoverAsync().AsTask().WaitAsync(Patience.Long));
    }

    [Fact]
    public async Task Stop_OfAnotherHostWhileWhatWasLeftTakesLong_IsHeard()
    {
        var handler = new TaskCompletionSource();
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        await OrphanAsync(host, "issue-1", "one");
        host.Unlock.Execute = async (_, _) =>
        {
            await handler.Task;
            return ActionOutcome.Succeeded();
        };
        await using var other = new ActingHost(host.Journal.ForAnotherHost(), host.Clock, [ActingHost.Rule(Unlock)]);
        var service = host.Get<IEnumerable<IHostedService>>().OfType<AutoResolve.Cases.JournalService>().Single();
        await service.StartAsync(CancellationToken.None);
        await UntilAsync(() => !host.Unlock.Calls.IsEmpty);
        await other.Get<IKillSwitch>().StopAsync("u-1", "It does harm.");

        host.Clock.Advance(new ActionOptions().RefreshInterval);

        await UntilAsync(() => host.Get<IKillSwitch>().IsStopped());
        handler.SetResult();
        await service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Dispose_WhileWhatWasLeftIsTakenUp_WaitsForIt()
    {
        var handler = new TaskCompletionSource();
        var host = ActingHost.With(ActingHost.Rule(Unlock));
        await OrphanAsync(host, "issue-1", "one");
        host.Unlock.Execute = async (_, _) =>
        {
            await handler.Task;
            return ActionOutcome.Succeeded();
        };
        var processor = host.Processor;
        var recovering = processor.RecoverAsync().AsTask();
        await UntilAsync(() => !host.Unlock.Calls.IsEmpty);
        var disposing = host.Services.DisposeAsync().AsTask();
        await UntilAsync(() => processor.RecoverAsync().AsTask().Exception?.InnerException is ObjectDisposedException);
        Assert.False(disposing.IsCompleted);

        handler.SetResult();
        await disposing.WaitAsync(Patience.Long);

        Assert.Equal("Disposition fixed", (await host.StoryAsync())[^1]);
        Assert.Equal(1, await recovering);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Recovery_OfWhatWasDoneLateAndCouldNotBeVerified_IsInDoubt()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        await OrphanAsync(host, "issue-1", "one");
        var intent = new JournalEntry
        {
            At = host.Clock.GetUtcNow(),
            Kind = JournalEntryKind.Intent,
            IssueId = "issue-1",
            Key = JournalKeys.Intent("one"),
            IsOpen = true,
            Label = "begun",
            Content = JournalJson.Write(
                new ActionContent
                {
                    Handler = "unlock",
                    Key = "one",
                    Decision = "decision/one",
                    Index = 0,
                }
            ),
        };
        await host.Journal.AppendAsync([
            intent,
            intent with
            {
                Kind = JournalEntryKind.Note,
                Key = JournalKeys.Late("one"),
                IsOpen = false,
                Label = "succeeded",
            },
        ]);

        await host.Processor.RecoverAsync();

        Assert.Empty(host.Unlock.Calls);
        Assert.Equal([ActionState.InDoubt], host.Tickets.Handover?.Actions.Select(action => action.State));
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Recovery_OfARequestThatWasMadeBefore_KeepsUntilWhenItCanBeApproved()
    {
        await using var gone = ActingHost.With(ActingHost.Rule(Erase));
        gone.Tickets.IsDown = true;
        await gone.PassTimeAsync(gone.Processor.ProcessAsync(Some).AsTask());
        var request = Assert.Single(await gone.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.ApprovalRequest] }));
        gone.Clock.Advance(TimeSpan.FromDays(3));
        await using var host = gone.Successor(ActingHost.Rule(Erase));

        Assert.Equal(1, await host.Processor.RecoverAsync());

        var record = await host.Journal.FindCaseAsync(CaseReference.Of(Some));
        Assert.Single(await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.ApprovalRequest] }));
        Assert.Equal((JournalJson.Read<ActionContent>(request).Until, "approval"), (record?.Due, record?.DueFor));
    }

    private static Issue Some => new() { Id = "issue-1", Text = "alpha" };

    /// <summary>Writes a case that a host left with these decisions, none of whose actions was begun.</summary>
    private static async Task OrphanAsync(ActingHost host, string issue, params IEnumerable<string> keys)
    {
        var entries = keys.Select(key => new JournalEntry
        {
            At = host.Clock.GetUtcNow(),
            Kind = JournalEntryKind.Decision,
            IssueId = issue,
            Key = $"decision/{key}",
            IsOpen = true,
            RuleId = "alpha",
            RuleVersion = 1,
            Label = "fixed",
            Content = JournalJson.Write(
                new DecisionContent
                {
                    Issue = new IssueRecord { Id = issue },
                    Today = new DateOnly(2026, 11, 1),
                    Reason = "ruleMatched",
                    Summary = "It matched.",
                    Actions =
                    [
                        new ActionRecord
                        {
                            Handler = "unlock",
                            Key = key,
                            IsWhole = true,
                        },
                    ],
                    Mode = "active",
                }
            ),
        });
        var record = new CaseRecord { Reference = new CaseReference(null, issue), Owner = CaseOwner.Automation };
        await host.Journal.AppendAsync(
            [.. entries],
            new CaseChange
            {
                Case = record,
                ExpectedVersion = 0,
                Lease = TimeSpan.FromSeconds(1),
            }
        );
        host.Clock.Advance(TimeSpan.FromSeconds(2));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var deadline = Environment.TickCount64 + (long)Patience.Long.TotalMilliseconds;
        while (!holds())
        {
            Assert.True(Environment.TickCount64 < deadline, "It does not come.");
            await Task.Delay(1);
        }
    }
}
