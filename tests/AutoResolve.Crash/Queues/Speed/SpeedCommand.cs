using System.CommandLine;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>How fast workers on a queue are.</summary>
internal static class SpeedCommand
{
    public static Command Create()
    {
        var defaults = new SpeedSettings();
        var issues = new Option<int>("--issues")
        {
            Description = "How many a round has; there are as many rounds as it takes until the rate is level.",
            DefaultValueFactory = _ => defaults.Issues,
        };
        var concurrency = new Option<int>("--concurrency")
        {
            Description = "How many messages a worker, and a bare consumer, work on at once.",
            DefaultValueFactory = _ => defaults.Concurrency,
        };
        var workers = new Option<int[]>("--workers")
        {
            Description = "How many workers there are; a measurement for each number.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [.. defaults.Workers],
        };
        var command = new Command(
            "speed",
            "Measures 1, 2 and 4 workers against consumers that write one row for each message, or an intent and an outcome."
        )
        {
            issues,
            concurrency,
            workers,
        };
        command.SetAction(
            (parsed, cancellation) =>
                new SpeedRun(
                    new SpeedSettings
                    {
                        Issues = parsed.GetValue(issues),
                        Concurrency = parsed.GetValue(concurrency),
                        Workers = parsed.GetValue(workers)!,
                    },
                    Console.Out
                ).RunAsync(cancellation)
        );
        return command;
    }

    public static Command CreateWorker()
    {
        var settings = new Argument<string>("settings") { Description = "What the worker is, as JSON." };
        var command = new Command("speed-worker", "Is a worker.") { settings };
        command.Hidden = true;
        command.SetAction(
            (parsed, _) => SpeedWorker.RunAsync(Lines.Read<SpeedWorkerSettings>(parsed.GetValue(settings)!), Console.In, Console.Out)
        );
        return command;
    }
}
