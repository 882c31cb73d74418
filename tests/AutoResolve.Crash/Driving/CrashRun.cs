using System.Globalization;
using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Driving;

/// <summary>Rounds of killing. A round begins with an empty journal and ends when a host has nothing left to do.</summary>
internal sealed class CrashRun(RunSettings settings, TextWriter progress)
{
    // A host that is killed too early each time would never get anywhere.
    private const int MostKillsOfRound = 100;

    private readonly Random _random = new(settings.Seed);
    private readonly Figures _figures = new();

    /// <exception cref="InvalidOperationException">PostgreSQL is asked for, and neither named nor installed.</exception>
    public async Task<Figures> RunAsync(CancellationToken cancellationToken)
    {
        await using var server = settings.Store == StoreKind.Postgres ? await JournalStore.StartServerAsync() : null;
        while (_figures.Kills < settings.Kills && _figures.Violations.Count == 0)
        {
            await RunRoundAsync(cancellationToken);
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"round {_figures.Rounds}: {_figures.Kills} kills, {_figures.Violations.Count} violations"));
        }

        return _figures;
    }

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-crash-");
        try
        {
            var host = new HostSettings
            {
                Folder = folder.FullName,
                Store = settings.Store,
                Schema = $"crash_{folder.Name[^6..].ToLowerInvariant()}_{_figures.Rounds}",
                Issues = settings.Issues,
                Seed = settings.Seed,
                Sabotage = settings.Sabotage,
            };
            _figures.Rounds++;
            if (await KillUntilFinishedAsync(host, cancellationToken) is { } problem)
                _figures.Violations.Add(problem);
            else
                await CheckAsync(host, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string?> KillUntilFinishedAsync(HostSettings host, CancellationToken cancellationToken)
    {
        for (var kills = 0; kills < MostKillsOfRound;)
        {
            var plan = KillPlan.Draw(_random);
            _figures.Starts++;
            using var process = HostProcess.Start(host);
            var end = await process.KillAsync(plan, cancellationToken);
            if (end.IsFinished || end.Problem is not null)
                return end.Problem;
            kills++;
            if (end.Said.Contains(CrashHost.Ready))
                _figures.KilledAtWork++;
            else if (end.Said.Contains(CrashHost.Recovering))
                _figures.KilledInRecovery++;
            else
                _figures.KilledInStart++;
        }

        return $"After {MostKillsOfRound} kills a round has not ended.";
    }

    private async Task CheckAsync(HostSettings host, CancellationToken cancellationToken)
    {
        await using var provider = JournalStore.Open(host, out var journal);
        var remains = await Remains.ReadAsync(host.Folder, IssueStream.Of(host.Issues), journal, cancellationToken);
        Count(remains);
        _figures.Violations.AddRange(PromiseCheck.Violations(remains));
    }

    private void Count(Remains remains)
    {
        _figures.Issues += remains.Issues.Count;
        _figures.Deliveries += remains.Deliveries.Count;
        _figures.Effects += remains.Effects.Count;
        _figures.Redone += remains.Effects.Count - remains.Effects.DistinctBy(effect => (effect.Action, effect.Key)).Count();
        _figures.InDoubt += remains.Entries.Count(entry => entry is { Kind: JournalEntryKind.ActionResult, Label: "inDoubt" });
        _figures.Approved += remains.Entries.Count(entry => entry.Kind == JournalEntryKind.Approval);
        _figures.Escalated += remains.Escalations.DistinctBy(escalation => escalation.Issue).Count();
    }
}
