using AutoResolve.PlugIns;
using AutoResolve.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.PlugIns;

/// <summary>Plug-ins of which one is for all calls.</summary>
public sealed class SingletonTests
{
    public static TheoryData<string> Ways => ["by its lifetime", "registered before", "registered after", "an instance"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Process_SingletonHandler_IsOneForAllCalls(string way)
    {
        await using var host = new DbHost(builder => Add(builder, way));

        var messages = new[] { await host.ProcessAsync("alpha", "1"), await host.ProcessAsync("alpha", "2") }.Select(disposition =>
            disposition.Actions[0].Message
        );

        Assert.Equal(["Call 1.", "Call 2."], messages);
    }

    [Theory]
    [InlineData(ServiceLifetime.Scoped)]
    [InlineData(ServiceLifetime.Transient)]
    public async Task Process_OtherHandler_IsMadeForEachCall(ServiceLifetime lifetime)
    {
        await using var host = new DbHost(builder => builder.AddHandler<OneForAllHandler>(lifetime: lifetime));

        var messages = new[] { await host.ProcessAsync("alpha", "1"), await host.ProcessAsync("alpha", "2") }.Select(disposition =>
            disposition.Actions[0].Message
        );

        Assert.Equal(["Call 1.", "Call 1."], messages);
    }

    [Fact]
    public async Task Process_NothingButSingletons_BeginsNoScope()
    {
        CountingScopes? counting = null;
        var (channel, tickets) = (new FakeAnswerChannel(), new FakeTicketSystem());
        await using var host = new DbHost(builder =>
        {
            builder.Services.AddSingleton(provider => new PlugInFactory(
                counting = new CountingScopes(provider.GetRequiredService<IServiceScopeFactory>()),
                provider.GetRequiredService<RegisteredServices>()
            ));
            builder.Services.AddSingleton<IAnswerChannel>(channel).AddSingleton<ITicketSystem>(tickets);
            builder.Services.AddSingleton<IFactProvider>(new SomeFacts((_, _) => Task.FromResult<string?>("yes"), "one", "two", "three"));
            builder
                .AddHandler<OneForAllHandler>(lifetime: ServiceLifetime.Singleton)
                .AddAnswerChannel<FakeAnswerChannel>()
                .AddTicketSystem<FakeTicketSystem>();
        });
        host.Get<IIssueResolver>();
        var atStart = counting!.Count;

        var disposition = await host.ProcessAsync("facts");
        await host.ProcessAsync("nobody knows that", "issue-2");

        Assert.Equal((Outcome.Fixed, 1, 1), (disposition.Outcome, channel.Sent.Count, tickets.Done.Count));
        Assert.Equal(atStart, counting.Count);
    }

    [Fact]
    public async Task Call_OfASingleton_CostsNoByte()
    {
        var plugIn = PlugInOf.Shared(new OneForAllHandler());
        async Task<long> Measure(int calls)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var call = 0; call < calls; call++)
                await plugIn.CallAsync(static (_, state) => new ValueTask<int>(state), call);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        await Measure(1);

        Assert.Equal(0, await Measure(100));
    }

    private static void Add(AutoResolveBuilder builder, string way)
    {
        if (way == "registered before")
            builder.Services.AddSingleton<OneForAllHandler>();
        if (way == "an instance")
            builder.Services.AddSingleton(new OneForAllHandler());
        builder.AddHandler<OneForAllHandler>(lifetime: way == "by its lifetime" ? ServiceLifetime.Singleton : ServiceLifetime.Scoped);
        if (way == "registered after")
            builder.Services.AddSingleton<OneForAllHandler>();
    }
}
