using System.Globalization;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Queues;

/// <summary>Rounds, one after the other, on one broker and one database.</summary>
internal sealed class FleetRun(FleetSettings settings, TextWriter output)
{
    /// <exception cref="InvalidOperationException">RabbitMQ or PostgreSQL is not installed.</exception>
    public async Task<IReadOnlyList<RoundResult>> RunAsync(CancellationToken cancellationToken)
    {
        await using var servers = await FleetServers.StartAsync();
        if (servers.Disk is null)
            await output.WriteLineAsync("No small disk can be made here, so no disk is full: that needs root.");
        List<RoundResult> results = [];
        for (var seed = settings.Seed; seed < settings.Seed + settings.Rounds; seed++)
        {
            var result = await PlayAsync(servers, seed, cancellationToken);
            results.Add(result);
            await TellAsync(result);
            if (result.Violations.Count > 0)
                break;
        }

        return results;
    }

    private async Task<RoundResult> PlayAsync(FleetServers servers, int seed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-fleet-");
        var name = string.Create(CultureInfo.InvariantCulture, $"fleet_{seed}");
        var world = new HostSettings
        {
            Folder = folder.FullName,
            Store = StoreKind.Postgres,
            Schema = name,
            Seed = seed,
            Lease = settings.Lease,
            WaitLimit = TimeSpan.FromMilliseconds(5),
            Queue = new QueueSettings(name, servers.Proxy.Port, settings.Concurrency),
        };
        var isSound = false;
        try
        {
            var result = await new FleetRound(settings, servers, world).PlayAsync(cancellationToken);
            isSound = result.Violations.Count == 0;
            return result;
        }
        finally
        {
            if (settings.Keeps && !isSound)
                await output.WriteLineAsync($"What the round left is in {folder.FullName}.");
            else
                folder.Delete(recursive: true);
            await servers.ForgetAsync(name);
        }
    }

    private async Task TellAsync(RoundResult result)
    {
        var faults = string.Join(", ", result.Faults.OrderBy(each => each.Key).Select(each => $"{each.Value} {each.Key}"));
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seed {result.Seed}: {result.Messages} messages in {result.WorkSeconds} s, {result.Faults.Values.Sum()} faults "
                    + $"({faults}), {result.SecondCalls} second calls, {result.Poison} poison, {result.Violations.Count} violations"
            )
        );
        foreach (var violation in result.Violations.Take(20))
            await output.WriteLineAsync($"  {violation}");
        if (settings.Results is { } file)
            await File.AppendAllTextAsync(file, Lines.Write(result) + "\n");
    }
}
