using AutoResolve.Sources;
using AutoResolve.Sources.Watching;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Sources.Watching;

/// <summary>A rulebook that follows its source, in a time that passes when the test says so.</summary>
internal sealed class FollowedRules : IDisposable
{
    private readonly FakeTimeProvider _time = new(SomeRules.Now);

    public FollowedRules(IRuleSource source, TimeSpan? pollInterval = null)
    {
        // Time passes here faster than files are read.
        var options = new AutoResolveOptions
        {
            PollInterval = pollInterval ?? TimeSpan.FromSeconds(5),
            Rulebook = { SourceTimeout = TimeSpan.FromDays(1) },
        };
        Store = new RulebookStore(
            new("the rules", () => source),
            new("the rules", () => new RulebookPurpose()),
            new FixedOptions<AutoResolveOptions>(options),
            _time,
            Logger
        );
        Store.OnReload(Told.Enqueue);
        _ = Store.Current;
    }

    public RulebookStore Store { get; }

    public FakeLogger<RulebookStore> Logger { get; } = new();

    public System.Collections.Concurrent.ConcurrentQueue<RulebookReload> Told { get; } = new();

    public DateTimeOffset Now => _time.GetUtcNow();

    public string Rule => Store.Current.Rules.Single().Id;

    public WatchStatus Status => Store.State.Watch.Status;

    public IEnumerable<int> Logged => Logger.Collector.GetSnapshot().Select(record => record.Id.Id);

    /// <summary>Lets time pass until something holds. What the system does takes real time.</summary>
    public async Task PassAsync(Func<bool> until, TimeSpan? step = null)
    {
        using var limit = new CancellationTokenSource(Patience.Long);
        while (!until())
        {
            await Task.Delay(5, limit.Token);
            _time.Advance(step ?? TimeSpan.FromMilliseconds(300));
        }

        // What is in force is logged and told a moment later, before the reload ends.
        await Store.LoadAsync(limit.Token);
    }

    public void Dispose() => Store.Dispose();
}
