using System.Globalization;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>Rounds until there were enough faults.</summary>
internal sealed class CrashRun(RunSettings settings, TextWriter progress)
{
    private readonly Figures _figures = new();

    /// <exception cref="InvalidOperationException">PostgreSQL is asked for, and neither named nor installed.</exception>
    public async Task<Figures> RunAsync(CancellationToken cancellationToken)
    {
        await using var server = settings.Store == StoreKind.Postgres ? await JournalStore.StartServerAsync() : null;
        do
        {
            await RunRoundAsync(cancellationToken);
            await progress.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {_figures.Rounds}: {_figures.Faults.Count} faults, {_figures.Violations.Count} violations"
                )
            );
        } while (_figures.Faults.Count < settings.Faults && _figures.Violations.Count == 0);
        return _figures;
    }

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-crash-");
        try
        {
            _figures.Rounds++;
            var world = new HostSettings
            {
                Folder = folder.FullName,
                Store = settings.Store,
                Schema = $"crash_{folder.Name[^6..].ToLowerInvariant()}_{_figures.Rounds}",
                Seed = settings.Seed + _figures.Rounds - 1,
                Lease = settings.Lease,
                Sabotage = settings.Sabotage,
            };
            var round = new Round(settings, world, settings.Faults - _figures.Faults.Count, _figures);
            _figures.Violations.AddRange(await round.PlayAsync(cancellationToken));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _figures.Violations.Add($"A round has not ended: {exception}");
        }
        finally
        {
            if (settings.Keeps && _figures.Violations.Count > 0)
                await progress.WriteLineAsync($"What the round left is in {folder.FullName}.");
            else
                folder.Delete(recursive: true);
        }
    }
}
