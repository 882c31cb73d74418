using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Cases;

/// <summary>When a host ends, nobody waits for it for ever, also where its clock stands still.</summary>
public sealed class HostEndTests
{
    private const string Notify = """{ "do": "notify" }""";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _never = new();

    [Fact]
    public async Task Dispose_WhileAHandlerDoesNotEnd_EndsTheWaitOfWhoeverDelivered()
    {
        await using var host = HostThatHangs();
        var processing = Deliver(host, "issue-1");
        await UntilAsync(() => !host.Notify.Calls.IsEmpty);

        await host.Services.DisposeAsync();

        await IsRefusedAsync(processing);
        _never.SetResult();
    }

    [Fact]
    public async Task Dispose_WhileADeliveryWaitsForAPlace_EndsItsWait()
    {
        await using var host = HostThatHangs();
        var working = Deliver(host, "issue-1");
        await UntilAsync(() => !host.Notify.Calls.IsEmpty);
        var waiting = Deliver(host, "issue-2");

        await host.Services.DisposeAsync();

        await IsRefusedAsync(working);
        await IsRefusedAsync(waiting);
        Assert.Single(host.Notify.Calls);
        _never.SetResult();
    }

    [Fact]
    public async Task Dispose_WhileATurnWaitsForAnotherHost_EndsItsWait()
    {
        await using var other = HostThatHangs();
        var working = Deliver(other, "issue-1");
        await UntilAsync(() => !other.Notify.Calls.IsEmpty);
        await using var host = new ActingHost(other.Journal.ForAnotherHost(), other.Clock, [ActingHost.Rule(Notify)]);
        var reads = 0;
        host.Journal.Reading = _ =>
        {
            Interlocked.Increment(ref reads);
            return Task.CompletedTask;
        };
        var turn = host.Processor.ContinueAsync(new CaseReference(null, "issue-1"), new Turn { Id = "m-2", Text = "and" }).AsTask();
        await UntilAsync(() => Volatile.Read(ref reads) > 0);

        await host.Services.DisposeAsync();

        await IsRefusedAsync(turn);
        _never.SetResult();
        await working;
    }

    [Fact]
    public async Task Dispose_WhileAJournalThatIsAwayIsWaitedFor_EndsTheWait()
    {
        await using var host = HostThatHangs();
        host.Journal.CannotBeRead = true;
        var waiting = Deliver(host, "issue-1");

        await host.Services.DisposeAsync();

        await IsRefusedAsync(waiting);
        Assert.Empty(host.Tickets.Lines);
    }

    [Fact]
    public async Task Dispose_WhileWhatWasLeftDoesNotEnd_EndsTheWaitOfWhoeverTakesItUp()
    {
        const string Unlock = """{ "do": "unlock" }""";
        await using var gone = ActingHost.With(ActingHost.Rule(Unlock));
        gone.Unlock.Execute = HangAsync;
        _ = Deliver(gone, "issue-1");
        await UntilAsync(() => !gone.Unlock.Calls.IsEmpty);
        var journal = gone.Journal.ForAnotherHost();
        gone.Journal.IsDown = true;
        gone.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var host = new ActingHost(journal, gone.Clock, [ActingHost.Rule(Unlock)], options => options.ShutdownTimeout = TimeSpan.Zero);
        host.Unlock.Execute = HangAsync;
        var recovering = host.Processor.RecoverAsync().AsTask();
        await UntilAsync(() => !host.Unlock.Calls.IsEmpty);

        await host.Services.DisposeAsync();

        await Task.WhenAny(recovering).WaitAsync(Long);
        _never.SetResult();
    }

    private static Task<Disposition> Deliver(ActingHost host, string id) => host.ProcessAsync(id).AsTask();

    private static async Task IsRefusedAsync(Task waiting) =>
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(Long));

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Yield();
    }

    private ActingHost HostThatHangs()
    {
        var host = new ActingHost(
            new FaultyJournal(),
            new FakeTimeProvider(SomeRules.Now),
            [ActingHost.Rule(Notify)],
            options => (options.MaxConcurrentCases, options.ShutdownTimeout) = (1, TimeSpan.Zero));
        host.Notify.Execute = HangAsync;
        return host;
    }

    private async ValueTask<ActionOutcome> HangAsync(ActionContext<AccountParameters> context, CancellationToken cancellationToken)
    {
        await _never.Task;
        return ActionOutcome.Succeeded();
    }
}
