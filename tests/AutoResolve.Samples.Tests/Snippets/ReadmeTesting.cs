using AutoResolve;
using AutoResolve.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>The test of a host in the README, compiled.</summary>
internal static class ReadmeTesting
{
    public static async Task Run(IServiceCollection services)
    {
        var tickets = new FakeTicketSystem();
        services
            .AddSingleton<ITicketSystem>(tickets)
            .AddAutoResolve(options => options.RulesFolder = "rules")
            .AddTicketSystem<FakeTicketSystem>()
            .UseInMemoryJournal();
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IIssueProcessor>().ProcessAsync(new Issue { Id = "1", Text = "The form does not open" });
        Assert.Equal(TicketCallKind.Escalate, tickets.Done.Single().Kind);
    }
}
