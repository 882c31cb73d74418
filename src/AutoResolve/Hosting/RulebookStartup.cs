using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AutoResolve;

/// <summary>Loads the rules when a host starts, so that it does not start with broken ones. The errors of all rulebooks are told at
/// once.</summary>
internal sealed class RulebookStartup(IServiceProvider host) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        List<RulebookException> refused = [];
        foreach (var name in RulebookName.All(host))
        {
            try
            {
                await LoadAsync(RulebookRegistrar.Of(host, name), cancellationToken).ConfigureAwait(false);
            }
            catch (RulebookException exception)
            {
                refused.Add(exception);
            }
        }

        if (refused.Count == 1)
            ExceptionDispatchInfo.Throw(refused[0]);
        if (refused.Count > 1)
            throw new RulebookException(refused);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _ended.CancelAsync();

    public void Dispose() => _ended.Dispose();

    private async Task LoadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IRulebookMonitor>() is RulebookStore store)
            await store.LoadAsync(cancellationToken).ConfigureAwait(false);

        // The resolver is asked for as well, since it checks the plug-ins.
        _ = services.GetRequiredService<IIssueResolver>();
        WarmUp.Begin(services.GetRequiredService<IRulebookMonitor>().Current, _ended.Token);
    }
}
