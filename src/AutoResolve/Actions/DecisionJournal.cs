using AutoResolve.Journaling;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>Writes decisions.</summary>
internal sealed class DecisionJournal(IJournal journal, RulebookKeeper keeper, Redaction redaction, ControlState control, IOptionsMonitor<ActionOptions> options, TimeProvider timeProvider)
{
    /// <summary>Whether the last decision could not be written.</summary>
    public bool IsFailing { get; private set; }

    /// <returns>What is written about the decision, ready for the journal.</returns>
    public JournalEntry Entry(Issue issue, Resolution resolution, string key, bool isOpen)
    {
        var now = timeProvider.GetUtcNow();
        return new JournalEntry
        {
            At = now,
            Kind = JournalEntryKind.Decision,
            IssueId = issue.Id,
            Key = key,
            IsOpen = isOpen,
            RuleId = resolution.Rule?.Id,
            RuleVersion = resolution.Rule?.Version,
            RulebookRevision = resolution.RulebookRevision,
            Label = JournalLabel.Of(resolution.Outcome),
            Content = JournalJson.Write(new DecisionContent
            {
                Issue = KeptIssue.Of(issue, redaction),
                Today = DateOnly.FromDateTime(now.UtcDateTime),
                Facts = resolution.Lookups.ToDictionary(lookup => lookup.Name, lookup => lookup.Value is null ? null : redaction.Text(lookup.Value), StringComparer.Ordinal),
                Demoted = [.. control.Demoted.Select(rule => $"{rule.Id}@{rule.Version}").Order(StringComparer.Ordinal)],
                Reason = JournalLabel.Of(resolution.Reason),
                Summary = redaction.Text(resolution.Summary),
                Type = resolution.Type,
                Owner = resolution.Rule?.Owner,
                Team = resolution.Team,
                Tier = resolution.Tier,
                Tags = resolution.Tags,
                Suggestions = [.. resolution.Suggestions.Select(suggestion => suggestion.Rule.Id)],
                Answer = KeptAnswer.Of(resolution.Answer, redaction),
                Actions = [.. resolution.Actions.Select((action, index) => Keep(action, JournalKeys.Action(issue.Id, resolution.Rule!, index)))],
                Mode = JournalLabel.Of(options.CurrentValue.Mode),
            }),
        };
    }

    /// <summary>Writes a decision, and before it the rules by which it was made.</summary>
    /// <returns>False where the same issue was decided before.</returns>
    public async ValueTask<bool> WriteAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        await keeper.KeepOnceAsync(cancellationToken).ConfigureAwait(false);
        AppendResult result;
        try
        {
            result = await journal.AppendAsync([entry], cancellationToken).ConfigureAwait(false);
            IsFailing = false;
        }
        catch (JournalException)
        {
            IsFailing = true;
            throw;
        }

        Telemetry.Journaled(timeProvider.GetElapsedTime(started));
        return result.Written;
    }

    /// <summary>What became of a decision that was made before.</summary>
    public async ValueTask<Disposition> FindEarlierAsync(Resolution resolution, string key, CancellationToken cancellationToken)
    {
        var duplicate = new Disposition { Resolution = resolution, Outcome = resolution.Outcome, Summary = "The same issue was delivered before.", IsDuplicate = true };
        var decision = await FirstAsync(key, cancellationToken).ConfigureAwait(false);
        if (decision is null or { IsOpen: false })
            return duplicate with { Outcome = decision is null ? resolution.Outcome : JournalLabel.Read(decision.Label, Outcome.Escalated) };
        return await FirstAsync(JournalKeys.Disposition(key), cancellationToken).ConfigureAwait(false) is { } disposition
            ? duplicate with { Outcome = JournalLabel.Read(disposition.Label, Outcome.Escalated) }
            : duplicate with { Summary = "The same issue was delivered before, and its actions have not ended." };
    }

    private async ValueTask<JournalEntry?> FirstAsync(string key, CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Key = key }, cancellationToken).ConfigureAwait(false))
            return entry;
        return null;
    }

    private KeptAction Keep(PlannedAction action, string key)
    {
        var (values, areWhole) = redaction.Parameters(action.Parameters);
        return new KeptAction { Handler = action.Handler, Key = key, Parameters = values, IsWhole = areWhole };
    }
}
