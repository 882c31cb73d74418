using AutoResolve.Sources.Watching;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Sources.Watching;

public sealed class DiskTargetTests : IDisposable
{
    private readonly RulesOnDisk _rules = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _rules.Dispose();

    [Fact]
    public void Look_AtFilesThatAreOldEnough_ReadsNone()
    {
        _time.Advance(TimeSpan.FromMinutes(1));

        var stamp = Target().Look(null);

        Assert.Null(Assert.Single(stamp.Files).Value.Content);
        Assert.True(stamp.IsSame(Target().Look(stamp)));
    }

    [Fact]
    public void Look_AtAFileThatWasJustWritten_ReadsItUntilItsTimesTell()
    {
        var target = Target();
        var written = target.Look(null);
        _time.Advance(TimeSpan.FromMinutes(1));
        var later = target.Look(written);
        var atLast = target.Look(later);

        Assert.Equal([true, false, false], Files(written, later, atLast).Select(file => file.IsFresh));
        Assert.Equal([true, true, false], Files(written, later, atLast).Select(file => file.Content is not null));
        Assert.True(written.IsSame(later) && later.IsSame(atLast));
    }

    [Fact]
    public void Stamp_OfAFreshFile_DiffersByItsContentAlone()
    {
        var stamp = Target().Look(null);
        var file = Assert.Single(stamp.Files);
        var other = stamp with { Files = new Dictionary<string, DiskFileMark> { [file.Key] = file.Value with { Content = "other" } } };

        Assert.False(stamp.IsSame(other));
    }

    [Theory]
    [InlineData("no-such-folder/rules")]
    [InlineData("rules/one.json/rules")]
    public void Look_WhereNothingIs_EndsNowhere(string path)
    {
        var stamp = DiskTarget.OfFolder(Path.Combine(_rules.Root, path)).Look(null);

        Assert.Null(stamp.End);
        Assert.Empty(stamp.Files);
    }

    [Fact]
    public void Look_AtLinksThatLeadInACircle_EndsNowhere()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.CreateSymbolicLink(Path.Combine(_rules.Root, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(_rules.Root, "b"), "a");

        Assert.Null(DiskTarget.OfFolder(Path.Combine(_rules.Root, "a", "rules")).Look(null).End);
    }

    [Theory]
    [InlineData("../rules")]
    [InlineData("./rules/.")]
    [InlineData("ROOT/rules")]
    public void Look_AtALink_EndsWhereTheSystemDoes(string target)
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Path.Combine(_rules.Root, "in"));
        var link = Path.Combine(_rules.Root, target.StartsWith("..", StringComparison.Ordinal) ? "in/link" : "link");
        File.CreateSymbolicLink(link, target.Replace("ROOT", _rules.Root, StringComparison.Ordinal));

        var stamp = DiskTarget.OfFolder(link).Look(null);

        Assert.Equal(DiskTarget.OfFolder(_rules.Folder).Look(null).End, stamp.End);
        Assert.Equal(["one.json"], stamp.Files.Keys);
    }

    private static IEnumerable<DiskFileMark> Files(params DiskStamp[] stamps) => stamps.Select(stamp => Assert.Single(stamp.Files).Value);

    private DiskTarget Target() => new(_rules.Folder, isFolder: true) { Clock = _time };
}
