using System.Globalization;
using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>Writes feedback, keeps count, demotes.</summary>
internal sealed class FeedbackCollector(
    IJournal journal,
    Demotions demotions,
    IRulebookMonitor rulebooks,
    Redaction redaction,
    TimeProvider timeProvider,
    ILogger<FeedbackCollector> logger
) : IFeedbackCollector
{
    public async ValueTask<TrackRecord?> RecordAsync(Feedback feedback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        ArgumentException.ThrowIfNullOrWhiteSpace(feedback.By);
        if (!Enum.IsDefined(feedback.Verdict))
            throw new ArgumentOutOfRangeException(nameof(feedback), feedback.Verdict, "No such verdict.");
        var decision = await FindDecisionAsync(feedback, cancellationToken).ConfigureAwait(false);
        await journal
            .AppendAsync(
                [
                    new JournalEntry
                    {
                        At = timeProvider.GetUtcNow(),
                        Kind = JournalEntryKind.Feedback,
                        Tenant = decision?.Tenant ?? feedback.Tenant,
                        IssueId = feedback.IssueId,
                        RuleId = decision?.RuleId,
                        RuleVersion = decision?.RuleVersion,
                        RulebookRevision = decision?.RulebookRevision,
                        Label = JournalLabel.Of(feedback.Verdict),
                        Content = JournalJson.Write(new ControlContent(redaction.Text(feedback.By), redaction.Text(feedback.Note ?? ""))),
                    },
                ],
                cancellationToken: cancellationToken
            )
            .ConfigureAwait(false);
        if (decision is not { RuleId: { } ruleId, RuleVersion: { } version })
            return null;
        var record = await TrackRecordOfAsync(ruleId, version, cancellationToken).ConfigureAwait(false);
        if (rulebooks.Current.Find(ruleId) is { } rule && rule.Reference.Version == version)
            return await DrawConsequencesAsync(rule, record, cancellationToken).ConfigureAwait(false);
        return record;
    }

    public async ValueTask<TrackRecord> TrackRecordOfAsync(string ruleId, int version, CancellationToken cancellationToken = default)
    {
        var query = new JournalQuery
        {
            RuleId = ruleId,
            RuleVersion = version,
            Kinds = [JournalEntryKind.Decision, JournalEntryKind.Feedback, JournalEntryKind.Demotion],
        };
        var counts = await journal.CountAsync(query, cancellationToken).ConfigureAwait(false);
        long Of(FeedbackVerdict verdict) =>
            counts
                .Where(count => count.Kind == JournalEntryKind.Feedback && count.Label == JournalLabel.Of(verdict))
                .Sum(count => count.Count);
        return new TrackRecord(
            ruleId,
            version,
            counts.Where(count => count.Kind == JournalEntryKind.Decision).Sum(count => count.Count),
            Of(FeedbackVerdict.Helpful),
            Of(FeedbackVerdict.Reopened),
            Of(FeedbackVerdict.Wrong)
        )
        {
            OnlySuggests = counts.Any(count => count is { Kind: JournalEntryKind.Demotion, Count: > 0 }),
        };
    }

    private async ValueTask<TrackRecord> DrawConsequencesAsync(RuleInfo rule, TrackRecord record, CancellationToken cancellationToken)
    {
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"of {record.Verdicts} verdicts {record.Helpful} say that it helped, so at least {record.LowerBound:0.00} do (95 %)"
        );
        if (
            rule is { Demote: { } floor, Reference.Status: RuleStatus.Active, IsGuard: false }
            && record.Verdicts >= floor.After
            && record.LowerBound < floor.Share
        )
        {
            var reason = string.Create(CultureInfo.InvariantCulture, $"{found}; its limit is {floor.Share:0.00}.");
            if (await demotions.DemoteAsync(rule.Reference, reason, cancellationToken).ConfigureAwait(false))
                Log.Demoted(logger, rule.Reference.Id, rule.Reference.Version, reason);
            record = record with { OnlySuggests = true };
        }

        if (
            rule is { Promote: { } ceiling, Reference.Status: RuleStatus.Shadow or RuleStatus.Suggest }
            && record.Verdicts >= ceiling.After
            && record.LowerBound >= ceiling.Share
        )
        {
            var reason = string.Create(CultureInfo.InvariantCulture, $"{found}; it asks for {ceiling.Share:0.00}.");
            if (await ProposeAsync(rule.Reference, reason, cancellationToken).ConfigureAwait(false))
                Log.PromotionProposed(logger, rule.Reference.Id, rule.Reference.Version, reason);
        }

        return record;
    }

    private async ValueTask<bool> ProposeAsync(RuleReference rule, string reason, CancellationToken cancellationToken) =>
        (
            await journal
                .AppendAsync(
                    [
                        new JournalEntry
                        {
                            At = timeProvider.GetUtcNow(),
                            Kind = JournalEntryKind.PromotionProposal,
                            Key = string.Create(CultureInfo.InvariantCulture, $"promotion/{rule.Id}/{rule.Version}"),
                            RuleId = rule.Id,
                            RuleVersion = rule.Version,
                            Label = "active",
                            Content = JournalJson.Write(new ControlContent("autoresolve", reason)),
                        },
                    ],
                    cancellationToken: cancellationToken
                )
                .ConfigureAwait(false)
        ).Written;

    // Where no rule decided, a suggestion may have: of rules on trial the first is counted.
    private async ValueTask<JournalEntry?> FindDecisionAsync(Feedback feedback, CancellationToken cancellationToken)
    {
        var query = new JournalQuery
        {
            Kinds = [JournalEntryKind.Decision],
            IssueId = feedback.IssueId,
            Case = string.IsNullOrEmpty(feedback.Tenant) ? null : new CaseReference(feedback.Tenant, feedback.IssueId),
            NewestFirst = true,
            Limit = 1,
        };
        await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (
                entry.RuleId is not null
                || JournalJson.Read<DecisionContent>(entry).Suggestions is not [var first, ..]
                || rulebooks.Current.Find(first) is not { } rule
            )
                return entry;
            return entry with { RuleId = first, RuleVersion = rule.Reference.Version };
        }

        return null;
    }
}
