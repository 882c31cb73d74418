namespace AutoResolve.Insights.Costs;

/// <summary>What rules cost time for, the dearest part of each.</summary>
public enum CostKind
{
    /// <summary>Reading the texts, whatever the rules: with a single rule that never matches.</summary>
    Reading,

    /// <summary>What rule sets add to that without their rules: their languages, lists and named conditions, as they stand.</summary>
    Sets,

    /// <summary>Reading words with typing errors as words that rules know, and what is looked at only because of these: what all rules
    /// cost beyond the same rules with <c>"typos": false</c>.</summary>
    Typos,

    /// <summary>A classifier that rules ask, whatever they ask: with a rule beside it that asks and never matches.</summary>
    Classifier,

    /// <summary>Words and phrases.</summary>
    Words,

    /// <summary>Fields and facts that are compared.</summary>
    Fields,

    /// <summary>A list of 100 phrases or more.</summary>
    LongList,

    /// <summary><c>points</c>.</summary>
    Points,

    /// <summary><c>near</c>.</summary>
    Near,

    /// <summary><c>contains</c>.</summary>
    Contains,

    /// <summary><c>regex</c>.</summary>
    Regex,

    /// <summary><c>expression</c>.</summary>
    Expression,

    /// <summary>The index does not know it: it is evaluated with every issue.</summary>
    NotIndexed,
}
