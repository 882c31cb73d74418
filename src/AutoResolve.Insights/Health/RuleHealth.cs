namespace AutoResolve.Insights.Health;

/// <summary>How a rule does on past issues.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Evaluated">Issues for which it has to be evaluated: what it costs.</param>
/// <param name="Matches">Issues that it matches.</param>
/// <param name="Wins">Issues that it decides.</param>
/// <param name="MaskedBy">The rule that wins most often where it matches and does not; null where there is none.</param>
/// <param name="Masked">How often that one wins.</param>
/// <param name="OneWord">The word on which most of its decisions rest alone; null where there is none.</param>
/// <param name="OnOneWord">How many do.</param>
public sealed record RuleHealth(
    RuleReference Rule,
    int Evaluated,
    int Matches,
    int Wins,
    string? MaskedBy,
    int Masked,
    string? OneWord,
    int OnOneWord
)
{
    /// <summary>No issue of the history matches it.</summary>
    public bool IsDead => Matches == 0;

    /// <summary>It matches, and something else always wins.</summary>
    public bool IsMasked => Matches > 0 && Wins == 0 && MaskedBy is not null;

    /// <summary>Four of five of its decisions rest on one word.</summary>
    public bool RestsOnOneWord => Wins >= 5 && OnOneWord * 5 >= Wins * 4;
}
