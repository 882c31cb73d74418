using AutoResolve.Insights.Figures;
using AutoResolve.Journal;
using AutoResolve.Journaling;
using CsCheck;
using Microsoft.Data.Sqlite;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class SqliteFiguresTests : IAsyncDisposable
{
    private const int Days = 7;
    private static readonly string[] Topics = ["a", "c"];
    private static readonly string[] Teams = ["x", "y"];
    private static readonly DateTimeOffset Start = new(2026, 10, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"figures-{Guid.NewGuid():N}.db");
    private readonly SqliteJournal _journal;

    public SqliteFiguresTests() => _journal = new SqliteJournal(_path);

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(_path);
    }

    [Fact]
    public async Task Read_SmallJournal_IsAsCountedByHand()
    {
        // Confirmed at the first contact, after 30 minutes.
        await AddAsync(Decision("1", 0, "answered", requester: "ann"), Disposition("1", 0.5 / 24, "answered"), Verdict("1", 1, "helpful"));

        // Asked first, then answered: assumed, not at the first contact.
        await AddAsync(Decision("2", 1, "asked", requester: "bob"), Decision("2", 2, "answered", requester: "bob"));

        // Came back with the same type within the week; the second one stands.
        await AddAsync(Decision("3", 3, "answered", requester: "cid"), Decision("4", 8, "answered", requester: "cid"));

        // Came back after more than a week: both stand.
        await AddAsync(Decision("5", 3, "answered", requester: "dan"), Decision("6", 13, "answered", requester: "dan"));

        // Came back with another type: both stand.
        await AddAsync(Decision("7", 3, "answered", requester: "eve"), Decision("8", 4, "answered", requester: "eve", type: "other"));

        // Somebody said that it was wrong.
        await AddAsync(Decision("9", 5, "answered"), Verdict("9", 6, "wrong"));

        // The answer was not sent: a person got it.
        await AddAsync(Decision("10", 6, "answered"), Disposition("10", 6.1, "escalated"));
        await AddAsync(Decision("11", 6, "routed"));

        // The month before and the month after.
        await AddAsync(Decision("12", -1, "answered"), Decision("13", 31.1, "answered"));

        // First came the month before.
        await AddAsync(Decision("14", -0.5, "asked"), Decision("14", 1, "answered"));

        var cells = await ReadAsync(Later);

        Assert.Equal(2, cells.Count);
        var letters = cells[0];
        Assert.Equal(("letters/missing", 10L, 8L), (letters.Type, letters.Issues, letters.Answered));
        Assert.Equal((1L, 5L, 2L, 0L), (letters.Confirmed, letters.Assumed, letters.Reopened, letters.Pending));
        Assert.Equal((1L, 1L, 5L), (letters.Escalated, letters.Routed, letters.FirstContact));
        Assert.Equal(30 + (24 * 60), letters.Minutes, 0.1);
        Assert.Equal(("other", 1L, 1L), (cells[1].Type, cells[1].Issues, cells[1].Assumed));
    }

    [Fact]
    public async Task Read_BeforeTheDaysOfGraceAreOver_AssumesNothing()
    {
        await AddAsync(Decision("1", 0, "answered"), Decision("2", 6, "answered"));

        var cell = Assert.Single(await ReadAsync(Start.AddDays(10)));

        Assert.Equal((2L, 1L, 1L), (cell.Answered, cell.Assumed, cell.Pending));
    }

    [Fact]
    public async Task Read_ComesBackInTheNextMonth_IsReopened()
    {
        await AddAsync(Decision("1", 30, "answered", requester: "ann"), Decision("2", 33, "answered", requester: "ann"));

        Assert.Equal(1, Assert.Single(await ReadAsync(Later)).Reopened);
    }

    [Fact]
    public async Task Read_EmptyMonth_HasNothing()
    {
        await AddAsync(Decision("1", -40, "answered"));

        Assert.Empty(await ReadAsync(Later));
    }

    [Fact]
    public async Task Read_Filters_TakeOnlyThose()
    {
        await AddAsync(Decision("1", 0, "answered"), Decision("2", 0, "answered", type: "letters"), Decision("3", 0, "answered", type: "lettersmith"), Decision("4", 0, "answered", type: "other"));

        Assert.Equal(2, (await ReadAsync(Later, new FigureFilter(Type: "letters"))).Sum(cell => cell.Issues));
        Assert.Equal(4, (await ReadAsync(Later, new FigureFilter(Team: "DOCUMENTS", Channel: "phone", Product: "va.gov"))).Sum(cell => cell.Issues));
        Assert.Empty(await ReadAsync(Later, new FigureFilter(Team: "nobody")));
    }

    [Fact]
    public void Totals_ByTierTypeAndTeam_Agree() => Gen.Select(Gen.Int[0, 3], OneOf("a", "a/b", "c"), OneOf(Teams), OneOf("answered", "escalated", "asked", "routed", "fixed", "ignored"), Gen.Double[0, 40], OneOf("ann", "bob", null))
        .Array[1, 30].Sample(
        issues =>
        {
            var path = Path.Combine(Path.GetTempPath(), $"figures-{Guid.NewGuid():N}.db");
            using (var journal = new SqliteJournal(path))
            {
                JournalEntry[] entries = [.. issues.Select((issue, number) => Decision(number.ToString(System.Globalization.CultureInfo.InvariantCulture), issue.Item5, issue.Item4!, issue.Item6, issue.Item2!, issue.Item1, issue.Item3!))];
                if (entries.Length > 0)
                    journal.AppendAsync(entries).AsTask().GetAwaiter().GetResult();
                var cells = Read(journal, Later, new FigureFilter()).GetAwaiter().GetResult();
                var expected = issues.Count(issue => issue.Item5 < 31);
                Assert.Equal(expected, cells.Sum(cell => cell.Issues));
                Assert.Equal(expected, cells.GroupBy(cell => cell.Tier).Sum(tier => tier.Sum(cell => cell.Issues)));
                Assert.Equal(expected, Topics.Sum(type => Read(journal, Later, new FigureFilter(Type: type)).GetAwaiter().GetResult().Sum(cell => cell.Issues)));
                Assert.Equal(expected, Teams.Sum(team => Read(journal, Later, new FigureFilter(Team: team)).GetAwaiter().GetResult().Sum(cell => cell.Issues)));
                Assert.All(cells, cell => Assert.True(cell.Pending >= 0 && cell.Answered + cell.Escalated + cell.Routed <= cell.Issues && cell.FirstContact <= cell.Answered));
            }

            SqliteConnection.ClearAllPools();
            File.Delete(path);
        },
        iter: 30);

    private static Gen<string?> OneOf(params string?[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static JournalEntry Decision(string issue, double day, string label, string? requester = null, string type = "letters/missing", int tier = 1, string team = "documents") => new()
    {
        At = Start.AddDays(day),
        Kind = JournalEntryKind.Decision,
        IssueId = issue,
        Label = label,
        RuleId = "letters.missing",
        Content = JournalJson.Write(new DecisionContent
        {
            Issue = new KeptIssue { Id = issue, Channel = "phone", Product = "va.gov", Requester = requester },
            Today = default,
            Reason = "ruleMatched",
            Summary = "",
            Type = type,
            Team = team,
            Tier = tier,
            Mode = "acting",
        }),
    };

    private static JournalEntry Disposition(string issue, double day, string label) => new() { At = Start.AddDays(day), Kind = JournalEntryKind.Disposition, IssueId = issue, Label = label };

    private static JournalEntry Verdict(string issue, double day, string label) => new() { At = Start.AddDays(day), Kind = JournalEntryKind.Feedback, IssueId = issue, Label = label };

    private static Task<IReadOnlyList<FigureCell>> Read(SqliteJournal journal, DateTimeOffset now, FigureFilter filter)
    {
        Assert.True(ReportingPeriod.TryMonth("2026-10", TimeZoneInfo.FindSystemTimeZoneById(ReportingPeriod.UsualZone), out var period));
        return new SqliteFigures(journal).ReadAsync(period, Days, now, filter, CancellationToken.None);
    }

    private Task<IReadOnlyList<FigureCell>> ReadAsync(DateTimeOffset now, FigureFilter? filter = null) => Read(_journal, now, filter ?? new FigureFilter());

    private async Task AddAsync(params JournalEntry[] entries) => await _journal.AppendAsync(entries);
}
