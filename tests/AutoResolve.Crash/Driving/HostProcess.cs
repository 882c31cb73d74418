using System.Diagnostics;
using System.Globalization;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>A host as a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    // A machine may be busy; a host that takes longer hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private HostProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public static HostProcess Start(HostSettings settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "exec", Path.Combine(AppContext.BaseDirectory, "AutoResolve.Crash.dll"), "host",
                "--folder", settings.Folder,
                "--store", settings.Store.ToString(),
                "--schema", settings.Schema,
                "--issues", settings.Issues.ToString(CultureInfo.InvariantCulture),
                "--seed", settings.Seed.ToString(CultureInfo.InvariantCulture),
                "--sabotage", settings.Sabotage.ToString(),
            },
        };
        if (settings.SharedJournal is { } journal)
            start.ArgumentList.Add($"--shared-journal={journal}");
        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Waits until a host that shares its journal is ready to be let go.</summary>
    public async Task WaitUntilReadyAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line && line != CrashHost.Ready)
        {
        }
    }

    public Task LetGoAsync() => _process.StandardInput.WriteLineAsync("go");

    /// <summary>Kills it as planned, unless it ends before.</summary>
    /// <returns>How it ended, and what it had said.</returns>
    public async Task<HostEnd> KillAsync(KillPlan plan, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        List<string> said = [];
        var wasKilled = false;
        try
        {
            while (plan.After is not null && !said.Contains(plan.After) && await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
                said.Add(line);
            var ended = _process.WaitForExitAsync(limit.Token);
            if (await Task.WhenAny(ended, Task.Delay(plan.Delay, limit.Token)) != ended)
            {
                // SIGKILL: nothing of it runs any more, not even a finalizer.
                _process.Kill();
                wasKilled = true;
            }

            await _process.WaitForExitAsync(limit.Token);
            while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
                said.Add(line);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HostEnd { IsFinished = false, WasKilled = false, Said = said, Problem = "A host hung." };
        }

        // It may have ended in the moment in which it was to be killed.
        var isFinished = _process.ExitCode == 0;
        return new HostEnd
        {
            IsFinished = isFinished,
            WasKilled = wasKilled && !isFinished,
            Said = said,
            Problem = isFinished || wasKilled ? null : $"A host ended of itself ({_process.ExitCode}): {await _errors}",
        };
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
