using System.Globalization;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Journaling;
using CsCheck;
using static AutoResolve.Insights.Tests.Figures.JournalMaker;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>What the figures of every journal are, whatever database it is in.</summary>
public abstract class JournalFiguresContract
{
    private const int Grace = 7;

    private static readonly DateTimeOffset Later = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Months = ["2026-09", "2026-10", "2026-11"];
    private static readonly string[] Topics = ["a", "c", FigureKey.UnknownType];
    private static readonly string[] Teams = ["x", "y", "owners"];
    private static readonly string[] Labels =
    [
        "answered",
        "answered",
        "answered",
        "fixed",
        "asked",
        "routed",
        "escalated",
        "ignored",
        "closed",
    ];

    private static readonly string[] Reasons =
    [
        "ruleMatched",
        "ruleMatched",
        "solved",
        "withdrawn",
        "goesOn",
        "deadlinePassed",
        "questionsOpen",
    ];
    private static readonly string[] Events = ["closed", "reopened", "reassigned", "merged", "undelivered", "personReplied"];

    private static readonly Gen<JournalEntry> Entry = Gen.Select(
        Gen.Int[0, 14].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.OneOf(
            Gen.Int[-60 * 24, 60 * 24].Select(hour => hour / 24.0),
            Gen.Int[0, 24 * 12].Select(step => 3 + (step / 288.0)),
            OneOf(0.0, 31, 38, 45, -31)
        ),
        Gen.Int[0, 10],
        Gen.Select(OneOf(Labels), OneOf(Reasons), OneOf(Events), Gen.Bool),
        Gen.Select(
            OneOf<string?>("ann", "bob", "", null),
            OneOf<string?>("a", "a/b", "c", null),
            OneOf<int?>(0, 1, 2, 3, null),
            OneOf<string?>("x", "y", null)
        ),
        (issue, day, kind, say, of) =>
            kind switch
            {
                0 => Disposition(issue, day, say.Item1),
                1 => Disposition(issue, day, say.Item1, Math.Floor(day)),
                2 => Verdict(issue, day, "helpful"),
                3 => Verdict(issue, day, say.Item4 ? "wrong" : "helpful"),
                10 => Happened(issue, day, say.Item3),

                // A requester belongs to an issue, whatever is decided of it.
                _ => Decision(
                    issue,
                    day,
                    say.Item1,
                    issue == "0" ? of.Item1
                        : issue.Length == 2 ? "ann"
                        : "bob",
                    of.Item2,
                    of.Item3,
                    of.Item4,
                    kind == 9 ? "shadow" : "active",
                    tenant: kind == 8 ? "t" : null,
                    isOpen: kind == 7,
                    reason: say.Item2,
                    asks: say.Item4,
                    language: say.Item4 ? "es" : null,
                    text: "zero \0, half \uD800, \"quoted\" \\u0000"
                ),
            }
    );

    [SkippableFact]
    public async Task Read_SmallJournal_IsAsCountedByHand()
    {
        var cells = await CountAsync(
            Later,
            // Confirmed at the first contact, after 30 minutes.
            Decision("1", 0, "answered", "ann"),
            Disposition("1", 0.5 / 24, "answered"),
            Verdict("1", 1, "helpful"),
            // Asked first, then answered a day later: assumed, not at the first contact.
            Decision("2", 1, "asked", "bob"),
            Decision("2", 2, "answered", "bob"),
            // Came back with the same type within the week; the second one stands.
            Decision("3", 3, "answered", "cid"),
            Decision("4", 8, "answered", "cid"),
            // Came back after more than a week: both stand.
            Decision("5", 3, "answered", "dan"),
            Decision("6", 13, "answered", "dan"),
            // Came back with another type: both stand.
            Decision("7", 3, "answered", "eve"),
            Decision("8", 4, "answered", "eve", type: "other"),
            // Somebody said that it was wrong.
            Decision("9", 5, "answered"),
            Verdict("9", 6, "wrong"),
            // The answer was not sent: a person got it.
            Decision("10", 6, "answered"),
            Disposition("10", 6.1, "escalated"),
            Decision("11", 6, "routed"),
            Decision("12", 6, "ignored"),
            // Nobody could see the requester come back.
            Decision("13", 7, "fixed"),
            // The month before and the month after.
            Decision("14", -1, "answered"),
            Decision("15", 31.1, "answered"),
            // First came the month before.
            Decision("16", -0.5, "asked"),
            Decision("16", 1, "answered")
        );

        var letters = cells
            .Where(cell => cell.Key.Type == "letters/missing")
            .Aggregate(FigureCounts.None, (sum, cell) => sum + cell.Counts);
        Assert.Equal(
            new FigureCounts
            {
                Issues = 12,
                Decided = 12,
                Answered = 9,
                Confirmed = 1,
                Assumed = 6,
                Unseen = 1,
                Reopened = 2,
                Helpful = 1,
                Wrong = 1,
                Followed = 12,
                Escalated = 1,
                Routed = 1,
                Ignored = 1,
                FirstContact = 6,
                WithinHour = 6,
                WithinDay = 7,
                Minutes = 30 + (24 * 60),
                Handled = 2,
            },
            letters with
            {
                Minutes = Math.Round(letters.Minutes, 3),
            }
        );
        Assert.Equal((0L, 7L, 9L, 4L), (letters.Pending, letters.Resolved, letters.Judged, letters.Unresolved));
        var other = cells.Single(cell => cell.Key.Type == "other").Counts;
        Assert.Equal((1L, 1L, 1L), (other.Issues, other.Assumed, other.FirstContact));
        Assert.Equal(
            ("notCarriedOut", 1L),
            cells.Where(cell => cell.Counts.Escalated > 0).Select(cell => (cell.Key.Reason!, cell.Counts.Escalated)).Single()
        );
    }

    [SkippableFact]
    public async Task Read_BeforeTheDaysOfGraceAreOver_AssumesNothing()
    {
        var counts = Assert
            .Single(
                await CountAsync(
                    Start.AddDays(10),
                    Decision("1", 0, "answered"),
                    // What is heard at once says nothing of how many say nothing: both wait.
                    Decision("2", 6, "answered"),
                    Verdict("2", 6, "helpful"),
                    Decision("3", 6, "answered"),
                    Verdict("3", 6, "wrong")
                )
            )
            .Counts;

        Assert.Equal((3L, 1L, 0L, 0L, 2L), (counts.Answered, counts.Assumed, counts.Confirmed, counts.Reopened, counts.Pending));
    }

    // It is decided as ever, but nobody was told.
    [SkippableTheory]
    [InlineData("shadow")]
    [InlineData("suggest")]
    public async Task Read_AutomationThatOnlyWatches_AnswersNothing(string mode)
    {
        var counts = Assert.Single(await CountAsync(Later, Decision("1", 0, "answered", mode: mode), Verdict("1", 1, "helpful"))).Counts;

        Assert.Equal((1L, 0L, 0L, 1L), (counts.Issues, counts.Answered, counts.Resolved, counts.Escalated));
    }

    // What is part of another issue is in no share of answers.
    [SkippableFact]
    public async Task Read_Merged_IsNotAnswered()
    {
        var counts = Assert.Single(await CountAsync(Later, Decision("1", 0, "answered"), Happened("1", 1, "merged"))).Counts;

        Assert.Equal((1L, 0L, 1L, 0L, 0L), (counts.Issues, counts.Answered, counts.Ignored, counts.Handled, counts.Unresolved));
    }

    // A team had it until the late reply came.
    [SkippableFact]
    public async Task Read_AnsweredAfterATeamGotIt_TookPeoplesTime()
    {
        var counts = Assert
            .Single(
                await CountAsync(
                    Later,
                    Decision("1", 0, "asked"),
                    Decision("1", 1, "routed", reason: "deadlinePassed"),
                    Decision("1", 3, "answered")
                )
            )
            .Counts;

        Assert.Equal((1L, 0L, 0L, 1L, 1L), (counts.Issues, counts.Answered, counts.Resolved, counts.Routed, counts.Handled));
    }

    // A person wrote to the customer who was asked.
    [SkippableFact]
    public async Task Read_AskedAndTakenByAPerson_TookPeoplesTime()
    {
        var counts = Assert.Single(await CountAsync(Later, Decision("1", 0, "asked"), Happened("1", 1, "personReplied"))).Counts;

        Assert.Equal((1L, 1L), (counts.Asked, counts.Handled));
    }

    // What the bar calls held, opened again and with people is what the other figures call resolved, and what took people's time.
    [SkippableFact]
    public async Task Read_OddCases_CellsAndCasesAgree()
    {
        var journal = Open();
        await using var closing = journal as IAsyncDisposable;
        await journal.AppendAsync([
            Decision("held", 0, "answered"),
            Decision("held", 1, "closed", reason: "solved"),
            Decision("withdrawn", 0, "answered"),
            Decision("withdrawn", 1, "closed", reason: "withdrawn"),
            Decision("late", 0, "asked"),
            Decision("late", 2, "routed", reason: "deadlinePassed"),
            Decision("late", 4, "answered"),
            Decision("again", 0, "answered"),
            Decision("again", 1, "routed"),
            Decision("again", 2, "closed", reason: "solved"),
            Decision("taken", 0, "answered"),
            Happened("taken", 1, "personReplied"),
            Decision("taken", 2, "closed", reason: "solved"),
            Decision("asked", 0, "asked"),
            Happened("asked", 1, "closed"),
            Decision("merged", 0, "answered"),
            Happened("merged", 1, "merged"),
            Decision("team", 0, "routed"),
            Decision("team", 1, "closed", reason: "solved"),
        ]);

        var figures = await JournalFigures.ReadAsync(journal, Month("2026-10"), Grace, Later, CancellationToken.None);
        var counts = figures.Cells.Aggregate(FigureCounts.None, (sum, cell) => sum + cell.Counts);
        var ends = figures.Cases.ToLookup(cell => cell.End, cell => cell.Cases);

        Assert.Equal((8L, 2L, 5L), (counts.Issues, counts.Resolved, counts.Handled));
        Assert.Equal(
            (2L, 2L, 2L, 1L, 1L),
            (
                ends[CaseResult.AnsweredHeld].Sum(),
                ends[CaseResult.AnsweredReopened].Sum(),
                ends[CaseResult.TeamAfterQuestions].Sum(),
                ends[CaseResult.Routed].Sum(),
                ends[CaseResult.Ignored].Sum()
            )
        );
    }

    // A host that was killed while it answered has told nobody, as far as anybody knows.
    [SkippableFact]
    public async Task Read_DecisionThatNothingCloses_IsNotFinished()
    {
        var cells = await CountAsync(
            Later,
            Decision("1", 0, "answered", isOpen: true),
            Decision("2", 0, "answered", isOpen: true),
            Disposition("2", 0.1, "answered")
        );

        Assert.Equal(
            [("ruleMatched", 1L, 0L), ("unfinished", 0L, 1L)],
            cells.Select(cell => (cell.Key.Reason!, cell.Counts.Answered, cell.Counts.Unfinished)).Order()
        );
    }

    // What came of an earlier decision does not hold for a later one.
    [SkippableFact]
    public async Task Read_DecidedAgain_CountsAsTheLastDecisionSays()
    {
        var counts = Assert
            .Single(
                await CountAsync(
                    Later,
                    Decision("1", 0, "asked", tier: 3),
                    Disposition("1", 0.1, "asked", of: 0),
                    Decision("1", 1, "answered", tier: 1)
                )
            )
            .Counts;

        Assert.Equal((1L, 1L, 1L, 0L, 0L), (counts.Issues, counts.Answered, counts.Assumed, counts.FirstContact, counts.Reopened));
    }

    // The first decision waited for approval, the second went to a person; then the first was approved.
    [SkippableFact]
    public async Task Read_EarlierDecisionEndsAfterALaterOne_IsNotTheEndOfTheLater()
    {
        var counts = Assert
            .Single(await CountAsync(Later, Decision("1", 0, "fixed"), Decision("1", 1, "escalated"), Disposition("1", 2, "fixed", of: 0)))
            .Counts;

        Assert.Equal((1L, 0L, 1L), (counts.Issues, counts.Answered, counts.Escalated));
    }

    // The rule that was wrong is not forgotten since another had to follow.
    [SkippableFact]
    public async Task Read_AnswerAfterWhichTheIssueWasDecidedAgain_CountsAgainstItsRule()
    {
        var journal = Open();
        await using var closing = journal as IAsyncDisposable;
        await journal.AppendAsync([
            Decision("1", 0, "answered", rule: "bad"),
            Verdict("1", 1, "wrong"),
            Decision("1", 2, "answered", rule: "next"),
            Decision("2", 0, "answered", rule: "bad"),
            Decision("2", 3, "routed", rule: "next"),
        ]);

        var figures = await JournalFigures.ReadAsync(journal, Month("2026-10"), Grace, Later, CancellationToken.None);

        Assert.Equal(
            (2L, 1L, 1L),
            (
                figures.Cells.Sum(cell => cell.Counts.Issues),
                figures.Cells.Sum(cell => cell.Counts.Assumed),
                figures.Cells.Sum(cell => cell.Counts.Routed)
            )
        );
        Assert.Equal(
            ("bad", 2L, 2L),
            figures.Superseded.Select(cell => (cell.Key.Rule!, cell.Counts.Answered, cell.Counts.Reopened)).Single()
        );
    }

    [SkippableFact]
    public async Task Read_SameIssueIdOfAnotherTenant_IsAnotherIssue()
    {
        var cells = await CountAsync(Later, Decision("1001", 4, "answered", tenant: "a"), Decision("1001", 19, "escalated", tenant: "b"));

        Assert.Equal(
            (2L, 1L, 1L),
            (cells.Sum(cell => cell.Counts.Issues), cells.Sum(cell => cell.Counts.Answered), cells.Sum(cell => cell.Counts.Escalated))
        );
    }

    // Sent twice at once: nobody came back after an answer.
    [SkippableFact]
    public async Task Read_SecondContactBeforeTheAnswer_IsNoReturn()
    {
        var counts = Assert
            .Single(
                await CountAsync(
                    Later,
                    Decision("1", 0, "answered", "ann"),
                    Decision("2", 0.00001, "answered", "ann"),
                    Disposition("1", 0.0001, "answered", of: 0),
                    Disposition("2", 0.0001, "answered", of: 0.00001)
                )
            )
            .Counts;

        Assert.Equal((0L, 2L), (counts.Reopened, counts.Assumed));
    }

    // The same time for each answer, whatever the period: else a baseline of months would know more than a month.
    [SkippableTheory]
    [InlineData(6.9, 1)]
    [InlineData(7.1, 0)]
    public async Task Read_Verdict_CountsWithinTheGraceOfTheAnswer(double day, int reopened) =>
        Assert.Equal(
            reopened,
            Assert.Single(await CountAsync(Later, Decision("1", 0, "answered"), Verdict("1", day, "wrong"))).Counts.Reopened
        );

    [SkippableFact]
    public async Task Read_ClockSetBack_TakesNoTimeBack() =>
        Assert.Equal(
            0,
            Assert.Single(await CountAsync(Later, Decision("1", 1, "answered"), Disposition("1", 0.9, "answered"))).Counts.Minutes
        );

    // One entry that nobody can read does not take a year of figures with it.
    [SkippableTheory]
    [InlineData("{ damaged")]
    [InlineData("[1]")]
    [InlineData("""{"issue":{"id":"9"},"today":"2026-10-01","reason":"a","summary":"","mode":"active","tier":"two"}""")]
    public async Task Read_DamagedEntry_IsLeftOutAndTold(string content)
    {
        var journal = Open();
        await using var closing = journal as IAsyncDisposable;
        await journal.AppendAsync([
            Decision("1", 0, "answered"),
            Decision("2", 0, "answered") with
            {
                Content = content,
            },
            Disposition("1", 0.1, "answered") with
            {
                Content = "{",
            },
        ]);

        var figures = await JournalFigures.ReadAsync(journal, Month("2026-10"), Grace, Later, CancellationToken.None);

        Assert.Equal(1, figures.Cells.Sum(cell => cell.Counts.Issues));
        Assert.Contains(
            "Not counted: 2 entries of the journal that cannot be read, such as ",
            Assert.Single(figures.Remarks),
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    public async Task Read_NamesThatDifferByCase_AreOne()
    {
        var cell = Assert.Single(
            await CountAsync(
                Later,
                Decision("1", 0, "answered", channel: "Phone"),
                Decision("2", 0, "answered", channel: "phone"),
                Decision("3", 0, "answered", channel: "phone")
            )
        );

        Assert.Equal(("phone", 3L), (cell.Key.Channel, cell.Counts.Issues));
    }

    [SkippableFact]
    public async Task Read_TierReached_IsTheHighest() =>
        Assert.Equal(
            3,
            Assert
                .Single(
                    await CountAsync(
                        Later,
                        Decision("1", 0, "routed", tier: 3),
                        Decision("1", 1, "routed", tier: 1),
                        Decision("1", 2, "answered", tier: null)
                    )
                )
                .Key.Tier
        );

    [SkippableTheory]
    [InlineData(7.0, 1)]
    [InlineData(7.01, 0)]
    public async Task Read_ComesBackInTheNextMonth_IsReopenedWithinTheGraceOfTheAnswer(double daysLater, int reopened)
    {
        var cells = await CountAsync(
            Later,
            Decision("1", 30, "asked", "ann"),
            Decision("1", 36, "answered", "ann"),
            Decision("2", 36 + daysLater, "answered", "ann")
        );

        Assert.Equal(reopened, Assert.Single(cells).Counts.Reopened);
    }

    [SkippableFact]
    public async Task Read_SameRequesterOfAnotherTenant_IsSomebodyElse()
    {
        var cells = await CountAsync(Later, Decision("1", 0, "answered", "1", tenant: "a"), Decision("2", 1, "answered", "1", tenant: "b"));

        Assert.Equal(
            [("a", 0L, 1L), ("b", 0L, 1L)],
            cells.Select(cell => (cell.Key.Center!, cell.Counts.Reopened, cell.Counts.Assumed)).Order()
        );
    }

    // Once final, a report says the same for ever.
    [SkippableFact]
    public async Task Read_WhatHappensAfterTheMonthIsFinal_ChangesNothing()
    {
        var journal = Open();
        await using var closing = journal as IAsyncDisposable;
        await journal.AppendAsync([Decision("1", 0, "answered", "ann"), Decision("2", 30, "asked")]);
        var before = await CountAsync(journal, Start.AddDays(31 + (2 * Grace)));
        await journal.AppendAsync([
            Decision("2", 31 + Grace, "answered"),
            Verdict("1", 31 + (2 * Grace), "wrong"),
            Decision("3", 60, "answered", "ann"),
        ]);

        Assert.Equal(before, await CountAsync(journal, Later));
    }

    // Clocks go back on the first of November: that day has 25 hours, and October ends at four o'clock UTC.
    [SkippableTheory]
    [InlineData("2026-10-01T03:59:59.9999999Z", "2026-09", null)]
    [InlineData("2026-10-01T04:00:00Z", "2026-10", "2026-10-01")]
    [InlineData("2026-11-01T03:59:59Z", "2026-10", "2026-10-31")]
    [InlineData("2026-11-01T04:00:00Z", "2026-11", "2026-11-01")]
    [InlineData("2026-11-02T04:59:59Z", "2026-11", "2026-11-01")]
    [InlineData("2026-11-02T05:00:00Z", "2026-11", "2026-11-02")]
    [InlineData("2026-12-01T04:59:59Z", "2026-11", "2026-11-30")]
    public async Task Read_MonthAndDay_AreThoseOfTheReportingZone(string at, string month, string? day)
    {
        var journal = Open();
        await using var closing = journal as IAsyncDisposable;
        await journal.AppendAsync([Decision("1", 0, "answered") with { At = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) }]);

        foreach (var asked in Months)
        {
            var calendar = Month(asked);
            var figures = await JournalFigures.ReadAsync(journal, calendar, Grace, Later.AddYears(1), CancellationToken.None);
            Assert.Equal(asked == month ? 1 : 0, figures.Cells.Sum(cell => cell.Counts.Issues));
            if (asked == month && day is not null)
                Assert.Equal(
                    day,
                    calendar
                        .Days[Assert.Single(figures.Series).Part - calendar.Months.Count]
                        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                );
        }
    }

    [SkippableFact]
    public async Task Read_MonthsBefore_StandInTheSeries()
    {
        var journal = Open();
        await using var closing = journal as IAsyncDisposable;
        await journal.AppendAsync([
            Decision("1", -400, "answered"),
            Decision("2", -364, "answered"),
            Decision("3", -20, "routed"),
            Decision("4", 3, "answered"),
            Decision("5", 40, "answered"),
        ]);

        var calendar = Month("2026-10");
        var figures = await JournalFigures.ReadAsync(journal, calendar, Grace, Later, CancellationToken.None);

        Assert.Equal(
            [("2025-10", new SeriesCounts(1, 1, 0)), ("2026-09", new SeriesCounts(1, 0, 1)), ("2026-10-04", new SeriesCounts(1, 1, 0))],
            figures
                .Series.OrderBy(cell => cell.Part)
                .Select(cell =>
                    (
                        calendar.IsOfPeriod(cell.Part)
                            ? $"{calendar.Days[cell.Part - calendar.Months.Count]:yyyy-MM-dd}"
                            : $"{calendar.Months[cell.Part]:yyyy-MM}",
                        cell.Counts
                    )
                )
        );
    }

    // A journal that another one was copied into is not in the order of its times.
    [SkippableTheory]
    [InlineData(12, "2026-10-13")]
    [InlineData(90, "2026-10-03")]
    public async Task Read_JournalThatBeginsWithinTheMonth_SaysWhen(double day, string since)
    {
        var journal = Open();
        await using var closing = journal as IAsyncDisposable;
        await journal.AppendAsync(
            day > 31
                ? [Decision("1", day, "asked"), Decision("2", 2, "asked")]
                : [Decision("1", day, "asked"), Decision("2", day + 1, "asked")]
        );

        Assert.Equal(
            since,
            (await JournalFigures.ReadAsync(journal, Month("2026-10"), Grace, Later, CancellationToken.None)).KnownSince!.Value.ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            )
        );
    }

    [SkippableFact]
    public async Task Read_EmptyMonth_HasNothing() => Assert.Empty(await CountAsync(Later, Decision("1", -40, "answered")));

    [SkippableFact]
    public async Task Read_NamesWithPersonalData_AreMasked()
    {
        var key = Assert
            .Single(await CountAsync(Later, Decision("1", 0, "answered", channel: "jane.doe@example.org", product: "SSN 123-45-6789")))
            .Key;

        Assert.DoesNotContain("jane", key.Channel, StringComparison.Ordinal);
        Assert.DoesNotContain("6789", key.Product, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Read_AnyJournal_IsAsTheDefinitionsSay() =>
        Entry
            .Array[1, 60]
            .Sample(
                entries =>
                {
                    // A key stands once in a journal.
                    entries = [.. entries.OrderBy(entry => entry.At).DistinctBy(entry => entry.Key ?? Guid.NewGuid().ToString())];
                    var calendar = Month("2026-10");
                    var journal = Open();
                    using var closing = journal as IDisposable;
                    journal.AppendAsync(entries).AsTask().GetAwaiter().GetResult();
                    foreach (var now in new[] { Later, Start.AddDays(12) })
                    {
                        var figures = JournalFigures
                            .ReadAsync(journal, calendar, Grace, now, CancellationToken.None)
                            .GetAwaiter()
                            .GetResult();
                        var (issues, superseded) = new FigureOracle(entries, calendar, Grace, now).Count();
                        Assert.Equal(Sorted(issues.Select(entry => new FigureCell(entry.Key, entry.Value))), Sorted(figures.Cells));
                        Assert.Equal(
                            new CaseOracle(entries, calendar, Grace, now).Count(),
                            figures
                                .Cases.Select(cell => (cell.Part, cell.Key, cell.End, cell.Cases, cell.Asking))
                                .OrderBy(cell => cell.ToString(), StringComparer.Ordinal)
                        );
                        Assert.Equal(
                            Sorted(superseded.Select(entry => new FigureCell(entry.Key, entry.Value))),
                            Sorted(figures.Superseded)
                        );
                        Agree(figures);
                    }
                },
                iter: Samples
            );

    // What was erased is counted as it was, of a channel and product that nobody knows any more.
    [SkippableFact]
    public async Task Read_ErasedCases_AreCountedAsBefore()
    {
        JournalEntry[] entries =
        [
            Decision("1", 0, "answered", "ann"),
            Disposition("1", 0.5 / 24, "answered", 0),
            Verdict("1", 1, "helpful"),
            Decision("2", 1, "asked", "bob"),
            Decision("2", 2, "answered", "bob"),
            Decision("3", 5, "answered"),
            Verdict("3", 6, "wrong"),
            Decision("4", 6, "answered"),
            Disposition("4", 6.1, "escalated", 6),
            Decision("5", 6, "routed", team: "x"),
            Happened("5", 7, "closed"),
            Decision("6", 6, "ignored"),
            Decision("7", 7, "answered"),
            Happened("7", 8, "reopened"),
            Decision("8", 8, "escalated", tenant: "t", rule: "other"),
            Decision("8", 8.5, "routed"),
            Decision("9", 9, "answered", mode: "shadow"),
            Disposition("9", 9.1, "escalated", 9),
            Decision("10", 9, "routed"),
            Decision("10", 10, "routed", reason: "goesOn"),
            Decision("11", 9, "routed"),
            Decision("11", 10, "answered"),
            Decision("12", 11, "asked", isOpen: true),
            Decision("13", 9, "answered"),
            Decision("13", 10, "routed", reason: "goesOn"),
            Decision("14", 9, "asked", asks: true),
            Decision("14", 10, "routed", reason: "deadlinePassed"),
            Decision("15", 9, "routed", asks: true),
            Decision("15", 10, "answered"),
            Decision("16", 9, "answered", tier: 3, mode: "suggest"),
            Decision("16", 10, "answered", tier: 1),
            Decision("17", 9, "fixed"),
            Decision("17", 10, "escalated"),
            Disposition("17", 11, "fixed", of: 9),
            Decision("18", 9, "answered", team: "y"),
            Decision("18", 10, "closed", reason: "withdrawn"),
        ];
        var journal = Open();
        await using var closing = journal as IAsyncDisposable;
        Assert.True((await journal.AppendAsync(entries)).Written);
        var before = await CountAsync(journal, Later);
        var cases = await CountCasesAsync(journal);

        foreach (var (tenant, issue) in entries.Select(entry => (entry.Tenant, entry.IssueId)).Distinct())
            await ((IErasableJournal)journal).EraseAsync(new CaseReference(tenant, issue));
        var after = await CountAsync(journal, Later);

        Assert.Equal(Totals(before), Totals(after));
        Assert.Equal(cases, await CountCasesAsync(journal));
        Assert.Equal(IssuesBy(before, key => key.Center), IssuesBy(after, key => key.Center));
        Assert.All(after, cell => Assert.Equal((null, null, null), (cell.Key.Channel, cell.Key.Product, cell.Key.Language)));
        foreach (var name in new Func<FigureKey, string?>[] { key => key.Type, key => key.Team, key => key.Reason, key => $"{key.Tier}" })
            Assert.Equal(IssuesBy(before, name), IssuesBy(after, name));
        Assert.Equal(IssuesBy(before, key => key.Rule), IssuesBy(after, key => key.Rule));
    }

    /// <summary>How many random journals are counted.</summary>
    protected virtual int Samples => 20;

    protected abstract IJournal Open();

    // Totals by tier, type and team are those of all, and each issue is one thing.
    private static void Agree(FigureSet figures)
    {
        var all = figures.Cells.Sum(cell => cell.Counts.Issues);
        foreach (
            var name in new Func<FigureKey, string>[]
            {
                key => $"{key.Tier}",
                key => key.Type,
                key => $"{key.Team}",
                key => $"{key.Channel}",
            }
        )
            Assert.Equal(all, figures.Cells.GroupBy(cell => name(cell.Key)).Sum(group => group.Sum(cell => cell.Counts.Issues)));
        Assert.Equal(all, Topics.Sum(type => figures.Where(new FigureFilter(Type: type)).Cells.Sum(cell => cell.Counts.Issues)));
        Assert.Equal(all, Teams.Sum(team => figures.Where(new FigureFilter(Team: team)).Cells.Sum(cell => cell.Counts.Issues)));
        Assert.Equal(all, figures.Series.Where(cell => figures.Calendar.IsOfPeriod(cell.Part)).Sum(cell => cell.Counts.Issues));
        Assert.Equal(all, figures.Cases.Where(cell => figures.Calendar.IsOfPeriod(cell.Part)).Sum(cell => cell.Cases));
        Assert.All(figures.Cells, cell =>
            Assert.Equal(
                cell.Counts.Issues,
                cell.Counts.Answered
                    + cell.Counts.Escalated
                    + cell.Counts.Routed
                    + cell.Counts.Asked
                    + cell.Counts.Ignored
                    + cell.Counts.Unfinished
            )
        );
        Assert.All(figures.Cells, cell => Assert.True(cell.Counts is { Pending: >= 0, Unresolved: >= 0 }));
    }

    private static IEnumerable<(string? Name, long Issues)> IssuesBy(IEnumerable<FigureCell> cells, Func<FigureKey, string?> name) =>
        cells.GroupBy(cell => name(cell.Key)).Select(group => (group.Key, group.Sum(cell => cell.Counts.Issues))).Order();

    // Whether somebody comes back whom nobody knows cannot be seen.
    private static FigureCounts Totals(IEnumerable<FigureCell> cells)
    {
        var sum = cells.Aggregate(FigureCounts.None, (sum, cell) => sum + cell.Counts);
        return sum with { Minutes = Math.Round(sum.Minutes, 3), Unseen = 0 };
    }

    private static async Task<IReadOnlyList<(CaseResult End, long Cases)>> CountCasesAsync(IJournal journal) =>
        [
            .. (await JournalFigures.ReadAsync(journal, Month("2026-10"), Grace, Later, CancellationToken.None))
                .Cases.GroupBy(cell => cell.End)
                .Select(group => (group.Key, group.Sum(cell => cell.Cases)))
                .Order(),
        ];

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static IEnumerable<FigureCell> Sorted(IEnumerable<FigureCell> cells) =>
        cells
            .Select(cell => cell with { Counts = cell.Counts with { Minutes = Math.Round(cell.Counts.Minutes, 2) } })
            .OrderBy(cell => cell.Key.ToString(), StringComparer.Ordinal);

    private static ReportingCalendar Month(string month) =>
        ReportingCalendar.OfMonth(month, TimeZoneInfo.FindSystemTimeZoneById("America/New_York"))!;

    private static async Task<IReadOnlyList<FigureCell>> CountAsync(IJournal journal, DateTimeOffset now) =>
        (await JournalFigures.ReadAsync(journal, Month("2026-10"), Grace, now, CancellationToken.None)).Cells;

    private async Task<IReadOnlyList<FigureCell>> CountAsync(DateTimeOffset now, params JournalEntry[] entries)
    {
        var journal = Open();
        await using var closing = journal as IAsyncDisposable;
        await journal.AppendAsync(entries);
        return await CountAsync(journal, now);
    }
}
