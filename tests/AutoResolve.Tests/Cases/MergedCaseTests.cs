using AutoResolve.Cases;
using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Cases;

/// <summary>What is said in a case that became part of another one is said in that one.</summary>
public sealed class MergedCaseTests
{
    private static readonly string Beta = SomeRules.Rule(
        "beta",
        """{ "outcome": "route", "team": "payments" }""",
        """{ "anyOf": ["beta"] }"""
    );

    [Fact]
    public async Task Turn_OfAMergedCase_IsATurnOfTheOther()
    {
        await using var host = await MergedAsync();

        var disposition = await host.SayAsync("m-1", "beta");
        var again = await host.SayAsync("m-1", "beta");

        Assert.Equal(
            ("issue-2", Outcome.Routed, DispositionStatus.Done),
            (disposition.Resolution.IssueId, disposition.Outcome, disposition.Status)
        );
        Assert.Equal(DispositionStatus.Duplicate, again.Status);
        Assert.Equal([$"issue-2 to team payments"], host.Tickets.Lines);
        Assert.Equal(CaseOwner.Nobody, (await host.RowAsync()).Owner);
        Assert.Equal(CaseOwner.Team, (await host.RowAsync("issue-2")).Owner);
    }

    [Fact]
    public async Task Turns_OfTheSameIdInBothCases_AreTwo()
    {
        await using var host = await MergedAsync();

        await host.SayAsync("m-1", "beta", issue: "issue-2");
        var disposition = await host.SayAsync("m-1", "beta, and more");

        Assert.Equal(DispositionStatus.Done, disposition.Status);
        Assert.Equal(["issue-2 to team payments", $"issue-2 updated by {MergedCases.IdOf(CaseHost.One, "m-1")}"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Turn_ThatWasHeardBeforeTheMerge_IsADuplicate()
    {
        await using var host = ActingHost.With(CaseHost.Answer, Beta);
        await host.ProcessAsync();
        await host.SayAsync("m-1", "beta");
        await host.ProcessAsync("issue-2");
        await host.ReportAsync(CaseEventKind.Merged, into: "issue-2");

        Assert.Equal(DispositionStatus.Duplicate, (await host.SayAsync("m-1", "beta")).Status);
        Assert.Equal(DispositionStatus.Duplicate, (await host.ProcessAsync()).Status);

        Assert.Equal(["issue-1 to team payments"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Issue_ThatComesAgainWithOtherContent_IsATurnOfTheOther()
    {
        await using var host = await MergedAsync();

        var disposition = await host.ProcessAsync(text: "beta");
        var again = await host.ProcessAsync(text: "beta");

        Assert.Equal(("issue-2", Outcome.Routed), (disposition.Resolution.IssueId, disposition.Outcome));
        Assert.Equal(DispositionStatus.Duplicate, again.Status);
        Assert.Single(host.Tickets.Lines);
    }

    [Fact]
    public async Task Turn_OfAMergedCaseThatAPersonHas_IsNotAnswered()
    {
        await using var host = ActingHost.With(CaseHost.Answer, Beta.Replace("beta", "other", StringComparison.Ordinal));
        await host.ProcessAsync(text: "other");
        await host.ReportAsync(CaseEventKind.PersonReplied, "e-1");
        await host.ProcessAsync("issue-2", "other");
        await host.ReportAsync(CaseEventKind.Merged, "e-2", into: "issue-2");

        Assert.Equal(ResolutionReason.PersonHasIt, (await host.SayAsync("m-1", "alpha")).Resolution.Reason);
        Assert.Equal(ResolutionReason.PersonHasIt, (await host.SayAsync("m-2", "alpha", issue: "issue-2")).Resolution.Reason);

        Assert.Empty(host.Mail.Sent);
    }

    [Fact]
    public async Task Chain_OfMerges_LeadsToItsEnd()
    {
        await using var host = await MergedAsync();
        await host.ProcessAsync("issue-3");
        await host.Processor.ReportAsync(new CaseReference(null, "issue-2"), Merge("issue-3"));

        await host.SayAsync("m-1", "beta");

        Assert.Equal(["issue-3 to team payments"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Circle_OfMerges_IsRefused()
    {
        await using var host = await MergedAsync();
        await host.ProcessAsync("issue-3");
        await host.Processor.ReportAsync(new CaseReference(null, "issue-2"), Merge("issue-3"));

        var exception = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await host.Processor.ReportAsync(new CaseReference(null, "issue-3"), Merge("issue-1"))
        );

        Assert.Contains("issue-1 is part of issue-3 already", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circle_ThatTwoHostsMadeAtOnce_LeadsToOneCase()
    {
        await using var one = ActingHost.With(CaseHost.Answer, Beta);
        await using var other = new ActingHost(one.Journal.ForAnotherHost(), one.Clock, [CaseHost.Answer, Beta]);
        await one.ProcessAsync();
        await one.ProcessAsync("issue-2");

        // What one is told of the other is told before, so that nothing but the event is left to write.
        await one.ReportAsync(CaseEventKind.Merged, "e-1", into: "issue-2");
        await one.ReportAsync(CaseEventKind.Reopened, "e-2");
        await one.Processor.ReportAsync(new CaseReference(null, "issue-2"), Merge("issue-1") with { Id = "e-3" });
        await one.Processor.ReportAsync(new CaseReference(null, "issue-2"), new CaseEvent { Id = "e-4", Kind = CaseEventKind.Reopened });
        var (read, both) = (0, new TaskCompletionSource());
        Func<JournalQuery, Task> Meet()
        {
            var reads = 0;
            return async query =>
            {
                // The third is the last look before the event is written.
                if (query.Keys is not [var key] || !key.StartsWith("decision/", StringComparison.Ordinal) || ++reads != 3)
                    return;
                if (Interlocked.Increment(ref read) == 2)
                    both.SetResult();
                await both.Task;
            };
        }

        one.Journal.Reading = Meet();
        other.Journal.Reading = Meet();
        await Task.WhenAll(
            Task.Run(async () => await one.ReportAsync(CaseEventKind.Merged, "e-5", into: "issue-2")),
            Task.Run(async () => await other.Processor.ReportAsync(new CaseReference(null, "issue-2"), Merge("issue-1")))
        );

        await one.SayAsync("m-1", "beta");
        await other.SayAsync("m-2", "beta, too", issue: "issue-2");

        Assert.Equal(["issue-1 to team payments"], one.Tickets.Lines);
        Assert.Equal([$"issue-1 updated by {MergedCases.IdOf(new CaseReference(null, "issue-2"), "m-2")}"], other.Tickets.Lines);
    }

    [Fact]
    public async Task Reopened_AfterAMerge_IsByItself()
    {
        await using var host = await MergedAsync();
        await host.ReportAsync(CaseEventKind.Reopened, "e-2");

        await host.SayAsync("m-1", "beta");

        Assert.Equal(["issue-1 to team payments"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Message_OfAMergedCaseThatCameBack_IsToldInTheOther()
    {
        await using var host = await MergedAsync();

        var disposition = await host.ReportAsync(CaseEventKind.Undelivered, "e-2");
        var again = await host.ReportAsync(CaseEventKind.Undelivered, "e-2");

        Assert.Equal(("issue-2", Outcome.Escalated), (disposition.Resolution.IssueId, disposition.Outcome));
        Assert.Equal(DispositionStatus.Duplicate, again.Status);
        Assert.Equal(["issue-2 to a person"], host.Tickets.Lines);
    }

    [Theory]
    [InlineData("issue-1")]
    [InlineData("issue-2")]
    public async Task Danger_InACaseThatIsMerged_IsDangerInTheOther(string said)
    {
        await using var host = ActingHost.With(CaseHost.Answer, Beta, CaseHost.Danger);
        await host.ProcessAsync(text: "danger");
        await host.ProcessAsync("issue-2", "hello");
        await host.ReportAsync(CaseEventKind.Merged, into: "issue-2");
        Assert.Equal((CaseOwner.Team, "safety"), ((await host.RowAsync("issue-2")).Owner, (await host.RowAsync("issue-2")).Team));

        var disposition = await host.SayAsync("m-1", "alpha", issue: said);

        Assert.Equal((Outcome.Escalated, ResolutionReason.Guarded), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.Empty(host.Mail.Sent);
        Assert.Equal((CaseOwner.Team, "safety"), ((await host.RowAsync("issue-2")).Owner, (await host.RowAsync("issue-2")).Team));
    }

    [Theory]
    [InlineData("issue-1")]
    [InlineData("issue-2")]
    public async Task Answer_ThatAMergedCaseGot_IsNotGivenAgainInTheOther(string said)
    {
        await using var host = ActingHost.With(CaseHost.Answer, Beta);
        await host.ProcessAsync();
        await host.ProcessAsync("issue-2", "hello");
        await host.ReportAsync(CaseEventKind.Merged, into: "issue-2");

        var disposition = await host.SayAsync("m-1", "alpha, still", issue: said);

        Assert.Equal((Outcome.Escalated, ResolutionReason.AllStepsTried), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.Equal(["Do so."], host.Mail.Sent);
    }

    [Fact]
    public async Task Person_InACaseThatIsMerged_HasTheOther()
    {
        await using var host = ActingHost.With(CaseHost.Answer, Beta);
        await host.ProcessAsync(text: "beta");
        await host.ReportAsync(CaseEventKind.PersonReplied, "e-1");
        await host.ProcessAsync("issue-2", "hello");
        await host.ReportAsync(CaseEventKind.Merged, "e-2", into: "issue-2");

        Assert.Equal(ResolutionReason.PersonHasIt, (await host.SayAsync("m-1", "alpha", issue: "issue-2")).Resolution.Reason);

        Assert.Empty(host.Mail.Sent);
        Assert.Equal(CaseOwner.Team, (await host.RowAsync("issue-2")).Owner);
    }

    [Fact]
    public async Task Danger_OfAChainOfMerges_ComesToItsEnd()
    {
        await using var host = ActingHost.With(CaseHost.Answer, Beta, CaseHost.Danger);
        await host.ProcessAsync(text: "danger");
        await host.ProcessAsync("issue-2", "hello");
        await host.ProcessAsync("issue-3", "hello");
        await host.ReportAsync(CaseEventKind.Merged, into: "issue-2");
        await host.Processor.ReportAsync(new CaseReference(null, "issue-2"), Merge("issue-3"));

        var disposition = await host.SayAsync("m-1", "alpha", issue: "issue-3");

        Assert.Equal(ResolutionReason.Guarded, disposition.Resolution.Reason);
    }

    private static CaseEvent Merge(string into) =>
        new()
        {
            Id = "e-m",
            Kind = CaseEventKind.Merged,
            Into = new CaseReference(null, into),
        };

    private static async Task<ActingHost> MergedAsync()
    {
        var host = ActingHost.With(CaseHost.Answer, Beta);
        await host.ProcessAsync();
        await host.ProcessAsync("issue-2");
        var disposition = await host.ReportAsync(CaseEventKind.Merged, into: "issue-2");
        Assert.Equal((DispositionStatus.Done, Outcome.Closed), (disposition.Status, disposition.Outcome));
        return host;
    }
}
