using Microsoft.Extensions.Hosting;

namespace AutoResolve;

/// <summary>Loads the rules when a host starts, so that it does not start with broken ones.</summary>
internal sealed class RulebookStartup(IIssueResolver resolver, IRulebookMonitor rulebooks) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The resolver is asked for as well, since it checks the plug-ins.
        _ = (resolver, rulebooks.Current);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
