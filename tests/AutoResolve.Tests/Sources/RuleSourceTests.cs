using System.Text;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Sources;

public sealed class RuleSourceTests
{
    private static readonly string Set = Encoding.UTF8.GetString(SomeRules.Set("one", "", SomeRules.Rule("a")).Content.Span);

    private readonly FakeTimeProvider _clock = new(SomeRules.Now);

    [Fact]
    public async Task Memory_TextBytesAndStream_AreTheSameRules()
    {
        var bytes = Encoding.UTF8.GetBytes(Set);
        RuleSourceFile[] files =
        [
            new("one.json", Set),
            new("one.json", bytes),
            new("one.json", _ => new(new MemoryStream(bytes))),
            new("one.json", _ => new(new PipeLike(bytes))),
        ];

        var rulebooks = await Task.WhenAll(files.Select(file => Rulebook.LoadAsync(RuleSource.Memory(file), timeProvider: _clock)));

        Assert.Single(rulebooks.Select(rulebook => rulebook.Revision).Distinct());
    }

    [Fact]
    public async Task Embedded_ResourcesWithThePrefix_AreTheRules()
    {
        var source = RuleSource.Embedded(typeof(RuleSourceTests).Assembly, "AutoResolve.Tests.Rules.");

        var rulebook = await Rulebook.LoadAsync(source, timeProvider: _clock);

        Assert.Equal("embedded.rule", Assert.Single(rulebook.Rules).Id);
    }

    [Fact]
    public async Task Embedded_PrefixWithoutItsLastDot_IsTheSame()
    {
        var source = RuleSource.Embedded(typeof(RuleSourceTests).Assembly, "AutoResolve.Tests.Rules");

        Assert.Equal("embedded.rule", Assert.Single((await Rulebook.LoadAsync(source, timeProvider: _clock)).Rules).Id);
    }

    [Fact]
    public async Task Embedded_NoResourceWithThePrefix_SaysWhichThereAre()
    {
        var result = await Rulebook.TryLoadAsync(RuleSource.Embedded(typeof(RuleSourceTests).Assembly, "Nothing."), timeProvider: _clock);

        var problem = Assert.Single(result.Diagnostics);
        Assert.Equal("AR1002", problem.Code);
        Assert.Contains("The assembly has these resources: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("AutoResolve.Tests.Rules.documents.json", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_OwnSource_IsReadAsynchronously()
    {
        var source = new ScriptedSource(async _ => await Task.Yield()) { Files = { new("one.json", Set) } };

        Assert.Equal("a", Assert.Single((await Rulebook.LoadAsync(source, timeProvider: _clock)).Rules).Id);
    }

    [Fact]
    public async Task Load_SourceThatThrows_IsAnErrorThatNamesIt()
    {
        var source = new ScriptedSource(_ => throw new InvalidOperationException("No connection.")) { Name = "table rules" };

        var exception = await Assert.ThrowsAsync<RulebookException>(() => Rulebook.LoadAsync(source, timeProvider: _clock));

        Assert.Equal(
            $"The rules in 'table rules' have 1 error(s):{Environment.NewLine}"
                + "AR1034 The rules cannot be read from 'table rules', which failed with InvalidOperationException: No connection.",
            exception.Message
        );
    }

    [Fact]
    public async Task Load_SourceThatGivesNull_IsAnError() =>
        Assert.Equal(["AR1034"], await CodesAsync(new ScriptedSource { Files = { null! } }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Load_SourceThatHangs_EndsAtTheTimeLimit(bool blocks)
    {
        using var end = new ManualResetEventSlim();
        var source = new ScriptedSource(_ =>
        {
            if (blocks)
                end.Wait(CancellationToken.None);
            return ScriptedSource.Never;
        });
        var loading = Rulebook.TryLoadAsync(source, new RulebookOptions { SourceTimeout = TimeSpan.FromSeconds(5) }, timeProvider: _clock);

        await ScriptedSource.PassAsync(_clock, TimeSpan.FromSeconds(5), loading);

        var error = Assert.Single((await loading).Diagnostics);
        Assert.Equal(
            "AR1035 The rules could not be read from 'the desk's database' within 5 seconds: "
                + "see why it does not answer, or allow more time (SourceTimeout).",
            error.ToString()
        );
        end.Set();
    }

    [Fact]
    public async Task Read_SourceThatStillHangs_IsNotAskedAgain()
    {
        var source = new ScriptedSource(_ => ScriptedSource.Never);
        var reader = new RuleSourceReader(source, _clock);
        List<Diagnostic> found = [];
        for (var time = 0; time < 3; time++)
        {
            var reading = reader.ReadAsync(100, TimeSpan.FromSeconds(5), found, CancellationToken.None);
            await ScriptedSource.PassAsync(_clock, TimeSpan.FromSeconds(5), reading);
        }

        Assert.Equal(1, source.Reads);
        Assert.Equal(3, found.Count);
        Assert.StartsWith(
            $"The rules are not read from 'the desk's database' again, for the reading of {SomeRules.Now.UtcDateTime:u} has not ended: ",
            found[^1].Message,
            StringComparison.Ordinal
        );
        Assert.All(found, problem => Assert.Equal(ReadingCodes.SourceTooSlow, problem.Code));
    }

    [Fact]
    public async Task Load_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new ScriptedSource(_ => ScriptedSource.Never);
        var loading = Rulebook.TryLoadAsync(source, timeProvider: _clock, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loading);
    }

    [Fact]
    public async Task Load_OnePathTwice_IsAnErrorOfThatPath()
    {
        var source = RuleSource.Memory(new RuleSourceFile("one.json", Set), new RuleSourceFile("one.json", Set));

        var result = await Rulebook.TryLoadAsync(source, timeProvider: _clock);

        Assert.Equal(
            "one.json:1:1 AR1032 The source gives this path twice: give each file a path of its own.",
            Assert.Single(result.Diagnostics, problem => problem.Severity == DiagnosticSeverity.Error).ToString()
        );
    }

    [Theory]
    [InlineData("one", "AR1033")]
    [InlineData("../one.json", "AR1033")]
    [InlineData("docs/one.json", "AR1033")]
    [InlineData("", "AR1033")]
    public async Task Load_PathThatIsNone_IsAnErrorAndNotLeftOut(string path, string code) =>
        Assert.Contains(code, await CodesAsync(RuleSource.Memory(new RuleSourceFile(path, Set), new RuleSourceFile("two.json", Set))));

    [Fact]
    public async Task Load_PathWithAControlCharacter_IsAnErrorOfOneLine()
    {
        var result = await Rulebook.TryLoadAsync(RuleSource.Memory(new RuleSourceFile("a\nb.json", Set)), timeProvider: _clock);

        Assert.Equal(
            "a\uFFFDb.json:1:1 AR1033 This path holds a control character, such as the end of a line: rename the file.",
            result.Diagnostics[0].ToString()
        );
    }

    [Fact]
    public async Task Load_SourceThatCannotSayItsName_IsCalledByItsType()
    {
        var source = new ScriptedSource(_ => throw new InvalidOperationException("No connection.")) { Name = null! };

        var exception = await Assert.ThrowsAsync<RulebookException>(() => Rulebook.LoadAsync(source, timeProvider: _clock));

        Assert.Contains("from 'ScriptedSource'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0xE9, 0x22 }, "AR1005")]
    [InlineData(new byte[] { 0x7B, 0x22 }, "AR1006")]
    [InlineData(new byte[0], "AR1006")]
    public async Task Load_Garbage_IsAnErrorOfItsFile(byte[] content, string code)
    {
        var result = await Rulebook.TryLoadAsync(RuleSource.Memory(new RuleSourceFile("bad.json", content)), timeProvider: _clock);

        Assert.Equal(("bad.json", code), (result.Diagnostics[0].File, result.Diagnostics[0].Code));
        Assert.Null(result.Rulebook);
    }

    [Fact]
    public async Task Load_FileThatCannotBeOpenedOrIsTooLong_IsAnErrorOfItsFile()
    {
        var source = RuleSource.Memory(
            new RuleSourceFile("a.json", _ => throw new NotSupportedException("No such blob.")),
            new RuleSourceFile("b.json", _ => new(new PipeLike(new byte[2000]))),
            RuleSourceFile.Unreadable("c.json", "it is locked; try again")
        );

        var result = await Rulebook.TryLoadAsync(source, new RulebookOptions { MaxFileBytes = 1000 }, timeProvider: _clock);

        Assert.Equal(
            [
                "a.json:1:1 AR1003 This cannot be read: its source failed with NotSupportedException: No such blob.",
                "b.json:1:1 AR1004 This file has too many bytes; at most 1,000 are read. Split the set into several files.",
                "c.json:1:1 AR1003 This cannot be read: it is locked; try again.",
            ],
            result.Diagnostics.Select(problem => problem.ToString())
        );
    }

    [Theory]
    [InlineData(3, 1000, "files", 3)]
    [InlineData(10, 24, "bytes", 24)]
    public async Task Read_SourceTooLarge_EndsWithAnErrorAndNoFiles(int maxFiles, long maxBytes, string what, int most)
    {
        var given = 0;
        var reader = new RuleSourceReader(new ScriptedSource { Files = Endless() }, _clock, new SourceLimits(maxFiles, maxBytes));
        List<Diagnostic> found = [];

        Assert.Empty(await reader.ReadAsync(10, TimeSpan.FromSeconds(5), found, CancellationToken.None));

        Assert.StartsWith(
            $"AR1036 The rules in 'the desk's database' have more than {most} {what}: have it give only files of rules, ",
            Assert.Single(found).ToString(),
            StringComparison.Ordinal
        );
        Assert.True(given < 9, "It is read to its end.");

        List<RuleSourceFile> Endless() =>
            [
                .. Enumerable
                    .Range(0, 9)
                    .Select(number => new RuleSourceFile($"{number}.json", _ =>
                    {
                        given++;
                        return new ValueTask<Stream>(new MemoryStream(new byte[8]));
                    })),
            ];
    }

    private async Task<IEnumerable<string>> CodesAsync(IRuleSource source) =>
        (await Rulebook.TryLoadAsync(source, timeProvider: _clock)).Diagnostics.Select(problem => problem.Code);

    /// <summary>A stream that does not know its length.</summary>
    private sealed class PipeLike(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
