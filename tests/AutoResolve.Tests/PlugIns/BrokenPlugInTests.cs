using AutoResolve.PlugIns;
using AutoResolve.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Tests.PlugIns;

/// <summary>Plug-ins that cannot be made, at start or later.</summary>
public sealed class BrokenPlugInTests
{
    private const string Secret = "someone@example.org";

    [Fact]
    public async Task Start_ServicesAreMissing_TellsAllOfThemAtOnce()
    {
        await using var host = new DbHost(Break, validates: false);

        var exception = Assert.Throws<InvalidOperationException>(() => host.Get<IIssueResolver>());

        Assert.Equal(
            [
                $"{typeof(NeedsHandler)} could not be made. Unable to resolve service for type '{typeof(INeeded)}' while attempting to "
                    + $"activate '{typeof(NeedsHandler)}'.",
                $"{typeof(AutoResolve.Actions.BuiltIn.ReplyHandler)} could not be made. Unable to resolve service for type "
                    + $"'{typeof(INeeded)}' while attempting to activate '{typeof(NeedsChannel)}'.",
                $"{typeof(AutoResolve.Actions.BuiltIn.AskHandler)} could not be made. Unable to resolve service for type "
                    + $"'{typeof(INeeded)}' while attempting to activate '{typeof(NeedsChannel)}'.",
            ],
            exception.Message.Split(Environment.NewLine)
        );

        static void Break(AutoResolveBuilder builder) => builder.AddHandler<NeedsHandler>().AddAnswerChannel<NeedsChannel>();
    }

    [Fact]
    public async Task Start_OptionsOfAHandlerAreWrong_IsToldAsOptions()
    {
        await using var host = new DbHost(builder => builder.AddHandler<OneForAllHandler>().AddWebhook(_ => { }));

        Assert.Throws<OptionsValidationException>(() => host.Get<IIssueResolver>());
    }

    [Fact]
    public async Task Start_InAHost_DoesNotStart()
    {
        await using var host = new DbHost(builder => builder.AddHandler<NeedsHandler>(), validates: false);

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.HostedServices.First().StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Start_ProviderCannotBeMade_IsTold()
    {
        await using var host = new DbHost(builder => builder.AddFactProvider<NeedsFacts>(), validates: false);

        var exception = Assert.Throws<InvalidOperationException>(() => host.Get<IIssueResolver>());

        Assert.StartsWith($"{typeof(NeedsFacts)} could not be made. Unable to resolve", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_HandlerCannotBeMade_GoesToAPersonAndIsNotCalled()
    {
        var tickets = new FakeTicketSystem();
        await using var host = new DbHost(builder => AddAllBut(builder, tickets));
        host.Get<IIssueResolver>();
        host.Log.Making = () => throw new IOException($"No place for {Secret}.");

        var disposition = await host.PassTimeAsync(host.ProcessAsync("alpha"));

        Assert.Equal((Outcome.Escalated, ActionState.Failed), (disposition.Outcome, disposition.Actions[0].State));
        Assert.EndsWith(
            $"The action 'fix' failed, so a person gets the issue. "
                + $"Its handler {typeof(DbHandler)} could not be made. Making it failed with IOException.",
            disposition.Summary,
            StringComparison.Ordinal
        );
        Assert.Contains(typeof(DbHandler).FullName!, Assert.Single(tickets.Done).Handover!.Summary, StringComparison.Ordinal);
        Assert.Empty(host.Log.Users);
        Assert.Contains(host.Logs.GetSnapshot(), record => (record.Id.Id, record.Level) == (70, LogLevel.Error));
        Assert.DoesNotContain(host.Logs.GetSnapshot(), record =>
            $"{record.Message} {record.Exception}".Contains(Secret, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Process_ServiceIsMissing_IsNamedAndNotTriedAgain()
    {
        var isMissing = false;
        await using var host = new DbHost(builder =>
        {
            builder.Services.AddScoped(provider =>
                isMissing ? new Db((DbLog)(object)provider.GetRequiredService<INeeded>()) : new Db(provider.GetRequiredService<DbLog>())
            );
            AddAllBut(builder, new FakeTicketSystem());
        });
        host.Get<IIssueResolver>();
        isMissing = true;

        var report = (await host.ProcessAsync("alpha")).Actions[0];

        Assert.Equal((ActionState.Failed, 1), (report.State, report.Attempts));
        Assert.Equal(
            $"Its handler {typeof(DbHandler)} could not be made. No service for type '{typeof(INeeded)}' has been registered.",
            report.Message
        );
    }

    [Fact]
    public async Task Process_ScopeCannotBeMade_GoesToAPerson()
    {
        CountingScopes? scopes = null;
        var tickets = new FakeTicketSystem();
        await using var host = new DbHost(builder =>
        {
            builder.Services.AddSingleton(provider => new PlugInFactory(
                scopes = new CountingScopes(provider.GetRequiredService<IServiceScopeFactory>()),
                provider.GetRequiredService<RegisteredServices>()
            ));
            AddAllBut(builder, tickets);
        });
        host.Get<IIssueResolver>();
        scopes!.Failure = new NotSupportedException(Secret);

        var disposition = await host.PassTimeAsync(host.ProcessAsync("alpha"));

        Assert.Equal(
            $"Its handler {typeof(DbHandler)} could not be made. Making it failed with NotSupportedException.",
            disposition.Actions[0].Message
        );
        Assert.Equal(TicketCallKind.Escalate, Assert.Single(tickets.Done).Kind);
    }

    [Fact]
    public async Task Process_VerificationCannotBeMade_IsNotCalledDone()
    {
        var made = 0;
        await using var host = new DbHost(builder => AddAllBut(builder, new FakeTicketSystem()));
        host.Get<IIssueResolver>();
        host.Log.Making = () =>
        {
            if (++made > 1)
                throw new IOException();
        };

        var report = (await host.ProcessAsync("alpha")).Actions[0];

        Assert.Equal(
            (
                ActionState.Failed,
                $"It was done, but whether it helped could not be verified. Its handler {typeof(DbHandler)} could not be made. "
                    + "Making it failed with IOException."
            ),
            (report.State, report.Message)
        );
    }

    [Fact]
    public async Task Process_TicketSystemCannotBeMade_IsToldLater()
    {
        await using var host = new DbHost();
        host.Get<IIssueResolver>();
        host.Log.Making = () => throw new IOException();

        var disposition = await host.PassTimeAsync(host.ProcessAsync("nobody knows that"));
        host.Log.Making = () => { };
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var taken = await host.Processor.RecoverAsync();

        Assert.Equal((DispositionStatus.UnderWay, 1), (disposition.Status, taken));
        Assert.Equal(["escalate"], host.Log.Users);
        host.Log.AssertOneACall();
    }

    [Fact]
    public async Task Resolve_ProviderCannotBeMade_IsUnknown()
    {
        await using var host = new DbHost();
        var resolver = host.Get<IIssueResolver>();
        host.Log.Making = () => throw new IOException(Secret);

        var resolution = await resolver.ResolveAsync(new Issue { Id = "1", Text = "facts" });

        Assert.Equal(Outcome.Escalated, resolution.Outcome);
        Assert.Equal(
            $"The fact one is unknown: its provider {typeof(DbFacts.One)} could not be made. Making it failed with IOException.",
            resolution.Remarks[0]
        );
    }

    [Fact]
    public async Task Process_ScopeCannotBeDisposedOf_StillSucceeds()
    {
        await using var host = new DbHost();
        host.Get<IIssueResolver>();
        host.Log.Disposing = () => throw new IOException(Secret);

        var disposition = await host.ProcessAsync("alpha");

        Assert.Equal(Outcome.Fixed, disposition.Outcome);
        Assert.Equal(3, host.Logs.GetSnapshot().Count(record => (record.Id.Id, record.Level) == (71, LogLevel.Warning)));
        Assert.DoesNotContain(host.Logs.GetSnapshot(), record =>
            $"{record.Message} {record.Exception}".Contains(Secret, StringComparison.Ordinal)
        );
    }

    private static void AddAllBut(AutoResolveBuilder builder, FakeTicketSystem tickets)
    {
        builder.Services.AddSingleton<ITicketSystem>(tickets);
        DbHost.AddAll(builder);
    }
}
