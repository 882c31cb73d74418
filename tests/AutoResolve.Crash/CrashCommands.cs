using System.CommandLine;
using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Queues;
using AutoResolve.Crash.Queues.Speed;

namespace AutoResolve.Crash;

/// <summary>What the program can be asked for: a whole run, or to be a host.</summary>
internal static class CrashCommands
{
    public static Command Create()
    {
        var store = new Option<StoreKind>("--store") { Description = "Where the journal is: sqlite or postgres." };
        var faults = new Option<int>("--faults", "--kills") { Description = "How many faults there are.", DefaultValueFactory = _ => 300 };
        var hosts = new Option<int>("--hosts") { Description = "How many hosts work at once.", DefaultValueFactory = _ => 3 };
        var cases = new Option<int>("--cases", "--issues") { Description = "How many cases a round has.", DefaultValueFactory = _ => 60 };
        var seed = new Option<int>("--seed") { Description = "From which cases and faults follow.", DefaultValueFactory = _ => 1 };
        var lease = new Option<double>("--lease") { Description = "How many seconds a lease lasts.", DefaultValueFactory = _ => 2 };
        var keep = new Option<bool>("--keep") { Description = "Keeps what a round left behind where a promise is broken." };
        var sabotage = new Option<Sabotage>("--sabotage") { Description = "Makes hosts break a promise.", Hidden = true };
        var settings = new Argument<string>("settings") { Description = "What the host is, as JSON." };

        var run = new Command("run", "Hits hosts by faults until there were enough, and checks what they leave behind.")
        {
            store,
            faults,
            hosts,
            cases,
            seed,
            lease,
            keep,
            sabotage,
        };
        run.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    new RunSettings
                    {
                        Store = parsed.GetValue(store),
                        Faults = parsed.GetValue(faults),
                        Hosts = parsed.GetValue(hosts),
                        Cases = parsed.GetValue(cases),
                        Seed = parsed.GetValue(seed),
                        Lease = TimeSpan.FromSeconds(parsed.GetValue(lease)),
                        Keeps = parsed.GetValue(keep),
                        Sabotage = parsed.GetValue(sabotage),
                    },
                    cancellation
                )
        );
        var host = new Command("host", "Is a host.") { settings };
        host.Hidden = true;
        host.SetAction(
            (parsed, cancellation) =>
                HostProgram.RunAsync(Lines.Read<HostSettings>(parsed.GetValue(settings)!), Console.In, Console.Out, cancellation)
        );
        return new RootCommand("Does to hosts of AutoResolve what happens to hosts, and checks that its promises hold.")
        {
            run,
            FleetCommand.Create(),
            SpeedCommand.Create(),
            SpeedCommand.CreateWorker(),
            host,
        };
    }

    private static async Task<int> RunAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        var figures = await new CrashRun(settings, Console.Error).RunAsync(cancellationToken);
        FigureTable.Write(figures, Console.Out);
        return figures.Violations.Count == 0 ? 0 : 1;
    }
}
