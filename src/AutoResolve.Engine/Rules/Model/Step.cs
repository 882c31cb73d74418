namespace AutoResolve.Rules.Model;

/// <summary>One troubleshooting step of a rule.</summary>
internal sealed record Step(Located<string> Id, LocalizedText Say, Condition? TriedWhen)
{
    /// <summary>What an agent reads; null where it is the same.</summary>
    public LocalizedText? SayToAgent { get; init; }
}
