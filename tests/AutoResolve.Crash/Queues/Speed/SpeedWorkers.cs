using System.Diagnostics;
using AutoResolve.Crash.Driving;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>Workers that are measured, each a process.</summary>
internal sealed class SpeedWorkers : IAsyncDisposable
{
    private readonly List<Process> _processes = [];

    public static async Task<SpeedWorkers> StartAsync(SpeedWorkerSettings settings, int count)
    {
        var workers = new SpeedWorkers();
        while (workers._processes.Count < count)
            workers._processes.Add(await StartAsync(settings));
        return workers;
    }

    /// <summary>Has them stand still while their queue is filled.</summary>
    public void Stop() => _processes.ForEach(process => Signals.Stop(process.Id));

    public void Continue() => _processes.ForEach(process => Signals.Continue(process.Id));

    /// <summary>How long they have had a processor.</summary>
    public TimeSpan ProcessorTime() => _processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + Speed.ProcessorTime.Of(process.Id));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static async Task<Process> StartAsync(SpeedWorkerSettings settings)
    {
        var process = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                ArgumentList =
                {
                    "exec",
                    Path.Combine(AppContext.BaseDirectory, "AutoResolve.Crash.dll"),
                    "speed-worker",
                    Lines.Write(settings),
                },
            }
        )!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != SpeedWorker.Ready) { }
        return process;
    }
}
