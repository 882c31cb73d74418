using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.PlugIns;

/// <summary>Plug-ins that ask for what needs plug-ins: nobody waits for himself.</summary>
public sealed class CycleTests
{
    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Ask_ForWhatNeedsPlugIns_Works(string? name, ServiceLifetime lifetime, Type first)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(SomeRules.Now));
        var builder = name is null ? services.AddAutoResolve() : services.AddAutoResolve(name, _ => { });
        builder
            .AddHandler<AskingPlugIn>(lifetime: lifetime)
            .AddAnswerChannel<AskingPlugIn>(lifetime)
            .AddTicketSystem<AskingPlugIn>(lifetime)
            .AddFactProvider<AskingPlugIn>(lifetime)
            .UseRedactor<AskingPlugIn>()
            .UseRules<AskingPlugIn>()
            .UseInMemoryJournal();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });

        var disposition = await Task.Run(async () =>
            {
                _ =
                    first == typeof(IHostedService)
                        ? provider.GetServices<IHostedService>().ToList()
                        : provider.GetRequiredKeyedService(first, name);
                foreach (var hosted in provider.GetServices<IHostedService>())
                    await hosted.StartAsync(CancellationToken.None);
                return await provider.GetRequiredKeyedService<IIssueProcessor>(name).ProcessAsync(new Issue { Id = "1", Text = "alpha" });
            })
            .WaitAsync(Patience.Long);

        Assert.Equal(
            (Outcome.Fixed, provider.GetRequiredKeyedService<IRulebookMonitor>(name).Current.Revision),
            (disposition.Outcome, disposition.Actions[0].Message)
        );
        Assert.Same(provider.GetRequiredKeyedService<IIssueResolver>(name), provider.GetRequiredKeyedService<IIssueResolver>(name));
        foreach (var hosted in provider.GetServices<IHostedService>().Reverse())
            await hosted.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(ServiceLifetime.Scoped)]
    [InlineData(ServiceLifetime.Singleton)]
    public async Task Use_OfTheRulesWhileItIsMade_IsToldWithItsName(ServiceLifetime lifetime)
    {
        await using var host = new DbHost(builder => builder.AddHandler<HastyHandler>(lifetime: lifetime));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Task.Run(host.Get<IIssueResolver>).WaitAsync(Patience.Long)
        );

        Assert.Equal(
            $"{typeof(HastyHandler)} could not be made. {typeof(HastyHandler)} uses the rules while it is made, which are there only once "
                + "it is. It may keep the service, and use it when it is called.",
            exception.Message
        );
    }

    public static TheoryData<string?, ServiceLifetime, Type> Hosts()
    {
        var hosts = new TheoryData<string?, ServiceLifetime, Type>();
        foreach (var name in new[] { null, "north" })
        {
            foreach (var lifetime in new[] { ServiceLifetime.Scoped, ServiceLifetime.Singleton })
            {
                hosts.Add(name, lifetime, typeof(IIssueResolver));
                hosts.Add(name, lifetime, typeof(IIssueProcessor));
                hosts.Add(name, lifetime, typeof(IRulebookMonitor));
                hosts.Add(name, lifetime, typeof(IHostedService));
            }

            hosts.Add(name, ServiceLifetime.Singleton, typeof(AskingPlugIn));
        }

        return hosts;
    }
}
