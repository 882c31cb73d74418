using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Cases;

/// <summary>What teams, ticket systems and mail servers tell of cases.</summary>
public sealed class CaseEventTests
{
    private static readonly string Routes = SomeRules.Rule(
        "beta",
        """{ "outcome": "route", "team": "payments" }""",
        """{ "anyOf": ["beta"] }"""
    );
    private static readonly string Claims = SomeRules.Rule(
        "gamma",
        """{ "outcome": "route", "team": "claims" }""",
        """{ "anyOf": ["gamma"] }"""
    );

    public static TheoryData<CaseEvent> Wrong() =>
        new()
        {
            new CaseEvent { Id = " ", Kind = CaseEventKind.Closed },
            new CaseEvent { Id = new string('x', 257), Kind = CaseEventKind.Closed },
            new CaseEvent { Id = "e\0", Kind = CaseEventKind.Closed },
            new CaseEvent { Id = "e-1", Kind = (CaseEventKind)6 },
            new CaseEvent { Id = "e-1", Kind = CaseEventKind.Reassigned },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Reassigned,
                Team = " ",
            },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Reassigned,
                Team = "claims \u001b[31m",
            },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Reassigned,
                Team = "claims\nrefunds",
            },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Reassigned,
                Team = "claims\u202e",
            },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Reassigned,
                Team = "pat@example.org",
            },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Reassigned,
                Team = new string('x', 101),
            },
            new CaseEvent { Id = "e-1", Kind = CaseEventKind.Merged },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Merged,
                Into = CaseHost.One,
            },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Merged,
                Into = new CaseReference("other", "issue-2"),
            },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Merged,
                Into = new CaseReference(null, "unknown"),
            },
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Undelivered,
                MessageKey = new string('x', 257),
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Event_ThatSaysTooLittle_IsRefused(CaseEvent happened)
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await host.ProcessAsync();
        var before = await host.StoryAsync();

        var exception = await Assert.ThrowsAsync<ArgumentException>(async () => await host.Processor.ReportAsync(CaseHost.One, happened));

        Assert.NotEmpty(exception.Message);
        Assert.Equal(before, await host.StoryAsync());
    }

    [Fact]
    public async Task Event_OfAnUnknownCase_IsRefused()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.ReportAsync(CaseEventKind.Closed));
        await host.SayAsync("m-1", "alpha");

        await Assert.ThrowsAsync<ArgumentException>(async () => await host.ReportAsync(CaseEventKind.Closed));
    }

    [Fact]
    public async Task Event_ThatIsReportedAgain_IsADuplicate()
    {
        await using var host = ActingHost.With(Routes);
        await host.ProcessAsync(text: "beta");

        var first = await host.ReportAsync(CaseEventKind.Reassigned, team: "claims");
        await host.ReportAsync(CaseEventKind.Closed, "e-2");
        var again = await host.ReportAsync(CaseEventKind.Reassigned, team: "claims");

        Assert.Equal((DispositionStatus.Done, Outcome.Routed), (first.Status, first.Outcome));
        Assert.Equal(DispositionStatus.Duplicate, again.Status);
        Assert.Equal(CaseOwner.Nobody, (await host.RowAsync()).Owner);
        Assert.Equal(2, (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Event] })).Count);
    }

    [Fact]
    public async Task Events_AtOnceOverTwoHosts_CountOnce()
    {
        await using var one = ActingHost.With(Routes);
        await using var other = new ActingHost(one.Journal.ForAnotherHost(), one.Clock, [Routes]);
        await one.ProcessAsync(text: "beta");

        var told = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number =>
                    Task.Run(async () => await (number % 2 == 0 ? one : other).ReportAsync(CaseEventKind.PersonReplied, $"e-{number / 4}"))
                )
        );

        Assert.Equal(5, told.Count(disposition => disposition.Status == DispositionStatus.Done));
        Assert.Equal(5, (await one.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Event] })).Count);
    }

    [Fact]
    public async Task Closed_HasNoOwnerAndALaterTurnOpensItAgain()
    {
        await using var host = ActingHost.With(Routes);
        await host.ProcessAsync(text: "beta");

        var disposition = await host.ReportAsync(CaseEventKind.Closed);

        Assert.Equal(Outcome.Closed, disposition.Outcome);
        Assert.Equal((CaseOwner.Nobody, null), ((await host.RowAsync()).Owner, (await host.RowAsync()).Team));
        await host.SayAsync("m-1", "beta again");
        Assert.Equal(["issue-1 to team payments", "issue-1 to team payments"], host.Tickets.Lines);
        Assert.Equal((CaseOwner.Team, "payments"), ((await host.RowAsync()).Owner, (await host.RowAsync()).Team));
    }

    [Fact]
    public async Task Closed_EndsTheDeadlineAndApprovals()
    {
        await using var host = ActingHost.With(
            CaseHost.Asking,
            ActingHost.Rule("""{ "do": "erase" }""").Replace("alpha", "erase", StringComparison.Ordinal)
        );
        await host.ProcessAsync();
        var waiting = await host.ProcessAsync("issue-2", "erase");
        await host.ReportAsync(CaseEventKind.Closed);
        await host.Processor.ReportAsync(new CaseReference(null, "issue-2"), new CaseEvent { Id = "e-1", Kind = CaseEventKind.Closed });
        host.Clock.Advance(TimeSpan.FromDays(9));

        Assert.Equal(0, await host.Processor.RecoverAsync());
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await host.Processor.ApproveAsync(
                new Issue
                {
                    Id = "issue-2",
                    Text = "erase",
                    Requester = "r-1",
                },
                waiting.Actions[0].Key,
                "u-1"
            )
        );
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Fact]
    public async Task Reopened_IsOfTheTeamOfItsTicket()
    {
        await using var host = ActingHost.With(Routes);
        await host.ProcessAsync(text: "beta");
        await host.ReportAsync(CaseEventKind.Closed);

        await host.ReportAsync(CaseEventKind.Reopened, "e-2");
        await host.SayAsync("m-1", "beta again");

        Assert.Equal((CaseOwner.Team, "payments"), ((await host.RowAsync()).Owner, (await host.RowAsync()).Team));
        Assert.Equal(["issue-1 to team payments", "issue-1 updated by m-1"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Reassigned_ToATeam_UpdatesItsTicketWhateverRulesSay()
    {
        await using var host = ActingHost.With(Routes, Claims, CaseHost.Danger, CaseHost.Answer);
        await host.ProcessAsync(text: "beta");
        await host.ReportAsync(CaseEventKind.Reassigned, team: "refunds");

        await host.SayAsync("m-1", "gamma");
        await host.SayAsync("m-2", "nothing that a rule knows");
        Assert.Equal((CaseOwner.Team, "refunds"), ((await host.RowAsync()).Owner, (await host.RowAsync()).Team));
        await host.SayAsync("m-3", "danger");

        Assert.Equal(
            ["issue-1 to team payments", "issue-1 updated by m-1", "issue-1 updated by m-2", "issue-1 to a person"],
            host.Tickets.Lines
        );
        Assert.Equal("safety", (await host.RowAsync()).Team);
    }

    [Theory]
    [InlineData("Tier 2 / Claims & Appeals")]
    [InlineData("Atención (ciudadanía)")]
    public async Task Reassigned_ToATeamAsPeopleNameIt_IsTaken(string team)
    {
        await using var host = ActingHost.With(Routes);
        await host.ProcessAsync(text: "beta");

        await host.ReportAsync(CaseEventKind.Reassigned, team: team);

        Assert.Equal((CaseOwner.Team, team), ((await host.RowAsync()).Owner, (await host.RowAsync()).Team));
    }

    [Fact]
    public async Task Undelivered_Answer_GoesToAPerson()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await host.ProcessAsync();

        var disposition = await host.Processor.ReportAsync(
            CaseHost.One,
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Undelivered,
                MessageKey = host.Mail.Keys[0],
            }
        );
        var again = await host.ReportAsync(CaseEventKind.Undelivered);

        Assert.Equal((Outcome.Escalated, ResolutionReason.Undelivered), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.Equal((DispositionStatus.Duplicate, Outcome.Escalated), (again.Status, again.Outcome));
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal((CaseOwner.Team, "support"), ((await host.RowAsync()).Owner, (await host.RowAsync()).Team));
        var entry = Assert.Single(await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Event] }));
        Assert.Equal(("undelivered", host.Mail.Keys[0]), (entry.Label, JournalJson.Read<EventContent>(entry).MessageKey));
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Fact]
    public async Task Undelivered_WithAKeyOfSomethingElse_DoesNotKeepIt()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await host.ProcessAsync();

        await host.Processor.ReportAsync(
            CaseHost.One,
            new CaseEvent
            {
                Id = "pat@example.org",
                Kind = CaseEventKind.Undelivered,
                MessageKey = "<1@pat.example.org>",
            }
        );

        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.DoesNotContain("example.org", string.Concat(await host.EntriesAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JournalEntryKind.Decision)]
    [InlineData(JournalEntryKind.Disposition)]
    public async Task Undelivered_WhoseHostDies_IsToldOnce(JournalEntryKind kind)
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await host.ProcessAsync();
        host.Journal.Refuses = entry => entry.Kind == kind && entry.Key?.Contains('/', StringComparison.Ordinal) == true;
        var report = host.ReportAsync(CaseEventKind.Undelivered).AsTask();
        if (kind == JournalEntryKind.Decision)
            await Assert.ThrowsAsync<JournalException>(() => host.PassTimeAsync(report));
        else
            Assert.Equal(DispositionStatus.UnderWay, (await host.PassTimeAsync(report)).Status);
        host.Journal.Refuses = _ => false;
        await using var next = host.Successor(CaseHost.Answer);

        await next.Processor.RecoverAsync();
        await next.ReportAsync(CaseEventKind.Undelivered);

        Assert.Single(host.Tickets.Keys.Concat(next.Tickets.Keys).Distinct());
        Assert.Equal(CaseOwner.Team, (await next.RowAsync()).Owner);
    }

    [Fact]
    public async Task Undelivered_InACaseThatATeamHas_UpdatesItsTicket()
    {
        await using var host = ActingHost.With(Routes);
        await host.ProcessAsync(text: "beta");

        await host.ReportAsync(CaseEventKind.Undelivered);

        Assert.Equal(["issue-1 to team payments", "issue-1 updated by"], host.Tickets.Lines);
        Assert.Equal((CaseOwner.Team, "payments"), ((await host.RowAsync()).Owner, (await host.RowAsync()).Team));
        await host.SayAsync("m-1", "beta again");
        Assert.Equal("issue-1 updated by m-1", host.Tickets.Lines[^1]);
    }

    [Fact]
    public async Task Event_InADryRun_IsNotWritten()
    {
        await using var host = ActingHost.With(Routes);
        await host.ProcessAsync(text: "beta");
        await using var dry = new ActingHost(host.Journal.ForAnotherHost(), host.Clock, [Routes], options => options.DryRun = true);
        var before = await host.StoryAsync();

        var disposition = await dry.ReportAsync(CaseEventKind.Closed);

        Assert.Equal((Outcome.Closed, false), (disposition.Outcome, disposition.IsJournaled));
        Assert.Equal(before, await host.StoryAsync());
    }

    [Fact]
    public async Task Event_OfACaseThatIsWorkedOn_WaitsForIt()
    {
        var handler = new TaskCompletionSource();
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "notify" }"""));
        host.Notify.Execute = async (_, _) =>
        {
            await handler.Task;
            return ActionOutcome.Succeeded();
        };
        var processing = host.ProcessAsync().AsTask();
        while (host.Notify.Calls.IsEmpty)
            await Task.Delay(1);
        var reporting = host.ReportAsync(CaseEventKind.PersonReplied).AsTask();
        Assert.False(reporting.IsCompleted);
        handler.SetResult();

        await processing;
        await host.PassTimeAsync(reporting);

        Assert.Equal(CaseOwner.Team, (await host.RowAsync()).Owner);
    }
}
