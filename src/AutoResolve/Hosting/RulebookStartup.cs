using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AutoResolve;

/// <summary>Loads the rules when a host starts, so that it does not start with broken ones.</summary>
internal sealed class RulebookStartup(IServiceProvider services) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IRulebookMonitor>() is RulebookStore store)
            await store.LoadAsync(cancellationToken).ConfigureAwait(false);

        // The resolver is asked for as well, since it checks the plug-ins.
        _ = services.GetRequiredService<IIssueResolver>();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
