namespace AutoResolve.Insights.Comparing;

/// <summary>What a change of rules does to an issue.</summary>
public enum Change
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>A person got it; now a rule resolves it.</summary>
    Gained,

    /// <summary>A rule resolved it; now a person gets it.</summary>
    Lost,

    /// <summary>Rules resolve it before and after, but differently.</summary>
    Changed,
}
