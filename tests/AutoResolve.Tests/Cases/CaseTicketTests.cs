using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Cases;

/// <summary>What the ticket system is told of a case, and what the row of a case holds of its ticket.</summary>
public sealed class CaseTicketTests
{
    private const string Erase = """{ "do": "erase" }""";
    private const string Notify = """{ "do": "notify" }""";
    private const string Route = """{ "do": "route", "with": { "team": "claims" } }""";

    [Fact]
    public async Task Approval_ThatIsCarriedOut_IsToldToTheOpenTicket()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Erase));
        var key = (await host.Processor.ProcessAsync(Some)).Actions[0].Key;

        await host.Processor.ApproveAsync(Some, key, "u-1");

        Assert.Equal(["issue-1 to a person", "issue-1 updated by"], host.Tickets.Lines);
        Assert.Equal(2, host.Tickets.Keys.Distinct().Count());
        Assert.Equal(0, await host.Processor.RecoverAsync());
    }

    [Fact]
    public async Task Approval_AfterARouteOfTheSameRule_IsToldToTheOpenTicket()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Route}, {Erase}"));
        var key = (await host.Processor.ProcessAsync(Some)).Actions[1].Key;
        var before = host.Tickets.Lines.Count;

        await host.Processor.ApproveAsync(Some, key, "u-1");

        Assert.Equal("issue-1 updated by", Assert.Single(host.Tickets.Lines.Skip(before)));
    }

    [Fact]
    public async Task Approval_BehindWhichARouteComes_IsToldByTheRoute()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Erase}, {Route}"));
        var key = (await host.Processor.ProcessAsync(Some)).Actions[0].Key;

        await host.Processor.ApproveAsync(Some, key, "u-1");

        Assert.Equal(["issue-1 to a person", "issue-1 to team claims"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Approval_BehindWhichARouteComesAndThenAFailure_IsToldToAPersonByAnotherKey()
    {
        await using var host = ActingHost.With(ActingHost.Rule($"{Erase}, {Route}, {Notify}"));
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("It is gone."));
        var key = (await host.Processor.ProcessAsync(Some)).Actions[0].Key;

        await host.Processor.ApproveAsync(Some, key, "u-1");

        Assert.Equal(["issue-1 to a person", "issue-1 to team claims", "issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal(3, host.Tickets.Keys.Distinct().Count());
        Assert.Contains("It is gone.", host.Tickets.Handover!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_OfACaseThatWentToATeamThatARuleNames_HoldsIt()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Route));

        await host.Processor.ProcessAsync(Some);

        Assert.Contains("\"team\":\"claims\"", await RowAsync(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_OfACaseThatWentToATeamThatAFieldNames_DoesNotHoldIt()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "route", "with": { "team": "{{ issue.fields.page }}" } }"""));

        await host.Processor.ProcessAsync(Some with { Fields = new Dictionary<string, string> { ["page"] = "Jane Roe" } });

        Assert.Equal(["issue-1 to team Jane Roe"], host.Tickets.Lines);
        Assert.DoesNotContain("Jane Roe", await RowAsync(host), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_WhoIsToldWithoutTheJournalAndAgainWithIt_IsToldByOneKey()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", """{ "outcome": "escalate", "team": "claims" }"""));
        await host.ProcessAsync("issue-0");
        host.Journal.IsDown = true;
        Assert.False((await host.PassTimeAsync(host.Processor.ProcessAsync(Some).AsTask())).IsJournaled);
        host.Journal.IsDown = false;

        Assert.True((await host.Processor.ProcessAsync(Some)).IsJournaled);

        Assert.Equal(["issue-1 to a person", "issue-1 to a person"], host.Tickets.Lines.Skip(1));
        Assert.Single(host.Tickets.Keys.Skip(1).Distinct());
    }

    [Fact]
    public async Task Person_WhoIsToldTwiceOfAnIssueWhoseTurnsAreKnown_IsToldByOneKey()
    {
        await using var host = ActingHost.With(
            SomeRules.Rule("alpha", """{ "outcome": "escalate", "team": "claims" }"""),
            SomeRules.Rule("beta", """{ "outcome": "ignore" }""", """{ "anyOf": ["beta"] }""")
        );
        var known = new Issue
        {
            Id = "issue-1",
            Text = "beta",
            Turns = [new Turn { Id = "m-2", Text = "and" }],
        };
        await host.Processor.ProcessAsync(known);
        host.Journal.IsDown = true;
        await host.PassTimeAsync(host.Processor.ProcessAsync(known with { Text = "alpha" }).AsTask());
        host.Journal.IsDown = false;

        await host.Processor.ProcessAsync(known with { Text = "alpha" });

        Assert.Equal(["issue-1 to a person", "issue-1 to a person"], host.Tickets.Lines);
        Assert.Single(host.Tickets.Keys.Distinct());
    }

    [Fact]
    public async Task Turn_ThatSaysNothing_OfACaseFromTheFirstSchema_IsRecorded()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        await host.Processor.ProcessAsync(Some);
        var record = (await host.Journal.FindCaseAsync(CaseReference.Of(Some)))!;
        var decision = JournalJson.TryReadCase(record)!.Decision;
        var migrated = record with { Content = $$"""{"decision":"{{decision}}","migrated":true}""" };
        await host.Journal.AppendAsync([], new CaseChange { Case = migrated, ExpectedVersion = record.Version });

        var blank = await host.Processor.ContinueAsync(record.Reference, new Turn { Id = "m-2", Text = " " });
        var words = await host.Processor.ContinueAsync(record.Reference, new Turn { Id = "m-3", Text = "and" });

        Assert.Equal((DispositionStatus.Recorded, DispositionStatus.Done), (blank.Status, words.Status));
        Assert.Single(host.Notify.Calls);
    }

    [Fact]
    public async Task Content_ThatWasDeliveredBeforeAnother_IsADuplicateAndComesAgainAsATurn()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        await host.Processor.ProcessAsync(Some);
        await host.Processor.ProcessAsync(Some with { Text = "alpha, changed" });

        var late = await host.Processor.ProcessAsync(Some);
        var again = await host.Processor.ProcessAsync(Some with { Turns = [new Turn { Id = "change-3", Text = "as it was" }] });

        Assert.Equal((DispositionStatus.Duplicate, DispositionStatus.Done), (late.Status, again.Status));
        Assert.Single(host.Notify.Calls);
    }

    private static Issue Some => new() { Id = "issue-1", Text = "alpha" };

    private static async Task<string> RowAsync(ActingHost host)
    {
        var record = await host.Journal.FindCaseAsync(CaseReference.Of(Some));
        return $"{record?.Team} {record?.Content}";
    }
}
