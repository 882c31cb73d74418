namespace AutoResolve.RabbitMQ.Tests.Working;

/// <summary>A processor that answers as it is told.</summary>
internal sealed class SomeProcessor(Func<Disposition> answer) : IIssueProcessor
{
    /// <summary>What was escalated, and why.</summary>
    public List<(CaseReference Case, string? Turn, string Because)> Escalated { get; } = [];

    public int Calls { get; private set; }

    public static Disposition Disposition(DispositionStatus status, bool isJournaled = true) =>
        new()
        {
            Resolution = new Resolution
            {
                IssueId = "1",
                Outcome = Outcome.Escalated,
                Reason = ResolutionReason.NoRuleMatched,
                Summary = "",
            },
            Outcome = status == DispositionStatus.UnderWay ? null : Outcome.Escalated,
            Summary = "It is so.",
            Status = status,
            IsJournaled = isJournaled,
        };

    public ValueTask<Disposition> ProcessAsync(Issue issue, CancellationToken cancellationToken = default) => Answer();

    public ValueTask<Disposition> ContinueAsync(CaseReference reference, Turn turn, CancellationToken cancellationToken = default) =>
        Answer();

    public ValueTask<Disposition> ReportAsync(CaseReference reference, CaseEvent happened, CancellationToken cancellationToken = default) =>
        Answer();

    public ValueTask<Disposition> EscalateAsync(Issue issue, string because, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(issue.Id))
            throw new ArgumentException("The issue has no id.", nameof(issue));
        Escalated.Add((CaseReference.Of(issue), null, because));
        return Answer();
    }

    public ValueTask<Disposition> EscalateTurnAsync(
        CaseReference reference,
        Turn turn,
        string because,
        CancellationToken cancellationToken = default
    )
    {
        Escalated.Add((reference, turn.Id, because));
        return Answer();
    }

    public ValueTask<Disposition> ApproveAsync(Issue issue, string actionKey, string by, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public ValueTask<int> RecoverAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    private ValueTask<Disposition> Answer()
    {
        Calls++;
        return ValueTask.FromResult(answer());
    }
}
