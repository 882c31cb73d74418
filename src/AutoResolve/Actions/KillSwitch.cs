using System.Collections.Immutable;
using System.Security.Cryptography;
using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>Stops: what this host was told holds until it is told otherwise, or another host is, once it stands in the journal.</summary>
internal sealed class KillSwitch(IJournal journal, TimeProvider timeProvider, Redaction redaction, ILogger<KillSwitch> logger)
{
    // Changed by exchange only: what is told and what is read come at once.
    private StopState _state = new(RandomNumberGenerator.GetHexString(32, lowercase: true));

    private StopState State => Volatile.Read(ref _state);

    public bool IsStopped(string? ruleId = null) => State.IsStopped(ruleId);

    public async ValueTask StopAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default)
    {
        var entry = Entry(StopState.Stop, by, reason, ruleId);

        // First: what cannot be written down must hold all the same.
        OwnStop stop = null!;
        ImmutableInterlocked.Update(ref _state, state => state.TellStop(entry, out stop));
        await WriteAsync(stop, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask ResumeAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default)
    {
        var entry = Entry(StopState.Resume, by, reason, ruleId);
        IReadOnlyList<OwnStop> before = [];
        ImmutableInterlocked.Update(ref _state, state => state.TellResume(entry, out entry, out before));

        // Else it might still be written after this one, and stop again.
        foreach (var stop in before)
            await WriteAsync(stop, cancellationToken).ConfigureAwait(false);
        await journal.AppendAsync([entry], cancellationToken: cancellationToken).ConfigureAwait(false);
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the journal, where that has not been done.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public ValueTask EnsureReadAsync(CancellationToken cancellationToken) => State.IsRead ? default : RefreshAsync(cancellationToken);

    /// <summary>Writes the stops that could not be written yet, and reads what was written since the last time.</summary>
    /// <exception cref="JournalException">It cannot be read; what was read and told before holds.</exception>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(State.Unwritten.Select(stop => TryWriteAsync(stop, cancellationToken))).ConfigureAwait(false);
        var query = new JournalQuery { Kinds = [JournalEntryKind.Switch], AfterSequence = State.Position };
        var entries = await journal.ReadAsync(query, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        ImmutableInterlocked.Update(ref _state, state => state.Read(entries));
    }

    private async Task TryWriteAsync(OwnStop stop, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(stop, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.StopNotWritten(logger, stop.Entry.RuleId ?? "all rules", exception);
        }
    }

    // Written once however often it is tried: it has a key. Taken means that an earlier try was written, whatever it said.
    private async Task WriteAsync(OwnStop stop, CancellationToken cancellationToken)
    {
        await journal.AppendAsync([stop.Entry], cancellationToken: cancellationToken).ConfigureAwait(false);
        ImmutableInterlocked.Update(ref _state, state => state.Written(stop));
    }

    private JournalEntry Entry(string label, string by, string reason, string? ruleId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentNullException.ThrowIfNull(reason);
        return new JournalEntry
        {
            At = timeProvider.GetUtcNow(),
            Kind = JournalEntryKind.Switch,
            Label = label,
            RuleId = ruleId,
            Content = JournalJson.Write(new ControlContent(redaction.Text(by), redaction.Text(reason))),
        };
    }
}
