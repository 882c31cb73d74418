using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>The hosts of a round. One that is gone is replaced by another with a name, and a clock, of its own.</summary>
internal sealed class HostPool : IAsyncDisposable
{
    /// <summary>With which the name of each host begins.</summary>
    public const string NamePrefix = "host";

    private readonly Func<HostSettings, IDrivenHost> _start;
    private readonly HostSettings _settings;
    private readonly Random _random;
    private readonly Progress _progress;
    private readonly Lock _lock = new();
    private readonly IDrivenHost[] _hosts;

    public HostPool(int count, HostSettings settings, Func<HostSettings, IDrivenHost> start, Random random, Progress progress)
    {
        (_start, _settings, _random, _progress) = (start, settings, random, progress);
        _hosts = [.. Enumerable.Range(0, count).Select(_ => Start())];
    }

    /// <summary>How many were started.</summary>
    public int Starts { get; private set; }

    /// <summary>How many of them had a clock that is an hour off.</summary>
    public int WrongClocks { get; private set; }

    public IReadOnlyList<IDrivenHost> Usable
    {
        get
        {
            lock (_lock)
                return [.. _hosts.Where(host => host.IsUsable)];
        }
    }

    /// <summary>Waits until hosts take orders, and picks some, fewer where there are fewer.</summary>
    public async Task<IReadOnlyList<IDrivenHost>> PickAsync(int count, CancellationToken cancellationToken)
    {
        var usable = await UntilUsableAsync(1, cancellationToken);
        lock (_lock)
            return [.. usable.OrderBy(_ => _random.Next()).Take(count)];
    }

    /// <summary>Waits until all take orders.</summary>
    public Task<IReadOnlyList<IDrivenHost>> AllAsync(CancellationToken cancellationToken) =>
        UntilUsableAsync(_hosts.Length, cancellationToken);

    /// <summary>Starts another in the place of one that is gone.</summary>
    public async Task<IDrivenHost> ReplaceAsync(IDrivenHost gone)
    {
        await gone.DisposeAsync();
        _progress.Moved();
        lock (_lock)
            return _hosts[Array.IndexOf(_hosts, gone)] = Start();
    }

    /// <summary>Lets all finish.</summary>
    /// <returns>What went wrong.</returns>
    public async Task<IReadOnlyList<string>> CloseAsync() =>
        [.. (await Task.WhenAll(_hosts.Select(host => host.CloseAsync()))).OfType<string>()];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    private async Task<IReadOnlyList<IDrivenHost>> UntilUsableAsync(int count, CancellationToken cancellationToken)
    {
        IReadOnlyList<IDrivenHost> usable = [];
        await _progress.UntilAsync(() => FindFailed() is not null || (usable = Usable).Count >= count, cancellationToken);
        return FindFailed() is { } failed ? throw new InvalidOperationException(await failed.CloseAsync()) : usable;
    }

    private IDrivenHost? FindFailed()
    {
        lock (_lock)
            return Array.Find(_hosts, host => host.HasFailed);
    }

    private IDrivenHost Start()
    {
        const int Hour = 60;
        var clock = (_random.Next(3) - 1) * Hour;
        Starts++;
        WrongClocks += clock == 0 ? 0 : 1;
        return _start(_settings with { Name = FormattableString.Invariant($"{NamePrefix}{Starts}"), ClockMinutes = clock });
    }
}
