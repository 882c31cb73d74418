using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.PlugIns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Gives a person what cannot be written down: the journal cannot be used, or its turn has not come in time.</summary>
internal sealed class UnwrittenEscalation(
    OpenedJournal opened,
    ActionRunner runner,
    IOptionsMonitor<ActionOptions> options,
    ILogger<UnwrittenEscalation> logger
)
{
    // Without the journal's secret the key need only be the same while this host runs.
    private readonly CaseKeyring _fallback = new(new JournalSecrets(JournalSecret.Create()));

    /// <param name="issue">What was delivered.</param>
    /// <param name="turns">The turns that a person has not been told of.</param>
    /// <param name="deliver">Tells the turns of it by their keys.</param>
    /// <param name="because">Why it cannot be written down.</param>
    public async Task<Disposition> EscalateAsync(
        Issue issue,
        IReadOnlyList<Turn> turns,
        Func<CaseKeyring, Delivery> deliver,
        Exception because
    )
    {
        var summary = because switch
        {
            JournalException => "The journal cannot be used, so nothing more is done and a person gets the issue.",
            WaitedTooLongException => "Its turn has not come in time, so nothing is done and a person gets the issue.",
            _ => "Something unexpected happened while this was processed, so a person gets it.",
        };
        var resolution = new Resolution
        {
            IssueId = issue.Id,
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.Unexpected,
            Summary = summary,
        };
        var disposition = Dispositions.Packed(
            new Disposition
            {
                Resolution = resolution,
                Outcome = Outcome.Escalated,
                Summary = summary,
                IsJournaled = false,
            },
            null
        );
        if (options.CurrentValue is { DryRun: true } or { Mode: OperatingMode.Shadow })
            return disposition;
        var keys = await KeysAsync().ConfigureAwait(false);
        var delivery = deliver(keys);
        var run = new ActionRun
        {
            Issue = issue,
            Resolution = resolution with { Handover = disposition.Handover },
            Turn = delivery.Decided ?? delivery.Turns[^1].Key,
            Keys = keys,
            NewTurns = turns,
        };
        try
        {
            if (await runner.TellUnwrittenAsync(run, OutcomeDelivery.ToPerson(resolution, null, "")).ConfigureAwait(false))
                return disposition;
        }
        catch (Exception exception) when (exception is not HostEndedException)
        {
            Log.ProcessingFailed(logger, LogId.Of(issue.Id), exception.GetType(), exception.StackTrace);
        }

        // Nobody has it: whoever delivered it keeps it.
        return disposition with
        {
            Outcome = null,
            Status = DispositionStatus.UnderWay,
            Summary = $"{summary} The ticket system could not be told, so deliver it again.",
        };
    }

    /// <summary>Where whoever delivered it keeps it, and nobody is told.</summary>
    public static Disposition Deferred(Issue issue, Exception because)
    {
        var resolution = new Resolution
        {
            IssueId = issue.Id,
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.Unexpected,
            Summary = "It was not decided.",
        };
        var summary = because switch
        {
            JournalException => "The journal cannot be used, so nothing is done; deliver it again.",
            WaitedTooLongException => "Its turn has not come in time, so nothing is done; deliver it again.",
            _ => "Something unexpected happened while this was processed; deliver it again.",
        };
        return Dispositions.UnderWay(resolution, summary) with { IsJournaled = because is not JournalException };
    }

    private async Task<CaseKeyring> KeysAsync()
    {
        try
        {
            return await opened.KeysAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (JournalException)
        {
            return _fallback;
        }
    }
}
