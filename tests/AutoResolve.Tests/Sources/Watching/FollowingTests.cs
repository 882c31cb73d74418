using AutoResolve.Sources;
using AutoResolve.Sources.Watching;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Sources.Watching;

/// <summary>That whatever is done to rules comes into force, and whatever stands in the way is said.</summary>
public sealed class FollowingTests : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("autoresolve-");
    private readonly ScriptedListening _listening = new();

    public static TheoryData<string> Changes => [.. DiskChange.All.Keys];

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_ThatIsTold_IsInForceAndSoIsTheNext(string what)
    {
        var change = DiskChange.All[what];
        change.Arrange(_root.FullName);

        // Nothing but the way is looked at: what follows has to be told.
        using var rules = Follow(SystemListening.Begin, change.Folder, TimeSpan.FromDays(1));
        Assert.Equal("a", rules.Rule);

        change.Change(_root.FullName);
        await rules.PassAsync(() => rules.Rule == "b");
        if (change.File.StartsWith(change.Folder, StringComparison.Ordinal))
        {
            DiskChange.Write(_root.FullName, change.File, "c");
            await rules.PassAsync(() => rules.Rule == "c");
        }

        Assert.Equal(new WatchState(WatchStatus.Watching), rules.Store.State.Watch);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_ThatNobodyTells_IsInForceAndSoIsTheNext(string what)
    {
        var change = DiskChange.All[what];
        change.Arrange(_root.FullName);
        using var rules = Follow(_listening.Begin, change.Folder);
        Assert.Equal("a", rules.Rule);

        change.Change(_root.FullName);
        await rules.PassAsync(() => rules.Rule == "b");
        DiskChange.Write(_root.FullName, change.File, "c");
        await rules.PassAsync(() => rules.Rule == "c");
        Assert.Empty(rules.Store.State.Refused);
    }

    [Fact]
    public async Task Folder_ThatIsOnlyLookedAt_IsPolledAndThatIsNoFault()
    {
        DiskChange.Write(_root.FullName, "rules/one.json", "a");
        using var rules = new FollowedRules(RuleSource.Folder(DiskChange.At(_root.FullName, "rules"), poll: true));
        DiskChange.Write(_root.FullName, "rules/one.json", "b");

        await rules.PassAsync(() => rules.Rule == "b");

        Assert.Equal(new WatchState(WatchStatus.Polling), rules.Store.State.Watch);
    }

    [Fact]
    public async Task Change_ThatIsFoundAndWasNotTold_IsSaidUntilOneIsTold()
    {
        DiskChange.Write(_root.FullName, "rules/one.json", "a");
        using var rules = Follow(_listening.Begin);
        Assert.Equal(WatchStatus.Watching, rules.Status);

        DiskChange.Write(_root.FullName, "rules/one.json", "b");
        await rules.PassAsync(() => rules.Rule == "b");
        Assert.Equal(WatchStatus.NotWatching, rules.Status);
        Assert.StartsWith("a change was found that nobody told: ", rules.Store.State.Watch.Reason, StringComparison.Ordinal);

        DiskChange.Write(_root.FullName, "rules/one.json", "c");
        _listening.Tell("one.json");
        await rules.PassAsync(() => rules.Rule == "c");
        Assert.Equal(WatchStatus.Watching, rules.Status);
        Assert.Equal([1, 7, 2, 10, 2], rules.Logged);
    }

    [Fact]
    public async Task Listening_ThatCannotBegin_IsSaidAndTriedAgain()
    {
        DiskChange.Write(_root.FullName, "rules/one.json", "a");
        _listening.Fails = new IOException("The user limit (128) on the number of inotify instances has been reached.");
        using var rules = Follow(_listening.Begin);
        Assert.Equal(
            new WatchState(
                WatchStatus.NotWatching,
                "the system says: The user limit (128) on the number of inotify instances has been reached"
            ),
            rules.Store.State.Watch
        );
        DiskChange.Write(_root.FullName, "rules/one.json", "b");
        await rules.PassAsync(() => rules.Rule == "b");

        _listening.Fails = null;
        await rules.PassAsync(() => rules.Status == WatchStatus.Watching);
        DiskChange.Write(_root.FullName, "rules/one.json", "c");
        _listening.Tell("one.json");
        await rules.PassAsync(() => rules.Rule == "c");

        Assert.Equal([1, 7, 2, 10, 2], rules.Logged);
    }

    [Fact]
    public async Task Listening_ThatFailsLater_IsSaidUntilItHasHeldOut()
    {
        DiskChange.Write(_root.FullName, "rules/one.json", "a");
        using var rules = Follow(_listening.Begin);

        _listening.Fail(new IOException("No more watches."));
        await rules.PassAsync(() => rules.Status == WatchStatus.NotWatching);
        Assert.Equal("the system says: No more watches", rules.Store.State.Watch.Reason);

        await rules.PassAsync(() => rules.Status == WatchStatus.Watching);
        Assert.Equal(2, _listening.Begun);
        Assert.Empty(rules.Told);
    }

    [Fact]
    public async Task File_ThatIsLockedForAWhile_IsReadOnceItIsNot()
    {
        DiskChange.Write(_root.FullName, "rules/one.json", "a");
        using var rules = Follow(_listening.Begin);
        using (new FileStream(DiskChange.At(_root.FullName, "rules/one.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            File.WriteAllBytes(
                DiskChange.At(_root.FullName, "rules/two.json"),
                SomeRules.Set("two", "", SomeRules.Rule("b")).Content.ToArray()
            );
            _listening.Tell("two.json");
            await rules.PassAsync(() => rules.Store.State.Refused.Count > 0);
            Assert.StartsWith("one.json:1:1 AR1003 ", Assert.Single(rules.Store.State.Refused), StringComparison.Ordinal);
            Assert.Equal("a", rules.Rule);
        }

        await rules.PassAsync(() => rules.Store.Current.Rules.Count == 2);
        Assert.Empty(rules.Store.State.Refused);
        Assert.Equal([false, true], rules.Told.Select(reload => reload.Accepted));
    }

    [Theory]
    [InlineData(typeof(UnauthorizedAccessException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(FileNotFoundException))]
    [InlineData(typeof(TimeoutException))]
    public async Task Source_ThatCannotBeRead_IsReadAgainAtEverLongerTimes(Type failure)
    {
        using var source = Source("a");
        using var rules = new FollowedRules(source);
        List<DateTimeOffset> reads = [];
        source.Files[0] = new RuleSourceFile("one.json", _ =>
        {
            reads.Add(rules.Now);
            throw (Exception)Activator.CreateInstance(failure)!;
        });
        source.Change();
        await rules.PassAsync(() => reads.Count == 6);
        var said = Assert.Single(rules.Told);
        Assert.False(said.Accepted);

        source.Files[0] = OwnFile("b");
        await rules.PassAsync(() => rules.Rule == "b");

        var waits = reads.Zip(reads.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();
        Assert.All(waits.Zip([1, 2, 4, 5, 5]), wait => Assert.True(wait.First >= wait.Second, string.Join(' ', waits)));
        Assert.Empty(rules.Store.State.Refused);
    }

    [Fact]
    public async Task Rules_ThatAreWrong_StayRefusedUntilTheyAreChanged()
    {
        using var source = Source("a");
        using var rules = new FollowedRules(source);
        source.Files[0] = new RuleSourceFile("one.json", "{ \"set\": 1 }");
        source.Change();
        await rules.PassAsync(() => rules.Store.State.Refused.Count > 0);
        var reads = source.Reads;
        var until = rules.Now + TimeSpan.FromMinutes(2);
        await rules.PassAsync(() => rules.Now > until, Poll);
        Assert.Equal(reads, source.Reads);
        Assert.StartsWith("one.json:1:1 AR10", rules.Store.State.Refused[0], StringComparison.Ordinal);
        Assert.Equal("a", rules.Rule);

        source.Files[0] = OwnFile("b");
        source.Change();
        await rules.PassAsync(() => rules.Rule == "b");
        Assert.Empty(rules.Store.State.Refused);
    }

    [Fact]
    public async Task Token_ThatCallsBackAndWasNotHeard_IsAskedAllTheSame()
    {
        using var source = Source("a");
        var hasChanged = false;
        source.Watching = () => new ScriptedToken { Changed = () => hasChanged };
        using var rules = new FollowedRules(source);

        source.Files[0] = OwnFile("b");
        hasChanged = true;
        await rules.PassAsync(() => rules.Rule == "b");
    }

    private static ScriptedSource Source(string rule) => new() { Files = { OwnFile(rule) } };

    private static RuleSourceFile OwnFile(string rule) => new("one.json", SomeRules.Set("one", "", SomeRules.Rule(rule)).Content);

    private FollowedRules Follow(DiskListening listening, string folder = "rules", TimeSpan? pollInterval = null) =>
        new(new FolderRuleSource(DiskChange.At(_root.FullName, folder), listening), pollInterval);
}
