namespace AutoResolve;

/// <summary>The host's ticket system. The handlers <c>route</c>, <c>escalate</c>, <c>update</c> and <c>tag</c> use it.</summary>
/// <remarks>Each call must be idempotent by its key: a system that is given a key a second time must not open or change a ticket again.
/// That happens only where a fault fell between a call and its record. Made for each call, in a scope of its own, unless the host registers
/// it as a singleton.</remarks>
public interface ITicketSystem
{
    /// <summary>Hands a case to the team that owns it.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="team">The team.</param>
    /// <param name="tier">The tier, 0 to 3; null where no rule names one.</param>
    /// <param name="handover">What is known; <see cref="Handover.Summary"/> says why the team gets it.</param>
    /// <param name="idempotencyKey">The same for each attempt at this, different for anything else. 32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Signalled at the time limit.</param>
    ValueTask RouteAsync(
        CaseReference reference,
        string team,
        int? tier,
        Handover handover,
        string idempotencyKey,
        CancellationToken cancellationToken
    );

    /// <summary>Hands a case to a person.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="handover">What is known.</param>
    /// <param name="idempotencyKey">The same for each attempt at this, different for anything else. 32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Signalled at the time limit.</param>
    ValueTask EscalateAsync(CaseReference reference, Handover handover, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>
    /// Adds to the open ticket of a case what a later turn brought. Called in place of routing or escalating anew to the same team.
    /// </summary>
    /// <param name="reference">The case.</param>
    /// <param name="update">What is new, and what is known now.</param>
    /// <param name="idempotencyKey">The same for each attempt at this, different for anything else. 32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Signalled at the time limit.</param>
    ValueTask UpdateAsync(CaseReference reference, CaseUpdate update, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Files a case under words.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="tags">The words.</param>
    /// <param name="idempotencyKey">The same for each attempt at this, different for anything else. 32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Signalled at the time limit.</param>
    ValueTask TagAsync(CaseReference reference, IReadOnlyList<string> tags, string idempotencyKey, CancellationToken cancellationToken);
}
