using AutoResolve.Actions;
using AutoResolve.Tests.Actions;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.PlugIns;

/// <summary>Plug-ins that need what lives as long as a scope.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Process_EachCall_HasAScopeOfItsOwn(bool validates)
    {
        await using var host = new DbHost(validates: validates);
        SideBySide(host, 3);

        var fixedOne = await host.ProcessAsync("facts");
        var routed = await host.ProcessAsync("route", "issue-2");
        var told = await host.ProcessAsync("nobody knows that", "issue-3");

        Assert.Equal([Outcome.Fixed, Outcome.Routed, Outcome.Escalated], [fixedOne.Outcome, routed.Outcome, told.Outcome]);
        Assert.Equal(["one", "three", "two"], host.Log.Users.Take(3).Order());
        Assert.Equal(["fix", "verify", "send", "route", "escalate"], host.Log.Users.Skip(3));
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task Start_MakesEachOnceToReadIt()
    {
        await using var host = new DbHost();

        host.Get<IIssueResolver>();

        // Two of the handlers, two ports that six handlers call, two providers.
        Assert.Equal(2 + 6 + 2, host.Log.All.Count);
        Assert.Empty(host.Log.Users);
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task Process_AttemptThatFailed_LeavesNothingToTheNext()
    {
        await using var host = new DbHost();
        host.Script.Fix = attempt => new(attempt == 1 ? ActionOutcome.Failed("Not now.", isTransient: true) : ActionOutcome.Succeeded());

        var disposition = await host.PassTimeAsync(host.ProcessAsync("alpha"));

        Assert.Equal(Outcome.Fixed, disposition.Outcome);
        Assert.Equal(["fix", "fix", "verify", "send"], host.Log.Users);
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task Process_UndoAndEscalation_HaveScopesOfTheirOwn()
    {
        await using var host = new DbHost();

        var disposition = await host.ProcessAsync("twice");

        Assert.Equal([ActionState.Undone, ActionState.Failed], disposition.Actions.Select(action => action.State));
        Assert.Equal(["fix", "verify", "undo", "escalate"], host.Log.Users);
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task Process_Turns_EachHaveScopes()
    {
        await using var host = new DbHost();

        await host.ProcessAsync("alpha");
        await host.Processor.ContinueAsync(new CaseReference(null, "issue-1"), new Turn { Id = "m2", Text = "alpha again" });
        await host.Processor.ContinueAsync(new CaseReference(null, "issue-1"), new Turn { Id = "m3", Text = "route" });

        Assert.Equal(["fix", "verify", "send", "escalate", "route"], host.Log.Users);
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task Approve_WhatWaited_HasAScope()
    {
        await using var host = new DbHost();
        var issue = new Issue { Id = "issue-1", Text = "erase" };
        var waiting = await host.Processor.ProcessAsync(issue);

        var disposition = await host.Processor.ApproveAsync(issue, Assert.Single(waiting.Actions).Key, "u17");

        Assert.Equal(Outcome.Fixed, disposition.Outcome);
        Assert.Equal(["escalate", "erase"], host.Log.Users.Take(2));
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task Recover_WhatAnotherHostLeft_HasScopes()
    {
        var journal = new FaultyJournal();
        await using var gone = new DbHost(journal: journal);
        journal.Clock = gone.Clock;
        gone.Script.Fix = _ =>
        {
            journal.IsDown = true;
            return new(ActionOutcome.Succeeded());
        };
        await gone.PassTimeAsync(gone.ProcessAsync("alpha"));
        gone.Clock.Advance(new ActionOptions().Lease + TimeSpan.FromSeconds(1));
        await using var next = new DbHost(journal: journal.ForAnotherHost());

        Assert.Equal(1, await next.Processor.RecoverAsync());

        Assert.Equal(["fix", "verify", "send"], next.Log.Users);
        next.Log.AssertOneACall();
        gone.Log.AssertOneACall();
    }

    [Fact]
    public async Task Process_HandlerThatEndsLate_KeepsItsScopeUntilThen()
    {
        await using var host = new DbHost(Add);
        var end = new TaskCompletionSource();
        var disposed = new TaskCompletionSource();
        host.Script.Fix = async _ =>
        {
            await end.Task;
            return ActionOutcome.Succeeded();
        };

        var disposition = await host.PassTimeAsync(host.ProcessAsync("alpha"));
        var late = host.Log.Used[0];

        Assert.Equal(ActionState.InDoubt, disposition.Actions[0].State);
        Assert.Equal(["fix", "escalate"], host.Log.Users);
        Assert.Equal(0, late.Disposals);
        host.Log.Disposing = disposed.SetResult;
        end.SetResult();
        await disposed.Task;
        host.Log.AssertOneACall();

        static void Add(AutoResolveBuilder builder)
        {
            builder.AddHandler<DbHandler>(options => options.MaxRetries = 0);
            DbHost.AddAll(builder);
        }
    }

    [Fact]
    public async Task LookUp_ThatEndsLate_KeepsItsScopeUntilThen()
    {
        await using var host = new DbHost();
        var end = new TaskCompletionSource();
        var disposed = new TaskCompletionSource();
        host.Script.LookUp = name => name == "one" ? end.Task : Task.CompletedTask;

        await host.PassTimeAsync(host.Get<IIssueResolver>().ResolveAsync(new Issue { Id = "1", Text = "facts" }).AsTask());

        Assert.Equal(0, host.Log.Used[host.Log.Users.ToList().IndexOf("one")].Disposals);
        host.Log.Disposing = () => disposed.TrySetResult();
        end.SetResult();
        await disposed.Task;
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task LookUp_ProvidersThatTheHostRegisters_HaveScopesToo()
    {
        await using var host = new DbHost(builder =>
        {
            builder.Services.AddScoped<IFactProvider, DbFacts.One>();
            builder.Services.AddSingleton<IFactProvider>(new SomeFacts((_, _) => Task.FromResult<string?>("yes"), "two", "three"));
            builder.AddHandler<OneForAllHandler>();
        });

        var resolution = await host.Get<IIssueResolver>().ResolveAsync(new Issue { Id = "1", Text = "facts" });

        Assert.Equal("facts", resolution.Rule?.Id);
        Assert.Equal(["one"], host.Log.Users);
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task DryRun_HasAScope()
    {
        await using var host = new DbHost(builder =>
        {
            DbHost.AddAll(builder);
            builder.Services.Configure<ActionOptions>(options => options.DryRun = true);
        });

        await host.ProcessAsync("alpha");

        Assert.Equal(["rehearse"], host.Log.Users);
        host.Log.AssertOneACall();
    }

    // Each look-up goes on when all have begun.
    private static void SideBySide(DbHost host, int lookUps)
    {
        var all = new TaskCompletionSource();
        host.Script.LookUp = _ =>
        {
            if (Interlocked.Decrement(ref lookUps) == 0)
                all.SetResult();
            return all.Task;
        };
    }
}
