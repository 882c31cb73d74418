namespace AutoResolve.Rules.Model;

/// <summary>How often the actions of a rule may be carried out: once in a window.</summary>
internal sealed record OncePer(TimeSpan Window, OncePerBy By);
