using System.CommandLine;
using AutoResolve.Scenarios.Running;
using AutoResolve.Scenarios.Telling;

namespace AutoResolve.Scenarios;

/// <summary>The command line: runs stories by hand.</summary>
internal static class ScenarioCommand
{
    private const string Memory = "memory";
    private const string Sqlite = "sqlite";
    private const string Postgres = "postgres";
    private const int Sample = 150;

    private static readonly Option<bool> All = new("--all") { Description = $"Every fault, rather than a sample of {Sample}." };

    private static readonly Option<bool> None = new("--none") { Description = "No fault: only whether all is as stories tell." };

    private static readonly Option<string[]> Store = new("--store")
    {
        Description = "Where: memory, sqlite or postgres; may be given more than once. Default: all of them.",
        DefaultValueFactory = _ => [Memory, Sqlite, Postgres],
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "Chooses the sample.", DefaultValueFactory = _ => 1 };

    private static readonly Option<string> Name = new("--story")
    {
        Description = "Only stories with this in their names.",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        Description = "Stories of this folder, rather than those of this project.",
    };

    private static readonly Option<string> Fault = new("--fault")
    {
        Description = "Only this fault of each story, such as 'DiesBefore at write 2'.",
    };

    private static readonly Option<int> AtOnce = new("--at-once")
    {
        Description = "How many runs at once; most of their time they wait.",
        DefaultValueFactory = _ => 8 * Environment.ProcessorCount,
    };

    public static RootCommand Create()
    {
        Store.AcceptOnlyFromAmong(Memory, Sqlite, Postgres);
        var command = new RootCommand("Runs the stories without a fault and with faults. The exit code is 1 where a promise is broken.");
        foreach (var option in new Option[] { All, Store, Seed, Name, Folder, Fault, AtOnce, None })
            command.Add(option);
        command.SetAction((result, _) => RunAsync(result));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result)
    {
        var all = result.GetValue(Folder) is { } folder ? StoryReader.In(folder.FullName) : StoryReader.All;
        var stories = all.Where(story => story.Name.Contains(result.GetValue(Name)!, StringComparison.Ordinal)).ToList();
        var isGood = true;
        foreach (var store in result.GetValue(Store)!.Distinct())
        {
            await using var server = store == Postgres ? await PostgresServer.StartAsync() ?? throw Missing() : null;
            var batch = store switch
            {
                Memory => new StoryBatch(() => new MemoryStore(), result.GetValue(AtOnce)),
                Sqlite => new StoryBatch(() => new SqliteStore(), result.GetValue(AtOnce)),
                _ => new StoryBatch(server!.Open, result.GetValue(AtOnce)),
            };
            var told = stories.Where(story => store == Memory || !story.Waits);
            var (max, fault) = (
                result.GetValue(All) ? (int?)null
                : result.GetValue(None) ? 0
                : Sample,
                result.GetValue(Fault)
            );
            var report = await batch.RunAsync(told, max, result.GetValue(Seed), each => fault is null || each.ToString() == fault);
            Console.WriteLine($"{store}: {report}");
            isGood &= report.IsGood;
        }

        return isGood ? 0 : 1;
    }

    private static InvalidOperationException Missing() => new("PostgreSQL is not installed. Install the package postgresql.");
}
