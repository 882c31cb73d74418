using System.Globalization;
using AutoResolve.Actions;
using AutoResolve.Facts;
using AutoResolve.Journaling;
using AutoResolve.Sources.Watching;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AutoResolve;

/// <summary>Says whether issues are decided and, where there is a journal, acted on; and whether what is in force is what its sources
/// say.</summary>
internal sealed class HealthCheck(RulebookStore rulebooks, IServiceProvider services, Func<IReadOnlyList<string>> refusedOptions)
    : IHealthCheck
{
    private const int MaxLines = 20;

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

        List<string> problems = [];
        Follow("rules", "", rulebooks.State.Watch, rulebooks.State.Refused, data, problems);
        if (services.GetService(typeof(IncidentStore)) is IncidentStore incidents)
            Follow("incidents", "incidents.", incidents.Watch, incidents.Refused, data, problems);
        Refuse("options", "options.", refusedOptions(), data, problems);
        if (services.GetService(typeof(IJournal)) is IJournal journal)
        {
            if (await FailureAsync(journal, data, cancellationToken).ConfigureAwait(false) is { } failure)
                return HealthCheckResult.Unhealthy(failure, data: data);
            if (((KillSwitch)services.GetService(typeof(KillSwitch))!).IsStopped())
                problems.Add("All actions are stopped.");
        }

        return problems.Count > 0
            ? HealthCheckResult.Degraded(string.Join(' ', problems), data: data)
            : HealthCheckResult.Healthy(string.Create(CultureInfo.InvariantCulture, $"{data["rules"]} rules are in force."), data);
    }

    private static void Follow(
        string what,
        string prefix,
        WatchState watch,
        IReadOnlyList<string> refused,
        Dictionary<string, object> data,
        List<string> problems
    )
    {
        Refuse(what, prefix, refused, data, problems);
        data[$"{prefix}watch"] = watch.Status.ToString();
        if (watch.Reason is not { } reason)
            return;
        data[$"{prefix}notWatching"] = reason;
        problems.Add($"The source of the {what} cannot be watched; it is looked at every so often: {reason}.");
    }

    private static void Refuse(
        string what,
        string prefix,
        IReadOnlyList<string> refused,
        Dictionary<string, object> data,
        List<string> problems
    )
    {
        if (refused.Count == 0)
            return;
        data[$"{prefix}refused"] = string.Join('\n', refused.Take(MaxLines));
        var more = refused.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({refused.Count - 1} more)") : "";
        problems.Add($"Changed {what} are refused; the last good ones stay in force: {refused[0]}{more}");
    }

    /// <returns>Null where the journal can be read and written.</returns>
    private async Task<string?> FailureAsync(IJournal journal, Dictionary<string, object> data, CancellationToken cancellationToken)
    {
        try
        {
            var unfinished = await journal.CountAsync(new JournalQuery { Unfinished = true }, cancellationToken).ConfigureAwait(false);
            data["unfinished"] = unfinished.Sum(count => count.Count);
            if (((JournalHealth)services.GetService(typeof(JournalHealth))!).IsFailing)
                return "The last decision could not be written to the journal, so that nothing is acted on.";
            await ((KillSwitch)services.GetService(typeof(KillSwitch))!).EnsureReadAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (JournalException exception)
        {
            return $"The journal cannot be read, so that nothing is acted on: {exception.Message}";
        }
    }
}
