using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Sources.Watching;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Journals;
using AutoResolve.Tests.Sources;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests;

public sealed class RulebookStoreTests : IDisposable
{
    private readonly RulesOnDisk _rules = new(SomeRules.Rule("a"));
    private readonly FakeTimeProvider _time = new(SomeRules.Now);
    private readonly FakeLogger<RulebookStore> _logger = new();
    private readonly List<RulebookReload> _told = [];

    public void Dispose() => _rules.Dispose();

    [Fact]
    public void Current_IsLoadedOnceAndLogged()
    {
        using var store = Store();

        Assert.Same(store.Current, store.Current);
        Assert.Equal((1, LogLevel.Information), (_logger.LatestRecord.Id.Id, _logger.LatestRecord.Level));
        Assert.Equal(1, _logger.Collector.Count);
    }

    [Fact]
    public void Current_BrokenRules_ThrowsWithAllErrorsEachTime()
    {
        _rules.WriteText("one.json", "{");
        _rules.WriteText("two.json", "[]");
        using var store = Store();

        var exception = Assert.Throws<RulebookException>(() => store.Current);

        Assert.Equal(["one.json", "two.json"], exception.Diagnostics.Select(diagnostic => diagnostic.File).Distinct());
        Assert.All(exception.Diagnostics, diagnostic =>
            Assert.Contains(diagnostic.ToString(), exception.Message, StringComparison.Ordinal)
        );
        Assert.Throws<RulebookException>(() => store.Current);
        _rules.Delete();
        Assert.Contains("AR1001", Assert.Throws<RulebookException>(() => store.Current).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Current_MendedAfterAFailure_Loads()
    {
        _rules.WriteText("one.json", "{");
        using var store = Store();
        Assert.Throws<RulebookException>(() => store.Current);

        _rules.Write("one", SomeRules.Rule("b"));

        Assert.Equal("b", store.Current.Rules.Single().Id);
    }

    [Fact]
    public async Task Reload_SoundChange_IsSwappedInAndTold()
    {
        using var store = Store();
        var before = store.Current;
        _rules.Write("two", SomeRules.Rule("b"));

        await store.ReloadAsync();

        Assert.NotSame(before, store.Current);
        Assert.Equal(["a", "b"], store.Current.Rules.Select(rule => rule.Id));
        Assert.Equal(["a"], before.Rules.Select(rule => rule.Id));
        var told = Assert.Single(_told);
        Assert.True(told.Accepted);
        Assert.Same(store.Current, told.Current);
        Assert.Equal((2, LogLevel.Information), (_logger.LatestRecord.Id.Id, _logger.LatestRecord.Level));
    }

    [Fact]
    public async Task Reload_AnotherProfile_IsWhatTheRedactorGoesBy()
    {
        using var store = Store();
        var redactor = new RulebookRedactor(store);
        Assert.Equal("locker L-12345", redactor.Redact("locker L-12345"));
        _rules.WriteText(
            "two.json",
            """
            {
              "set": "two", "title": "T", "owner": "o", "shared": true,
              "profile": { "privacy": { "identifiers": { "locker": { "regex": "L-\\d{5}" } } } }
            }
            """
        );

        await store.ReloadAsync();

        Assert.Equal("locker [PII_OTHER]", redactor.Redact("locker L-12345"));
    }

    [Fact]
    public async Task Reload_BrokenChange_KeepsTheLastGoodAndTells()
    {
        using var store = Store();
        var before = store.Current;
        _rules.Write("two", SomeRules.Rule("b", """{ "outcome": "answr" }"""));

        await store.ReloadAsync();

        Assert.Same(before, store.Current);
        var told = Assert.Single(_told);
        Assert.False(told.Accepted);
        Assert.Same(before, told.Current);
        Assert.Contains(told.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal((3, LogLevel.Error), (_logger.LatestRecord.Id.Id, _logger.LatestRecord.Level));
        Assert.Contains("two.json:", _logger.LatestRecord.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_BrokenThenMended_TellsThatItIsSoundAgain()
    {
        using var store = Store();
        var before = store.Current;
        _rules.WriteText("two.json", "{");
        await store.ReloadAsync();
        File.Delete(Path.Combine(_rules.Folder, "two.json"));

        await store.ReloadAsync();

        Assert.Same(before, store.Current);
        Assert.Equal([false, true], _told.Select(reload => reload.Accepted));
    }

    [Fact]
    public async Task Reload_SameContentWithOtherLineEndings_IsNotSwapped()
    {
        using var store = Store();
        var before = store.Current;
        var file = Path.Combine(_rules.Folder, "one.json");
        File.WriteAllText(file, '\uFEFF' + File.ReadAllText(file).Replace("\n", "\r\n", StringComparison.Ordinal));

        await store.ReloadAsync();

        Assert.Same(before, store.Current);
    }

    [Fact]
    public async Task Reload_FolderGone_KeepsTheLastGood()
    {
        using var store = Store();
        var before = store.Current;
        _rules.Delete();

        await store.ReloadAsync();

        Assert.Same(before, store.Current);
        Assert.Equal("AR1001", Assert.Single(Assert.Single(_told).Diagnostics).Code);
    }

    [Fact]
    public async Task OnReload_ListenerThatThrows_DoesNotStopTheOthers()
    {
        using var store = Store();
        _ = store.Current;
        using var bad = store.OnReload(_ => throw new InvalidOperationException("no"));
        var later = 0;
        using (store.OnReload(_ => later++))
            await store.ReloadAsync();

        await store.ReloadAsync();

        Assert.Equal(2, _told.Count);
        Assert.Equal(1, later);
        Assert.Equal(4, _logger.LatestRecord.Id.Id);
    }

    [Fact]
    public async Task Watch_FileChanged_ReloadsOnceItIsQuiet()
    {
        using var store = Store(watch: true);
        _ = store.Current;

        _rules.Write("two", SomeRules.Rule("b"));

        await Eventually(store, () => store.Current.Rules.Count == 2, TimeSpan.FromMilliseconds(300));
        Assert.True(_told[^1].Accepted);
    }

    [Fact]
    public async Task Watch_FolderDeletedAndMadeAgain_GoesOn()
    {
        using var store = Store(watch: true);
        var before = store.Current;
        _rules.Delete();
        await Eventually(store, () => _told.Count > 0, TimeSpan.FromMilliseconds(300));
        Assert.Same(before, store.Current);

        _rules.Create();
        _rules.Write("one", SomeRules.Rule("b"));
        await Eventually(store, () => store.Current.Rules.Single().Id == "b", TimeSpan.FromSeconds(5));

        _rules.Write("one", SomeRules.Rule("c"));
        await Eventually(store, () => store.Current.Rules.Single().Id == "c", TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task Watch_FolderStaysAway_IsToldOnce()
    {
        using var store = Store(watch: true);
        _ = store.Current;
        _rules.Delete();
        await Eventually(store, () => _told.Count > 0, TimeSpan.FromMilliseconds(300));
        var told = _told.Count;

        for (var i = 0; i < 10; i++)
            _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(told, _told.Count);
    }

    [Fact]
    public async Task Watch_OwnSourceTellsAChange_IsReloadedOnceItIsQuiet()
    {
        using var source = OwnSource("a");
        using var store = Store(watch: true, source);
        await store.LoadAsync(CancellationToken.None);

        source.Files[0] = OwnFile("a", "b");
        source.Change();
        source.Change();
        await Eventually(store, () => store.Current.Rules.Count == 2, TimeSpan.FromMilliseconds(300));

        Assert.True(Assert.Single(_told).Accepted);
    }

    [Fact]
    public async Task Watch_SourceThatCannotTell_IsReadEverySoOftenAndOnlyAChangeIsTold()
    {
        using var source = OwnSource("a");
        source.Watching = () => null;
        using var store = Store(watch: true, source);
        await store.LoadAsync(CancellationToken.None);
        await Eventually(store, () => source.Reads > 3, TimeSpan.FromSeconds(5));
        Assert.Empty(_told);

        source.Files[0] = OwnFile("a", "b");
        await Eventually(store, () => store.Current.Rules.Count == 2, TimeSpan.FromSeconds(5));

        Assert.Single(_told);
        Assert.Equal(new WatchState(WatchStatus.Polling), store.State.Watch);
    }

    [Fact]
    public async Task Watch_TokenThatIsAsked_IsReadOnlyAfterAChange()
    {
        using var source = OwnSource("a");
        var token = new AskedToken();
        source.Watching = () => token;
        using var store = Store(watch: true, source);
        await store.LoadAsync(CancellationToken.None);
        for (var time = 0; time < 5; time++)
            _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, source.Reads);

        source.Files[0] = OwnFile("a", "b");
        token.HasChanged = true;
        source.Watching = () => new AskedToken();
        await Eventually(store, () => store.Current.Rules.Count == 2, TimeSpan.FromSeconds(5));

        Assert.Equal(2, source.Reads);
    }

    [Fact]
    public async Task Watch_SourceThatCanNoLongerBeWatched_IsPolledUntilItCan()
    {
        using var source = OwnSource("a");
        using var store = Store(watch: true, source);
        await store.LoadAsync(CancellationToken.None);
        source.Watching = () => throw new IOException("Too many watches.");
        source.Change();
        await Eventually(store, () => store.State.Watch.Status == WatchStatus.NotWatching, TimeSpan.FromMilliseconds(300));
        Assert.Contains(_logger.Collector.GetSnapshot(), record => record.Id.Id == 7);

        source.Files[0] = OwnFile("a", "b");
        await Eventually(store, () => store.Current.Rules.Count == 2, TimeSpan.FromSeconds(5));
        source.Watching = null;
        await Eventually(store, () => store.State.Watch.Status == WatchStatus.Watching, TimeSpan.FromSeconds(5));

        Assert.Single(_logger.Collector.GetSnapshot(), record => record.Id.Id == 7);
    }

    [Fact]
    public async Task Load_WatchThatNeverAnswers_IsReadAllTheSame()
    {
        using var end = new ManualResetEventSlim();
        using var source = OwnSource("a");
        source.Watching = () =>
        {
            end.Wait(CancellationToken.None);
            return null;
        };
        using var store = Store(watch: true, source);
        var loading = store.LoadAsync(CancellationToken.None);
        Assert.False(loading.IsCompleted);

        await Eventually(store, () => store.State.Watch.Status == WatchStatus.NotWatching, TimeSpan.FromHours(1));

        Assert.Single((await loading).Rules);
        end.Set();
    }

    [Fact]
    public async Task Reload_SourceThatThrowsOrGivesNothing_KeepsTheLastGood()
    {
        using var source = OwnSource("a");
        using var store = Store(source: source);
        var before = await store.LoadAsync(CancellationToken.None);

        source.Before = _ => throw new InvalidOperationException("No connection.");
        await store.ReloadAsync();
        source.Before = null;
        source.Files.Clear();
        await store.ReloadAsync();

        Assert.Same(before, store.Current);
        Assert.NotEmpty(store.State.Refused);
        Assert.Equal(["AR1034", "AR1002"], _told.Select(reload => Assert.Single(reload.Diagnostics).Code));
    }

    [Fact]
    public async Task Reload_ThatThrows_IsRefusedUntilOneIsSound()
    {
        var options = new AutoResolveOptions { ReloadOnChange = false };
        using var store = Store(options: options);
        var before = store.Current;
        _rules.Write("two", SomeRules.Rule("b"));

        options.Rulebook.DefaultLocale = "";
        await store.ReloadAsync();
        Assert.Same(before, store.Current);
        Assert.NotEmpty(store.State.Refused);

        options.Rulebook.DefaultLocale = "en";
        await store.ReloadAsync(isGuess: true);
        Assert.NotSame(before, store.Current);
        Assert.Empty(store.State.Refused);
    }

    private static ScriptedSource OwnSource(params string[] rules) => new() { Files = { OwnFile(rules) } };

    private static RuleSourceFile OwnFile(params string[] rules) =>
        new("one.json", SomeRules.Set("one", "", [.. rules.Select(rule => SomeRules.Rule(rule))]).Content);

    private sealed class AskedToken : IChangeToken
    {
        public bool HasChanged { get; set; }

        public bool ActiveChangeCallbacks => false;

        public IDisposable RegisterChangeCallback(Action<object?> callback, object? state) => throw new NotSupportedException();
    }

    // The file system tells in real time; the waiting for quiet is faked.
    private async Task Eventually(RulebookStore store, Func<bool> condition, TimeSpan step)
    {
        using var limit = new CancellationTokenSource(Patience.Long);
        while (!condition())
        {
            await Task.Delay(20, limit.Token);
            _time.Advance(step);
        }

        // What is in force is logged and told a moment later, before the reload ends.
        await store.LoadAsync(limit.Token);
    }

    private RulebookStore Store(bool watch = false, IRuleSource? source = null, AutoResolveOptions? options = null)
    {
        // Time passes here faster than files are read.
        options ??= new AutoResolveOptions { ReloadOnChange = watch, Rulebook = { SourceTimeout = TimeSpan.FromDays(1) } };
        source ??= RuleSource.Folder(_rules.Folder);
        var store = new RulebookStore(
            new("the rules", () => source),
            new("the rules", () => new RulebookPurpose()),
            new FixedOptions<AutoResolveOptions>(options),
            _time,
            _logger
        );
        store.OnReload(_told.Add);
        return store;
    }
}
