using AutoResolve.Benchmarks.Journals;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Journaling;
using AutoResolve.Postgres.Tests;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>
/// Appending decisions of two kilobytes by several writers, each waiting for its own to be durable; the time is that of one decision.
/// </summary>
public class JournalBenchmarks
{
    // A multiple of each number of writers.
    private const int Appends = 64;

    private readonly DecisionEntries _decisions = new();
    private Func<JournalEntry, ValueTask> _append = _ => throw new InvalidOperationException("Nothing is set up.");
    private Func<ValueTask> _close = () => default;

    [ParamsSource(nameof(WriterCounts))]
    public int Writers { get; set; }

    public static IEnumerable<int> WriterCounts => RunOptions.IsDry ? [8] : [1, 8, Appends];

    [GlobalSetup(Target = nameof(InMemory))]
    public void OpenMemory() => Use(new InMemoryJournal());

    [GlobalSetup(Target = nameof(Sqlite))]
    public void OpenFile()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-").FullName;
        var journal = HostJournals.Sqlite(Path.Combine(folder, "journal.db"));
        Use(journal);
        _close = async () =>
        {
            await journal.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        };
    }

    [GlobalSetup(Target = nameof(SqliteCommitEach))]
    public async Task OpenFileByHand()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-").FullName;
        var path = Path.Combine(folder, "journal.db");
        await using (var creating = HostJournals.Sqlite(path))
            await creating.AppendAsync([_decisions.Next()]);
        var journal = new CommitEachJournal(path);
        _append = entry =>
        {
            journal.Append(entry);
            return default;
        };
        _close = () =>
        {
            journal.Dispose();
            Directory.Delete(folder, recursive: true);
            return default;
        };
    }

    [GlobalSetup(Target = nameof(Postgres))]
    public async Task StartServer()
    {
        var cluster = await PostgresCluster.StartAsync(
            PostgresPrograms.Find() ?? throw new InvalidOperationException("PostgreSQL is not installed.")
        );
        var journal = HostJournals.Postgres(cluster.ConnectionString);
        Use(journal);
        _close = async () =>
        {
            await journal.DisposeAsync();
            await cluster.DisposeAsync();
        };
    }

    [GlobalCleanup]
    public async Task Close() => await _close();

    /// <summary>Nothing durable: the floor.</summary>
    [Benchmark(OperationsPerInvoke = Appends)]
    public Task InMemory() => AppendAllAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Appends)]
    public Task SqliteCommitEach() => AppendAllAsync();

    [Benchmark(OperationsPerInvoke = Appends)]
    public Task Sqlite() => AppendAllAsync();

    [Benchmark(OperationsPerInvoke = Appends)]
    [NeedsPostgres]
    public Task Postgres() => AppendAllAsync();

    private void Use(IJournal journal) =>
        _append = async entry =>
        {
            if (!(await journal.AppendAsync([entry])).Written)
                throw new InvalidOperationException("A decision was not written.");
        };

    private Task AppendAllAsync() =>
        Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (var left = Appends / Writers; left > 0; left--)
                            await _append(_decisions.Next());
                    })
                )
        );
}
