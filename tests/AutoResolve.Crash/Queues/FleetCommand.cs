using System.CommandLine;

namespace AutoResolve.Crash.Queues;

/// <summary>Workers on a queue, under faults.</summary>
internal static class FleetCommand
{
    public static Command Create()
    {
        var defaults = new FleetSettings();
        var workers = new Option<int>("--workers") { Description = "How many work at once.", DefaultValueFactory = _ => defaults.Workers };
        var issues = new Option<int>("--issues") { Description = "How many a round has.", DefaultValueFactory = _ => defaults.Issues };
        var faults = new Option<int>("--faults") { Description = "How many a round has.", DefaultValueFactory = _ => defaults.Faults };
        var rounds = new Option<int>("--rounds") { Description = "How many there are.", DefaultValueFactory = _ => defaults.Rounds };
        var seed = new Option<int>("--seed")
        {
            Description = "Of the first round; each further one has the next, so that a run can be made in parts.",
            DefaultValueFactory = _ => defaults.Seed,
        };
        var keep = new Option<bool>("--keep") { Description = "Keeps what a round left behind where a promise is broken." };
        var results = new Option<string?>("--results") { Description = "A file that gets a line for each round." };
        var command = new Command("fleet", "Hits workers on a queue, their broker and their database, and checks what they leave behind.")
        {
            workers,
            issues,
            faults,
            rounds,
            seed,
            keep,
            results,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var run = new FleetRun(
                    new FleetSettings
                    {
                        Workers = parsed.GetValue(workers),
                        Issues = parsed.GetValue(issues),
                        Faults = parsed.GetValue(faults),
                        Rounds = parsed.GetValue(rounds),
                        Seed = parsed.GetValue(seed),
                        Keeps = parsed.GetValue(keep),
                        Results = parsed.GetValue(results),
                    },
                    Console.Out
                );
                return (await run.RunAsync(cancellation)).All(result => result.Violations.Count == 0) ? 0 : 1;
            }
        );
        return command;
    }
}
