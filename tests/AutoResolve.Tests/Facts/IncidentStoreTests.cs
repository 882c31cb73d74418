using AutoResolve.Facts;
using AutoResolve.Incidents;
using AutoResolve.Sources.Watching;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Facts;

public sealed class IncidentStoreTests : IDisposable
{
    private readonly IncidentsOnDisk _file = new();
    private readonly FakeTimeProvider _time = new(SomeRules.Now);
    private readonly FakeLogger<IncidentStore> _logger = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Current_IsReadOnce()
    {
        _file.Write(IncidentsOnDisk.Open);
        using var store = Store();

        Assert.Same(store.Current, store.Current);
        Assert.Equal([60], Logged());
    }

    [Fact]
    public void Current_NoFile_IsUnknownAndSaidOnceAndKnownOnceThereIsOne()
    {
        using var store = Store();

        Assert.Null(store.Current);
        Assert.Null(store.Current);
        Assert.Equal([62], Logged());
        Assert.Contains(
            "incidents.json:1:1 AR1003 This cannot be read: there is no such file",
            _logger.LatestRecord.Message,
            StringComparison.Ordinal
        );
        _file.Write(IncidentsOnDisk.Open);
        Assert.Equal("INC-1", Assert.Single(store.Current!).Id);
    }

    [Fact]
    public void Reload_BrokenChange_KeepsTheLastGoodAndSaysSoOnce()
    {
        _file.Write(IncidentsOnDisk.Open);
        using var store = Store();
        var before = store.Current;
        _file.WriteText("""{ "incidents": [ { "id": "INC-2" } ] }""");

        store.Reload();
        store.Reload();

        Assert.Same(before, store.Current);
        Assert.Equal([60, 61], Logged());
        Assert.Contains("incidents.json:1:18 AR1010", _logger.LatestRecord.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reload_FileGoneAfterAll_IsUnknown()
    {
        _file.Write(IncidentsOnDisk.Open);
        using var store = Store();
        _ = store.Current;
        File.Delete(_file.Path);

        store.Reload();

        Assert.Null(store.Current);
        Assert.Equal([60, 62], Logged());
    }

    [Fact]
    public void Reload_FileOverTheLimit_IsUnknownAndSaysWhatToDo()
    {
        _file.WriteText($"{{ \"incidents\": [] }}{new string(' ', 2000)}");
        using var store = new IncidentStore(
            _file.Path,
            new AutoResolveOptions { ReloadOnChange = false, Rulebook = { MaxFileBytes = 1000 } },
            _time,
            _logger
        );

        Assert.Null(store.Current);
        Assert.Contains("at most 1,000 are read. Delete incidents that are over.", _logger.LatestRecord.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_WhosePathCannotBe_IsAProblemAndCannotBeWatched()
    {
        Assert.Contains(
            "AR1003 This cannot be read",
            Assert.Single(IncidentFile.Read("a\0b").Problems).ToString(),
            StringComparison.Ordinal
        );
        Assert.Throws<IOException>(() => IncidentFile.Watch("a\0b"));
    }

    [Fact]
    public async Task Change_IsSeenAMomentAfterItIsSaved()
    {
        _file.Write(IncidentsOnDisk.Open);
        using var store = Store(reloadOnChange: true);
        _ = store.Current;
        _file.Write();

        await PassAsync(() => Logged().Count() == 2);

        Assert.Equal([60, 60], Logged());
        Assert.Empty(store.Current!);
    }

    [Fact]
    public async Task Folder_ExchangedForAnother_IsSeen()
    {
        _file.Write(IncidentsOnDisk.Open);
        using var store = Store(reloadOnChange: true);
        _ = store.Current;
        var folder = Path.GetDirectoryName(_file.Path)!;
        Directory.Move(folder, $"{folder}-old");
        Directory.CreateDirectory(folder);
        _file.Write();

        await PassAsync(() => store.Current is { Count: 0 });
        Directory.Delete($"{folder}-old", recursive: true);
        Assert.Equal(WatchStatus.Watching, store.Watch.Status);
    }

    [Fact]
    public async Task Link_TurnedToAnotherFile_IsSeen()
    {
        if (OperatingSystem.IsWindows())
            return;
        _file.Write();
        File.Move(_file.Path, $"{_file.Path}.1");
        _file.Write(IncidentsOnDisk.Open);
        File.Move(_file.Path, $"{_file.Path}.2");
        File.CreateSymbolicLink(_file.Path, "incidents.json.1");
        using var store = Store(reloadOnChange: true);
        Assert.Empty(store.Current!);

        File.CreateSymbolicLink($"{_file.Path}~", "incidents.json.2");
        File.Move($"{_file.Path}~", _file.Path, overwrite: true);

        await PassAsync(() => store.Current is { Count: 1 });
    }

    [Fact]
    public async Task File_LockedForAWhile_IsReadOnceItIsNot()
    {
        _file.Write(IncidentsOnDisk.Open);
        using var store = Store(reloadOnChange: true);
        using (new FileStream(_file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Null(store.Current);
            Assert.NotEmpty(store.Refused);
        }

        await PassAsync(() => store.Refused.Count == 0);

        Assert.Equal([62, 60], Logged());
    }

    private async Task PassAsync(Func<bool> until)
    {
        using var limit = new CancellationTokenSource(Patience.Long);
        while (!until())
        {
            await Task.Delay(5, limit.Token);
            _time.Advance(TimeSpan.FromMilliseconds(300));
        }
    }

    private IEnumerable<int> Logged() => _logger.Collector.GetSnapshot().Select(record => record.Id.Id);

    // Time passes here faster than a folder is watched.
    private static AutoResolveOptions Options(bool reloadOnChange) =>
        new() { ReloadOnChange = reloadOnChange, Rulebook = { SourceTimeout = TimeSpan.FromDays(1) } };

    private IncidentStore Store(bool reloadOnChange = false) => new(_file.Path, Options(reloadOnChange), _time, _logger);
}
