using System.Collections.Frozen;
using AutoResolve.Decisions;
using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>What the journal says about stops and demotions, in the order in which it was written, whoever wrote it.</summary>
internal sealed class ControlState(IJournal journal, TimeProvider timeProvider, Redaction redaction) : IActionSwitch, IDisposable
{
    private const string Stop = "stop";
    private const string Resume = "resume";

    // Stands for all rules; no rule is called so.
    private const string All = "*";

    private readonly SemaphoreSlim _reading = new(1);
    private volatile FrozenSet<string>? _stopped;
    private volatile FrozenSet<RuleVersion> _demoted = [];
    private long _read;

    /// <summary>The active rules that only suggest.</summary>
    public IReadOnlySet<RuleVersion> Demoted => _demoted;

    public bool IsStopped(string? ruleId = null) => _stopped is not { } stopped || stopped.Contains(All) || (ruleId is not null && stopped.Contains(ruleId));

    public async ValueTask StopAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default)
    {
        // First: what cannot be written down must hold all the same.
        Add(ruleId ?? All);
        await AppendAsync(Stop, by, reason, ruleId, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask ResumeAsync(string by, string reason, string? ruleId = null, CancellationToken cancellationToken = default) =>
        AppendAsync(Resume, by, reason, ruleId, cancellationToken);

    /// <summary>Writes that a rule is demoted, once.</summary>
    /// <returns>False where it already was.</returns>
    public async ValueTask<bool> DemoteAsync(RuleReference rule, string reason, CancellationToken cancellationToken)
    {
        var result = await journal.AppendAsync([Entry(JournalEntryKind.Demotion, "suggest", "autoresolve", reason) with { Key = $"demotion/{rule.Id}/{rule.Version}", RuleId = rule.Id, RuleVersion = rule.Version }], cancellationToken).ConfigureAwait(false);
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
        return result.Written;
    }

    /// <summary>Reads the journal, where that has not been done.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public ValueTask EnsureReadAsync(CancellationToken cancellationToken) => _stopped is null ? RefreshAsync(cancellationToken) : default;

    /// <summary>Reads what was written since the last time.</summary>
    /// <exception cref="JournalException">It cannot be read; what was read before holds.</exception>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var stopped = (_stopped ?? []).ToHashSet(StringComparer.Ordinal);
            var demoted = _demoted.ToHashSet();
            var query = new JournalQuery { Kinds = [JournalEntryKind.Switch, JournalEntryKind.Demotion], AfterSequence = _read };
            await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
            {
                _read = entry.Sequence;
                if (entry is { Kind: JournalEntryKind.Demotion, RuleId: { } id, RuleVersion: { } version })
                    demoted.Add(new RuleVersion(id, version));
                else if (entry.Label == Stop)
                    stopped.Add(entry.RuleId ?? All);
                else if (entry.Label == Resume)
                    stopped.Remove(entry.RuleId ?? All);
            }

            (_stopped, _demoted) = (stopped.ToFrozenSet(StringComparer.Ordinal), demoted.ToFrozenSet());
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private void Add(string name)
    {
        lock (_reading)
        {
            if (_stopped is { } stopped)
                _stopped = stopped.Append(name).ToFrozenSet(StringComparer.Ordinal);
        }
    }

    private async ValueTask AppendAsync(string label, string by, string reason, string? ruleId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentNullException.ThrowIfNull(reason);
        await journal.AppendAsync([Entry(JournalEntryKind.Switch, label, by, reason) with { RuleId = ruleId }], cancellationToken).ConfigureAwait(false);
        await RefreshAsync(cancellationToken).ConfigureAwait(false);
    }

    private JournalEntry Entry(JournalEntryKind kind, string label, string by, string reason) => new()
    {
        At = timeProvider.GetUtcNow(),
        Kind = kind,
        Label = label,
        Content = JournalJson.Write(new ControlContent(redaction.Text(by), redaction.Text(reason))),
    };
}
