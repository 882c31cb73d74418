namespace AutoResolve.Expressions;

/// <summary>Codes of what is wrong with the expressions of rules. Each has a page under rules/docs.</summary>
internal static class ExpressionCodes
{
    /// <summary>An expression where the host allows none.</summary>
    public const string NotAllowed = "AR3011";

    /// <summary>An expression cannot be parsed.</summary>
    public const string Unreadable = "AR3012";

    /// <summary>An expression names something that the issue does not have.</summary>
    public const string UnknownMember = "AR3013";

    /// <summary>An expression uses something outside the allowed members.</summary>
    public const string Forbidden = "AR3014";

    /// <summary>An expression is too long or too deeply nested.</summary>
    public const string TooLarge = "AR3015";

    /// <summary>An expression where they are allowed, and nothing can parse it.</summary>
    public const string NoParser = "AR3021";
}
