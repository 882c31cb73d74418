using AutoResolve.Actions;
using AutoResolve.Journaling;
using HelpDesk.Approvals;

namespace AutoResolve.Samples.Tests;

/// <summary>What a person who approves sees, and what becomes of what is decided.</summary>
public sealed class ApprovalTests
{
    private const string Cancel = """{ "id": "c-1", "text": "Cancel my order A-1", "fields": { "order": "A-99" } }""";

    [Fact]
    public async Task Page_ShowsWhatTheActionWouldBeGiven()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostJsonAsync("/issues", Cancel);

        var page = await desk.GetAsync("/approvals");

        Assert.Contains("<dt>order</dt>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>A-99</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_OfACaseThatWasDecidedAgain_WaitsNoMore()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostJsonAsync("/issues", Cancel);
        var first = Assert.Single(desk.Approvals.All).Key;

        await desk.PostJsonAsync("/turns", """{ "issueId": "c-1", "id": "m-1", "text": "Cancel it now", "fields": { "order": "A-98" } }""");

        Assert.DoesNotContain(desk.Approvals.All, one => one.Key == first);
        Assert.Equal("That does not wait any more.", await desk.Approvals.ApproveAsync(first, "u17", CancellationToken.None));
    }

    [Fact]
    public async Task Approval_ThatCountsNoMore_IsToldInPlainWords()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostJsonAsync("/issues", Cancel);
        var waiting = Assert.Single(desk.Approvals.All);
        await desk.Processor.ApproveAsync(waiting.Issue, waiting.Key, "u18");

        var told = await desk.Approvals.ApproveAsync(waiting.Key, "u17", CancellationToken.None);

        Assert.EndsWith(".", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", told, StringComparison.Ordinal);
        Assert.Empty(desk.Approvals.All);
    }

    [Fact]
    public async Task Denial_ThatCannotBeWritten_CanBeTriedAgain()
    {
        var feedback = new LockedFeedback();
        var approvals = new WaitingApprovals(null!, feedback);
        approvals.Keep(
            new Issue { Id = "c-1", Text = "Cancel my order" },
            new Disposition
            {
                Resolution = new Resolution
                {
                    IssueId = "c-1",
                    Outcome = Outcome.Fixed,
                    Reason = ResolutionReason.RuleMatched,
                    Summary = "",
                    Actions = [new PlannedAction { Handler = "cancel-order" }],
                },
                Outcome = Outcome.Escalated,
                Summary = "",
                Actions =
                [
                    new ActionReport
                    {
                        Handler = "cancel-order",
                        Key = "k",
                        State = ActionState.WaitsForApproval,
                    },
                ],
            }
        );
        await Assert.ThrowsAsync<JournalException>(() => approvals.DenyAsync("k", "u17", CancellationToken.None));

        feedback.IsLocked = false;

        Assert.Contains("was denied", await approvals.DenyAsync("k", "u17", CancellationToken.None), StringComparison.Ordinal);
        Assert.Empty(approvals.All);
    }

    private sealed class LockedFeedback : IFeedbackCollector
    {
        public bool IsLocked { get; set; } = true;

        public ValueTask<TrackRecord?> RecordAsync(Feedback feedback, CancellationToken cancellationToken = default) =>
            IsLocked ? throw new JournalException("It is locked.") : default;

        public ValueTask<TrackRecord> TrackRecordOfAsync(string ruleId, int version, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
