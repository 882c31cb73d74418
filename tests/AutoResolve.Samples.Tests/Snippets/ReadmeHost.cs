using AutoResolve;
using Microsoft.Extensions.DependencyInjection;
using UnlockAccount = Snippets.ReadmeHandler.UnlockAccount;

namespace Snippets;

/// <summary>The acting host of the README, compiled.</summary>
internal static class ReadmeHost
{
    public static async Task<Disposition> Run(IServiceCollection services, Issue issue)
    {
        services
            .AddAutoResolve(options => options.RulesFolder = "rules")
            .AddHandler<UnlockAccount>(options => options.AttemptTimeout = TimeSpan.FromSeconds(5))
            .UseSqliteJournal("journal.db");
        await using var provider = services.BuildServiceProvider();
        var processor = provider.GetRequiredService<IIssueProcessor>();
        var disposition = await processor.ProcessAsync(issue);
        return disposition;
    }
}
