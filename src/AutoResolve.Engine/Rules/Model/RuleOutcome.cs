namespace AutoResolve.Rules.Model;

/// <summary>What a rule asks for; the decision may turn it into another <see cref="Outcome"/>.</summary>
internal enum RuleOutcome
{
    Answer,
    Fix,
    Ask,
    Route,
    Escalate,
    Ignore,
}
