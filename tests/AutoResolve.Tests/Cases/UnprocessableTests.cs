using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.Cases;

/// <summary>What a host gives to a person without rules having read it, and what it keeps while nothing can be written.</summary>
public sealed class UnprocessableTests
{
    private const string Because = "The message could not be read.";

    private static readonly Issue Issue = new() { Id = "issue-1", Text = "alpha" };

    private static readonly Turn Turn = new() { Id = "t-1", Text = "alpha again" };

    [Fact]
    public async Task Escalation_OfAnIssue_IsACaseOfAPersonWhateverRulesSay()
    {
        await using var host = ActingHost.With(CaseHost.Answer);

        var disposition = await host.Processor.EscalateAsync(Issue, Because);

        Assert.Equal((Outcome.Escalated, DispositionStatus.Done), (disposition.Outcome, disposition.Status));
        Assert.Equal(ResolutionReason.Unprocessable, disposition.Resolution.Reason);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal(Because, host.Tickets.Handover!.Summary);
        Assert.Empty(host.Mail.Sent);
        Assert.Equal(CaseOwner.Team, (await host.RowAsync()).Owner);
    }

    [Fact]
    public async Task Escalation_DeliveredAgain_TellsNobodyAgain()
    {
        await using var host = ActingHost.With(CaseHost.Answer);

        await host.Processor.EscalateAsync(Issue, Because);
        var again = await host.Processor.EscalateAsync(Issue, Because);
        var processed = await host.Processor.ProcessAsync(Issue);

        Assert.Equal((DispositionStatus.Duplicate, DispositionStatus.Duplicate), (again.Status, processed.Status));
        Assert.Single(host.Tickets.Lines);
    }

    [Fact]
    public async Task Escalation_OfATurn_GoesToThePersonWhoHasItsCase()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await host.Processor.ProcessAsync(Issue);

        await host.Processor.EscalateTurnAsync(CaseHost.One, Turn, Because);

        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Escalation_OfATurnThatAddsNothing_IsToldAllTheSame()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await host.Processor.ProcessAsync(Issue);

        var disposition = await host.Processor.EscalateTurnAsync(CaseHost.One, new Turn { Id = "t-2" }, Because);

        Assert.Equal(DispositionStatus.Done, disposition.Status);
        Assert.Single(host.Tickets.Lines);
    }

    [Fact]
    public async Task Escalation_OfATurnWhoseCaseIsNotKnown_IsToldAtOnceAndThePersonGetsWhatComesLater()
    {
        await using var host = ActingHost.With(CaseHost.Answer);

        var disposition = await host.Processor.EscalateTurnAsync(CaseHost.One, new Turn { Id = "t-2" }, Because);
        Assert.Equal((Outcome.Escalated, DispositionStatus.Done), (disposition.Outcome, disposition.Status));
        Assert.Equal(Because, host.Tickets.Handover!.Summary);
        var again = await host.Processor.EscalateTurnAsync(CaseHost.One, new Turn { Id = "t-2" }, Because);
        Assert.Equal(DispositionStatus.Duplicate, again.Status);
        Assert.Single(host.Tickets.Lines);

        var later = await host.Processor.ProcessAsync(Issue);

        Assert.Equal((Outcome.Escalated, ResolutionReason.PersonHasIt), (later.Outcome, later.Resolution.Reason));
        Assert.StartsWith("What came of this case before", later.Resolution.Summary, StringComparison.Ordinal);
        Assert.Equal(2, host.Tickets.Lines.Count);
        Assert.Empty(host.Mail.Sent);
    }

    [Fact]
    public async Task Escalation_OfATurnWhereOthersWaitForTheCase_LeavesThemToThePerson()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await host.Processor.ContinueAsync(CaseHost.One, Turn);

        var disposition = await host.Processor.EscalateTurnAsync(CaseHost.One, new Turn { Id = "t-2" }, Because);

        Assert.Equal((DispositionStatus.Done, Because), (disposition.Status, disposition.Resolution.Summary));
        Assert.Empty(host.Mail.Sent);
        Assert.Equal(CaseOwner.Team, (await host.RowAsync()).Owner);
    }

    [Fact]
    public async Task Escalation_WhereAPersonHasWritten_SaysWhy()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await host.Processor.ProcessAsync(Issue);
        await host.Processor.ReportAsync(CaseHost.One, new CaseEvent { Id = "e-1", Kind = CaseEventKind.PersonReplied });

        var disposition = await host.Processor.EscalateTurnAsync(CaseHost.One, Turn, Because);

        Assert.Equal((ResolutionReason.Unprocessable, Because), (disposition.Resolution.Reason, disposition.Resolution.Summary));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Escalation_WithoutAReason_IsRefused(string because)
    {
        await using var host = ActingHost.With(CaseHost.Answer);

        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Processor.EscalateAsync(Issue, because));
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Processor.EscalateTurnAsync(CaseHost.One, Turn, because));
    }

    [Fact]
    public async Task Journal_ThatCannotBeWritten_IsWorkForNobodyWhereADeliveryIsKept()
    {
        await using var host = Keeping();
        host.Journal.IsDown = true;

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());
        host.Journal.IsDown = false;
        var later = await host.ProcessAsync();

        Assert.Equal((DispositionStatus.UnderWay, false), (disposition.Status, disposition.IsJournaled));
        Assert.Null(disposition.Outcome);
        Assert.Empty(host.Tickets.Lines);
        Assert.Equal(Outcome.Answered, later.Outcome);
        Assert.DoesNotContain(host.Logs.GetSnapshot(), record => record.Message.Contains("escalates", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Something_Unexpected_IsUnderWayWhereADeliveryIsKept()
    {
        await using var host = Keeping();
        await host.ProcessAsync();
        host.Journal.Reading = _ => throw new InvalidOperationException("Unexpected");

        var disposition = await host.Processor.ContinueAsync(CaseHost.One, Turn);

        Assert.Equal((DispositionStatus.UnderWay, true), (disposition.Status, disposition.IsJournaled));
        Assert.Empty(host.Tickets.Lines);
    }

    private static ActingHost Keeping() =>
        new(
            new FaultyJournal(),
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(SomeRules.Now),
            [CaseHost.Answer],
            configure: builder => builder.Services.Configure<ActionOptions>(options => options.EscalatesUnwritten = false)
        );
}
