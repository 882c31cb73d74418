namespace AutoResolve.Rules.Model;

/// <summary>One troubleshooting step of a rule.</summary>
internal sealed record Step(Located<string> Id, LocalizedText Say, Condition? TriedWhen);
