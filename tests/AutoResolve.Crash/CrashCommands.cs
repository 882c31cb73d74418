using System.CommandLine;
using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash;

/// <summary>What the program can be asked for: a whole run, or to be the host that is killed.</summary>
internal static class CrashCommands
{
    public static Command Create()
    {
        var store = new Option<StoreKind>("--store") { Description = "Where the journal is: sqlite or postgres." };
        var kills = new Option<int>("--kills", "--runs") { Description = "How often the host is killed, at least.", DefaultValueFactory = _ => 200 };
        var issues = new Option<int>("--issues") { Description = "How many issues a round has.", DefaultValueFactory = _ => 60 };
        var seed = new Option<int>("--seed") { Description = "From which the times of the kills follow.", DefaultValueFactory = _ => 1 };
        var sabotage = new Option<Sabotage>("--sabotage") { Description = "Makes the host break a promise, to see that it is found.", Hidden = true };
        var folder = new Option<string>("--folder") { Description = "The folder of the round.", Required = true };
        var shared = new Option<string?>("--shared-journal") { Description = "A SQLite file on which other hosts work at the same time." };
        var schema = new Option<string>("--schema") { Description = "The schema of the round.", DefaultValueFactory = _ => "crash" };

        var run = new Command("run", "Kills hosts at random times until enough are killed, and checks what they leave behind.") { store, kills, issues, seed, sabotage };
        run.SetAction((parsed, cancellation) => RunAsync(
            new RunSettings
            {
                Store = parsed.GetValue(store),
                Kills = parsed.GetValue(kills),
                Issues = parsed.GetValue(issues),
                Seed = parsed.GetValue(seed),
                Sabotage = parsed.GetValue(sabotage),
            },
            cancellation));
        var host = new Command("host", "Is the host that is killed.") { store, issues, seed, sabotage, folder, schema, shared };
        host.Hidden = true;
        host.SetAction((parsed, cancellation) => BeHostAsync(
            new HostSettings
            {
                Folder = parsed.GetValue(folder)!,
                SharedJournal = parsed.GetValue(shared),
                Store = parsed.GetValue(store),
                Schema = parsed.GetValue(schema)!,
                Issues = parsed.GetValue(issues),
                Seed = parsed.GetValue(seed),
                Sabotage = parsed.GetValue(sabotage),
            },
            cancellation));
        return new RootCommand("Kills hosts of AutoResolve and checks that its promises hold all the same.") { run, host };
    }

    private static async Task<int> RunAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        var figures = await new CrashRun(settings, Console.Error).RunAsync(cancellationToken);
        FigureTable.Write(figures, Console.Out);
        return figures.Violations.Count == 0 ? 0 : 1;
    }

    private static async Task<int> BeHostAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        await new CrashHost(settings, IssueStream.Of(settings.Issues), Console.In, Console.Out).RunAsync(builder => builder.UseJournalOf(settings), cancellationToken);
        return 0;
    }
}
