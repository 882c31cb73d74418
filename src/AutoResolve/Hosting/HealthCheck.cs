using System.Globalization;
using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AutoResolve;

/// <summary>Says whether issues are decided and, where there is a journal, acted on.</summary>
internal sealed class HealthCheck(RulebookStore rulebooks, IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        try
        {
            data["revision"] = rulebooks.Current.Revision;
            data["rules"] = rulebooks.Current.Rules.Count;
        }
        catch (RulebookException)
        {
            return HealthCheckResult.Unhealthy("The rules have errors; nothing is decided.", data: data);
        }

        if (rulebooks.IsRefused)
            return HealthCheckResult.Degraded("Changed rules are refused; the last good ones stay in force.", data: data);
        var result = services.GetService(typeof(IJournal)) is IJournal journal
            ? await CheckAsync(journal, data, cancellationToken).ConfigureAwait(false)
            : HealthCheckResult.Healthy(data: data);
        return result.Status == HealthStatus.Healthy && rulebooks.IsWatchLost
            ? HealthCheckResult.Degraded("The source of the rules cannot be watched; it is read anew every so often.", data: data)
            : result;
    }

    private async Task<HealthCheckResult> CheckAsync(IJournal journal, Dictionary<string, object> data, CancellationToken cancellationToken)
    {
        try
        {
            var unfinished = await journal.CountAsync(new JournalQuery { Unfinished = true }, cancellationToken).ConfigureAwait(false);
            data["unfinished"] = unfinished.Sum(count => count.Count);
        }
        catch (JournalException exception)
        {
            return HealthCheckResult.Unhealthy($"The journal cannot be read, so that nothing is acted on: {exception.Message}", data: data);
        }

        if (((JournalHealth)services.GetService(typeof(JournalHealth))!).IsFailing)
            return HealthCheckResult.Unhealthy(
                "The last decision could not be written to the journal, so that nothing is acted on.",
                data: data
            );
        try
        {
            await ((KillSwitch)services.GetService(typeof(KillSwitch))!).EnsureReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (JournalException exception)
        {
            return HealthCheckResult.Unhealthy($"The journal cannot be read, so that nothing is acted on: {exception.Message}", data: data);
        }

        return ((KillSwitch)services.GetService(typeof(KillSwitch))!).IsStopped()
            ? HealthCheckResult.Degraded("All actions are stopped.", data: data)
            : HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{data["rules"]} rules are in force."), data);
    }
}
