using AutoResolve.Cases;
using AutoResolve.Sources;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Cases;

/// <summary>When a host ends, nobody waits for it for ever, also where its clock stands still.</summary>
public sealed class HostEndTests
{
    private const string Beta = """{ "anyOf": ["beta"] }""";
    private const string Notify = """{ "do": "notify" }""";
    private static readonly TimeSpan Long = Journals.Patience.Long;

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
    public async Task Stop_WhileAHandlerDoesNotEnd_TellsItToAndTriesNothingMore()
    {
        await using var host = HostThatHangs();
        foreach (var service in host.Services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        var told = new TaskCompletionSource();
        host.Unlock.Execute = async (_, token) =>
        {
            await using var registration = token.Register(told.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, token);
            return ActionOutcome.Succeeded();
        };
        var processing = host.ProcessAsync("issue-1", "beta").AsTask();
        await UntilAsync(() => !host.Unlock.Calls.IsEmpty);
        host.Journal.IsDown = true;

        await StopAsync(host);

        await told.Task.WaitAsync(Long);
        await IsRefusedAsync(processing);
        for (var minute = 0; minute < 10; minute++)
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(host.Unlock.Calls);
        Assert.Equal(39, Assert.Single(host.Logs.GetSnapshot(), record => record.Level >= LogLevel.Warning).Id.Id);
    }

    [Fact]
    public async Task Stop_ThenADelivery_IsRefused()
    {
        await using var host = HostThatHangs();
        await host.ProcessAsync("issue-0", "nobody knows that");
        foreach (var service in host.Services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);

        await StopAsync(host);

        await IsRefusedAsync(Deliver(host, "issue-1"));
        await IsRefusedAsync(host.Processor.RecoverAsync().AsTask());
        Assert.Empty(host.Notify.Calls);
    }

    [Fact]
    public async Task Attempt_AfterOneThatTookLong_IsNotMadeWithALeaseThatCannotBeRenewed()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "unlock" }"""));
        host.Unlock.Execute = (_, _) =>
        {
            host.Journal.IsDown = true;
            host.Clock.Advance(TimeSpan.FromSeconds(20));
            return new(ActionOutcome.Failed("Try again.", isTransient: true));
        };

        var disposition = await host.PassTimeAsync(Deliver(host, "issue-1"));

        Assert.Single(host.Unlock.Calls);
        Assert.Equal((DispositionStatus.UnderWay, false), (disposition.Status, disposition.IsJournaled));
        Assert.Single(host.Logs.GetSnapshot(), record => record.Id.Id == 31);
    }

    [Fact]
    public async Task Dispose_OfAHostThatWasNotStopped_IsNoFailure()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var logs = new FakeLogCollector();
        var reads = 0;
        var journal = new FaultyJournal { Reading = _ => Task.FromResult(Interlocked.Increment(ref reads)) };
        var rules = SomeRules.Set("one", "", SomeRules.Rule("alpha", SomeRules.Route));
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(logs));
        builder
            .Services.AddAutoResolve()
            .UseRules(RuleSource.Memory(new RuleSourceFile(rules.Path, rules.Content)))
            .UseJournal(_ => journal);
        JournalService service;
        using (var host = builder.Build())
        {
            await host.StartAsync();
            service = host.Services.GetServices<IHostedService>().OfType<JournalService>().Single();

            // Two are made by the start itself.
            await UntilAsync(() => Volatile.Read(ref reads) > 2);
        }

        await service.ExecuteTask!;
        Assert.DoesNotContain(logs.GetSnapshot(), record => record.Level >= LogLevel.Error);
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
        await using var host = new ActingHost(journal, gone.Clock, [ActingHost.Rule(Unlock)], options =>
            options.ShutdownTimeout = TimeSpan.Zero
        );
        host.Unlock.Execute = HangAsync;
        var recovering = host.Processor.RecoverAsync().AsTask();
        await UntilAsync(() => !host.Unlock.Calls.IsEmpty);

        await host.Services.DisposeAsync();

        await Task.WhenAny(recovering).WaitAsync(Long);
        _never.SetResult();
    }

    private static Task<Disposition> Deliver(ActingHost host, string id) => host.ProcessAsync(id).AsTask();

    private static async Task StopAsync(ActingHost host)
    {
        foreach (var service in host.Services.GetServices<IHostedService>().Reverse())
            await service.StopAsync(CancellationToken.None);
    }

    private static async Task IsRefusedAsync(Task waiting) =>
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => waiting.WaitAsync(Long));

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(1);
    }

    private ActingHost HostThatHangs()
    {
        var host = new ActingHost(
            new FaultyJournal(),
            new FakeTimeProvider(SomeRules.Now),
            [ActingHost.Rule(Notify), SomeRules.Rule("beta", """{ "outcome": "fix", "actions": [ { "do": "unlock" } ] }""", Beta)],
            options => (options.MaxConcurrentCases, options.ShutdownTimeout) = (1, TimeSpan.Zero)
        );
        host.Notify.Execute = HangAsync;
        return host;
    }

    private async ValueTask<ActionOutcome> HangAsync(ActionContext<AccountParameters> context, CancellationToken cancellationToken)
    {
        await _never.Task;
        return ActionOutcome.Succeeded();
    }
}
