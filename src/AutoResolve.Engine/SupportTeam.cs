namespace AutoResolve;

/// <summary>A team that takes issues over: an entry of <c>teams</c> in the desk of the rule format.</summary>
/// <param name="Name">What rules and figures call it.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Channel">Where it is reached, such as a queue, a label or a chat; null where the rules do not say.</param>
/// <param name="Owner">Who answers for it; null where the rules do not say.</param>
public sealed record SupportTeam(string Name, string Label, string? Channel, string? Owner)
{
    /// <summary>Says all of it in a line.</summary>
    /// <returns>Such as <c>Identity, reached at #identity, owned by Sign-in</c>.</returns>
    public override string ToString() =>
        Label + (Channel is null ? "" : $", reached at {Channel}") + (Owner is null ? "" : $", owned by {Owner}");
}
