namespace AutoResolve;

/// <summary>Why the problem exists at all that a rule is about.</summary>
/// <param name="Kind">What kind of cause it is.</param>
/// <param name="Summary">The cause in a sentence; null where the rule does not say.</param>
/// <param name="Tracking">Where work on it is tracked; null where the rule does not say.</param>
/// <param name="Practice">What teams that build software should do so that it does not come up again; null where the rule does not
/// say.</param>
public sealed record RuleCause(CauseKind Kind, string? Summary, string? Tracking, string? Practice);
