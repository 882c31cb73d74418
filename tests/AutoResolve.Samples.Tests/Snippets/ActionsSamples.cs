using AutoResolve;
using AutoResolve.Actions;
using Microsoft.Extensions.DependencyInjection;
using static Snippets.ReadmeHandler;

namespace Snippets;

/// <summary>The code of the guide to handlers, channels and facts, compiled.</summary>
internal static class ActionsSamples
{
    internal interface IStatusPage
    {
        Task<string?> FindIncidentAsync(string? product, CancellationToken cancellationToken);
    }

    public static void Limits(IServiceCollection services)
    {
        services
            .AddAutoResolve()
            .AddHandler<UnlockAccount>(options =>
            {
                options.AttemptTimeout = TimeSpan.FromSeconds(5);
                options.MaxConcurrency = 4;
            });
    }

    public static void Webhook(IServiceCollection services)
    {
        services.AddAutoResolve().AddWebhook(options => options.AllowedHosts.Add("hooks.example.org"));
    }

    public static async Task Stop(IKillSwitch killSwitch)
    {
        await killSwitch.StopAsync(by: "u17", reason: "Unlocks the wrong accounts", ruleId: "access.locked");
    }

    internal sealed class OpenIncidents(IStatusPage page) : IFactProvider
    {
        public IReadOnlyCollection<string> Names => ["openIncident"];

        public async ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken) =>
            await page.FindIncidentAsync(issue.Product, cancellationToken);
    }
}
