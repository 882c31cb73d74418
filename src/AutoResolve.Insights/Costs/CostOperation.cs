namespace AutoResolve.Insights.Costs;

/// <summary>What is asked of a rulebook.</summary>
public enum CostOperation
{
    /// <summary><see cref="Rulebook.FindMatches"/>.</summary>
    Match,

    /// <summary><see cref="Rulebook.Evaluate"/> and <see cref="Evaluation.Decide"/>, without a host: no facts, no journal.</summary>
    Decide,

    /// <summary><see cref="Rulebook.Explain"/>, which decides as well.</summary>
    Explain,
}
