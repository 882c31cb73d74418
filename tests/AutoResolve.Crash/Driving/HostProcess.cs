using System.Collections.Concurrent;
using System.Diagnostics;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>A host as a process of its own.</summary>
internal sealed class HostProcess : IDrivenHost
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly Task _reading;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<Reply?>> _asked = new();
    private readonly TaskCompletionSource _recovering = new();
    private readonly TaskCompletionSource _ready = new();
    private readonly Lock _writing = new();
    private int _orders;
    private volatile bool _isStopped;
    private volatile bool _isEnding;

    private HostProcess(HostSettings settings, Process process)
    {
        (Settings, _process) = (settings, process);
        _errors = process.StandardError.ReadToEndAsync();
        _reading = Task.Run(ReadAsync);
    }

    public HostSettings Settings { get; }

    public bool IsUsable => _ready.Task.IsCompleted && !_isStopped && !_reading.IsCompleted;

    public bool HasFailed => _reading.IsCompleted && !_isEnding;

    /// <summary>Ends when it takes up what others left, or is gone.</summary>
    public Task Recovering => Task.WhenAny(_recovering.Task, _reading);

    /// <summary>Ends when it takes orders, or is gone.</summary>
    public Task Ready => Task.WhenAny(_ready.Task, _reading);

    public static HostProcess Start(HostSettings settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "AutoResolve.Crash.dll"), "host", Lines.Write(settings) },
        };

        // Many are started: what helps those that live long only delays them.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new HostProcess(settings, Process.Start(start)!);
    }

    public async Task<Reply?> SendAsync(Order order)
    {
        order = order with { Id = Interlocked.Increment(ref _orders) };
        var answer = new TaskCompletionSource<Reply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[order.Id] = answer;
        try
        {
            // Fits into the pipe, also where the host stands still.
            lock (_writing)
                _process.StandardInput.WriteLine(Lines.Write(order));
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // It is gone.
        }

        if (!IsUsable)
            Forget();
        return await answer.Task;
    }

    /// <summary>SIGKILL: nothing of it runs any more, not even a finalizer.</summary>
    public async Task<Fault> KillAsync(FaultKind kind)
    {
        var from = Stopwatch.GetTimestamp();
        _isEnding = true;
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        return new Fault(kind, Settings.Name, from, Stopwatch.GetTimestamp());
    }

    /// <summary>Stops it where it stands for a time. It goes on with what it was told, but nobody waits for its answers any more.</summary>
    public async Task<Fault> StopAsync(TimeSpan length)
    {
        var from = Stopwatch.GetTimestamp();
        _isStopped = true;
        Signals.Stop(_process.Id);
        Forget();
        await Task.Delay(length);
        Signals.Continue(_process.Id);
        _isStopped = false;
        return new Fault(FaultKind.Stopped, Settings.Name, from, Stopwatch.GetTimestamp());
    }

    public async Task<string?> CloseAsync()
    {
        _isEnding = !_reading.IsCompleted;
        lock (_writing)
            _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _reading;
        return _process.ExitCode == 0 ? null : $"The host {Settings.Name} ended of itself ({_process.ExitCode}): {await _errors}";
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == HostProgram.Recovering)
                _recovering.TrySetResult();
            else if (line == HostProgram.Ready)
                _ready.TrySetResult();
            else if (Lines.Read<Reply>(line) is { } reply && _asked.TryRemove(reply.Id, out var answer))
                answer.TrySetResult(reply);
        }

        Forget();
    }

    private void Forget()
    {
        foreach (var id in _asked.Keys)
        {
            if (_asked.TryRemove(id, out var answer))
                answer.TrySetResult(null);
        }
    }
}
