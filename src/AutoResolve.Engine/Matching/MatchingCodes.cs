namespace AutoResolve.Matching;

/// <summary>Codes of what is wrong with the names and conditions of rules. Each has a page under rules/docs.</summary>
internal static class MatchingCodes
{
    /// <summary>A rule that is evaluated with every issue, since it cannot be found by words.</summary>
    public const string AlwaysEvaluated = "AR2014";

    /// <summary>A condition, or all that is looked for in every issue, may take more work than an issue may cost.</summary>
    public const string MuchWork = "AR2032";

    /// <summary>A phrase uses a list that does not exist.</summary>
    public const string UnknownList = "AR3001";

    /// <summary>A list uses itself, directly or through others.</summary>
    public const string ListCycle = "AR3002";

    /// <summary>A condition uses a named condition that does not exist.</summary>
    public const string UnknownCondition = "AR3003";

    /// <summary>A named condition uses itself, directly or through others.</summary>
    public const string ConditionCycle = "AR3004";

    /// <summary>A phrase has no letter or digit.</summary>
    public const string PhraseWithoutWord = "AR3005";

    /// <summary>A sign of a phrase (star, equals, at) stands where it cannot, or behind too little.</summary>
    public const string BadSign = "AR3006";

    /// <summary>A phrase has too many parts.</summary>
    public const string LongPhrase = "AR3007";

    /// <summary>A pattern is not a regular expression.</summary>
    public const string BadRegex = "AR3008";

    /// <summary>A pattern uses what cannot be searched in linear time.</summary>
    public const string NonlinearRegex = "AR3009";

    /// <summary>A pattern is too long, or its repetitions make it too large.</summary>
    public const string LargeRegex = "AR3010";

    /// <summary>A rule asks a question that does not exist.</summary>
    public const string UnknownQuestion = "AR3016";

    /// <summary>A condition compares a fact that is not declared.</summary>
    public const string UnknownFact = "AR3017";

    /// <summary>Lists or named conditions use one another too many levels deep.</summary>
    public const string DeepReferences = "AR3018";

    /// <summary>A list with the lists in it is too large.</summary>
    public const string LargeList = "AR3019";

    /// <summary>A condition with the named conditions in it is too large.</summary>
    public const string LargeCondition = "AR3020";

    /// <summary>A use of a named condition says how many points are needed, but the condition counts none.</summary>
    public const string NeededWithoutPoints = "AR3043";

    /// <summary>A condition asks a classifier that does not exist, or for a label that it does not have.</summary>
    public const string UnknownClassifier = "AR3044";
}
