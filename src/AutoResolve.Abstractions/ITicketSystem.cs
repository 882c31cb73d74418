namespace AutoResolve;

/// <summary>The host's ticket system. The handlers <c>route</c>, <c>escalate</c> and <c>tag</c> use it. Each call must be idempotent: the same twice is the same as once.</summary>
public interface ITicketSystem
{
    /// <summary>Hands an issue to the team that owns it.</summary>
    /// <param name="issueId">The issue.</param>
    /// <param name="team">The team.</param>
    /// <param name="tier">The tier, 0 to 3; null where no rule names one.</param>
    /// <param name="reason">Why, for staff.</param>
    /// <param name="cancellationToken">Signalled at the time limit, or when the host stops.</param>
    ValueTask RouteAsync(string issueId, string team, int? tier, string reason, CancellationToken cancellationToken);

    /// <summary>Hands an issue to a person.</summary>
    /// <param name="issueId">The issue.</param>
    /// <param name="handover">What is known.</param>
    /// <param name="cancellationToken">Signalled at the time limit, or when the host stops.</param>
    ValueTask EscalateAsync(string issueId, Handover handover, CancellationToken cancellationToken);

    /// <summary>Files an issue under words.</summary>
    /// <param name="issueId">The issue.</param>
    /// <param name="tags">The words.</param>
    /// <param name="cancellationToken">Signalled at the time limit, or when the host stops.</param>
    ValueTask TagAsync(string issueId, IReadOnlyList<string> tags, CancellationToken cancellationToken);
}
