using CliWrap.Buffered;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Journaling;

/// <summary>The verbs that learn from past issues, over the cases of a journal.</summary>
public sealed class PastCasesTests : IAsyncLifetime
{
    private static readonly string[] Reports =
    [
        "the travel claim page shows a blank screen",
        "the page for travel claims stays blank",
        "my travel claim is a blank white page",
        "blank screen, the travel claim page will not load",
    ];

    private static readonly string[] Others =
    [
        "the map shows the wrong clinic",
        "I want to thank the nurse",
        "can I park at the hospital",
        "the font is too small",
        "my glasses order has the wrong lens",
        "the podcast has no sound",
        "I lost my badge at the entrance",
        "is the cafeteria open on Sunday",
        "who may visit my brother",
        "the elevator is broken",
        "my newsletter stopped",
    ];

    private JournalOnDisk _journal = null!;

    public async Task InitializeAsync()
    {
        _journal = await JournalOnDisk.CreateAsync();
        var calm = Enumerable
            .Range(0, 60)
            .Select(number => Of($"c-{number}", number % 2 == 0 ? $"I am locked out, {Others[number % 11]}" : Others[number % 11]));
        await _journal.ProcessAsync(calm, TimeSpan.FromHours(12));
        await _journal.ProcessAsync(
            Enumerable.Range(0, 34).Select(number => Of($"o-{number}", $"{Reports[number % 4]}, caller {Others[number % 11][^4..]}")),
            TimeSpan.FromMinutes(40)
        );

        static Issue Of(string id, string text) => new() { Id = id, Text = text };
    }

    public Task DisposeAsync()
    {
        _journal.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Trends_OfAJournal_NameTheOutage()
    {
        var text = await RunAsync("trends", "--days", "7");
        var json = await RunAsync("trends", "--days", "7", "--json");

        Assert.Equal((0, ""), (text.ExitCode, text.StandardError));
        Assert.Contains("blank", text.StandardOutput, StringComparison.Ordinal);
        var document = JObject.Parse(json.StandardOutput);
        Assert.Equal(34, (int)document["rises"]![0]!["lately"]!);
        Assert.Equal((98, 0), ((int)document["cases"]!["read"]!, (int)document["cases"]!["erased"]!));
    }

    [Fact]
    public async Task Mine_OfAJournal_MakesADraftOfTheOutageOrNamesIt()
    {
        var mined = await RunAsync("mine", "--out", "drafts", "--precision", "80");
        var sure = await RunAsync("mine", "--out", "sure", "--precision", "99.9");

        Assert.Equal((0, ""), (mined.ExitCode, mined.StandardError));
        Assert.Contains(Directory.GetFiles(Path.Combine(_journal.Folder, "drafts")), file =>
            File.ReadAllText(file).Contains("blank", StringComparison.Ordinal)
        );
        Assert.Matches("no rule is sure enough for: .*blank.* \\(34 issues\\)", sure.StandardOutput);
        Assert.Contains("left out: 33 issues that rules decide", sure.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mine_OfAJournal_TakesNoPersonalData()
    {
        var journal = await RunAsync("mine", "--out", "drafts", "--json", "--precision", "80");

        Assert.Equal(0, journal.ExitCode);
        Assert.All(Directory.GetFiles(Path.Combine(_journal.Folder, "drafts")), file =>
            Assert.DoesNotContain("ann@", File.ReadAllText(file), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task HealthAndBacktest_OfAJournal_SpeakOfItsCases()
    {
        await _journal.ContinueAsync(new CaseReference(null, "c-1"), new Turn { Id = "m-1", Text = "Nobody has written yet" });
        var health = await RunAsync("health", "--rules", "rules", "--handlers", "unlock,erase");
        var backtest = await RunAsync("backtest", "--rules", "rules", "--handlers", "unlock,erase", "--misses");

        Assert.StartsWith("98 issues, 3 rules", health.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("decided    32 of 98", backtest.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("then       32 of 98", backtest.StandardOutput, StringComparison.Ordinal);
        const string Whole = "1 case with later turns: each is decided here once, as if everything had been said at once.";
        Assert.All([health, backtest], result => Assert.Contains(Whole, result.StandardOutput, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Say where the past issues are: --history FILE, --journal FILE, or --postgres VARIABLE.", "trends")]
    [InlineData(
        "Say where the past issues are: --history FILE, --journal FILE, or --postgres VARIABLE.",
        "health",
        "--journal",
        "journal.db",
        "--history",
        "h.csv"
    )]
    [InlineData("'--where' goes with --history", "mine", "--journal", "journal.db", "--where", "a=b")]
    [InlineData(
        "'--labels' goes with --history",
        "backtest",
        "--journal",
        "journal.db",
        "--labels",
        "code",
        "--rules",
        "rules",
        "--handlers",
        "unlock,erase"
    )]
    [InlineData("'--schema' goes with --postgres.", "trends", "--journal", "journal.db", "--schema", "a")]
    [InlineData("There is no journal 'no.db'.", "trends", "--journal", "no.db")]
    [InlineData("The environment variable 'NO_SUCH' is not set.", "trends", "--postgres", "NO_SUCH")]
    public async Task PastIssues_NotSaidWell_SaysWhatToDo(string expected, params string[] arguments)
    {
        var result = await Tool.RunInAsync(_journal.Folder, "", arguments);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
    }

    private Task<BufferedCommandResult> RunAsync(params string[] arguments) =>
        Tool.RunInAsync(_journal.Folder, "", [.. arguments, "--journal", "journal.db"]);
}
