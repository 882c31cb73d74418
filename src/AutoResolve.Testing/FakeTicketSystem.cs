namespace AutoResolve.Testing;

/// <summary>A ticket system for tests: it records each call, and fails when told to. Safe for any number of threads.</summary>
/// <example>
/// <code>
/// var tickets = new FakeTicketSystem();
/// services.AddSingleton&lt;ITicketSystem&gt;(tickets);
/// services.AddAutoResolve().AddTicketSystem&lt;FakeTicketSystem&gt;().UseInMemoryJournal();
/// </code>
/// </example>
public sealed class FakeTicketSystem : ITicketSystem
{
    private readonly CallLog<TicketCall> _log = new(call => call.Key, call => call.Failure);

    /// <summary>All calls so far, in order, those that failed included.</summary>
    public IReadOnlyList<TicketCall> Calls => _log.Calls;

    /// <summary>What became of a ticket system that heeds keys: of each key the first call that did not fail, in order.</summary>
    public IReadOnlyList<TicketCall> Done => _log.Done;

    /// <summary>Has the next calls fail. Called again, it adds to what was said before.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="exception">What they throw; null for an <see cref="InvalidOperationException"/>.</param>
    public void FailNext(int calls = 1, Exception? exception = null) => _log.FailNext(calls, exception);

    /// <summary>Has calls fail from now on, beside those of <see cref="FailNext"/>. Said again, it replaces what was said before.</summary>
    /// <param name="condition">Which. It must not call this ticket system.</param>
    /// <param name="exception">What they throw; null for an <see cref="InvalidOperationException"/>.</param>
    public void FailWhen(Func<TicketCall, bool> condition, Exception? exception = null) => _log.FailWhen(condition, exception);

    /// <summary>Has no call fail from now on.</summary>
    public void StopFailing() => _log.StopFailing();

    /// <inheritdoc />
    public ValueTask RouteAsync(
        CaseReference reference,
        string team,
        int? tier,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(team);
        ArgumentNullException.ThrowIfNull(handover);
        return Add(
            TicketCallKind.Route,
            reference,
            idempotencyKey,
            call => call with { Team = team, Tier = tier, Handover = handover },
            cancellationToken
        );
    }

    /// <inheritdoc />
    public ValueTask EscalateAsync(CaseReference reference, Handover handover, string idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handover);
        return Add(
            TicketCallKind.Escalate,
            reference,
            idempotencyKey,
            call => call with { Team = handover.Team, Handover = handover },
            cancellationToken
        );
    }

    /// <inheritdoc />
    public ValueTask UpdateAsync(CaseReference reference, CaseUpdate update, string idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Add(
            TicketCallKind.Update,
            reference,
            idempotencyKey,
            call => call with { Team = update.Handover.Team, Handover = update.Handover, Update = update },
            cancellationToken
        );
    }

    /// <inheritdoc />
    public ValueTask TagAsync(
        CaseReference reference,
        IReadOnlyList<string> tags,
        string idempotencyKey,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(tags);
        return Add(TicketCallKind.Tag, reference, idempotencyKey, call => call with { Tags = [.. tags] }, cancellationToken);
    }

    private ValueTask Add(
        TicketCallKind kind,
        CaseReference reference,
        string key,
        Func<TicketCall, TicketCall> with,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _log.Add(
            number =>
                with(
                    new TicketCall
                    {
                        Number = number,
                        Kind = kind,
                        Case = reference,
                        Key = key,
                    }
                ),
            (call, failure) => call with { Failure = failure },
            cancellationToken
        );
    }
}
