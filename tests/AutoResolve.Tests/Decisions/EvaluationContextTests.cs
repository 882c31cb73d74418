using AutoResolve.Sources;

namespace AutoResolve.Tests.Decisions;

/// <summary>What cannot be meant is refused where it is said.</summary>
public sealed class EvaluationContextTests
{
    [Fact]
    public void Context_WrongValues_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new EvaluationContext { Demoted = null! });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationContext { MaxTextLength = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationContext { Format = (AnswerFormat)99 });
    }

    [Fact]
    public void Purpose_WrongValues_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RulebookPurpose { MaxThreads = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RulebookPurpose { MaxThreads = -1 });
        Assert.Throws<ArgumentNullException>(() => new RulebookPurpose { Handlers = null! });
        Assert.Throws<ArgumentException>(() => new RulebookPurpose { Handlers = [null!] });
    }

    [Fact]
    public void Files_OneIsNull_AreRefused()
    {
        Assert.Throws<ArgumentException>("files", () => new RuleFileSet([null!]));
        Assert.Throws<ArgumentNullException>("files", () => new RuleFileSet(null!));
    }

    public static TheoryData<string> WrongOptions => [.. Options.Keys];

    private static Dictionary<string, RulebookOptions> Options { get; } =
        new()
        {
            ["Handlers"] = new() { Handlers = [null!] },
            ["DefaultLocale"] = new() { DefaultLocale = null! },
            ["SourceTimeout"] = new() { SourceTimeout = TimeSpan.MaxValue },
            ["MaxFileBytes"] = new() { MaxFileBytes = -1 },
        };

    [Theory]
    [MemberData(nameof(WrongOptions))]
    public async Task Load_WrongOption_IsRefusedByItsName(string name)
    {
        var source = RuleSource.Memory();
        var options = Options[name];

        var refused = await Assert.ThrowsAsync<ArgumentException>("options", () => Rulebook.TryLoadAsync(source, options));

        Assert.StartsWith(name, refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>("options", () => Rulebook.LoadAsync(source, options));
        await Assert.ThrowsAsync<ArgumentException>("options", () => new RuleSourceReader(source).ReadAsync(options));
        Assert.Throws<ArgumentException>("options", () => Rulebook.TryBuild(new RuleFileSet([]), options));
        Assert.Throws<ArgumentException>("options", () => Rulebook.TryLoad("rules", options));
    }
}
