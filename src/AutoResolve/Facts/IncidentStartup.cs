using Microsoft.Extensions.Hosting;

namespace AutoResolve.Facts;

/// <summary>
/// Reads the incidents when a host starts, so that staff are told of a broken file before an issue needs it. It does not keep the host
/// from starting.
/// </summary>
internal sealed class IncidentStartup(IncidentStore incidents) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        incidents.Reload();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
