namespace AutoResolve.Decisions;

/// <summary>Codes of what is wrong with what rules do. Each has a page under rules/docs.</summary>
internal static class DecisionCodes
{
    /// <summary>A template cannot be read.</summary>
    public const string BadTemplate = "AR3030";

    /// <summary>A template uses a placeholder that does not exist.</summary>
    public const string UnknownPlaceholder = "AR3031";

    /// <summary>A template uses a filter that does not exist.</summary>
    public const string UnknownFilter = "AR3032";

    /// <summary>A template uses a tag that answers may not use.</summary>
    public const string ForbiddenTag = "AR3033";

    /// <summary>An action names a handler that does not exist.</summary>
    public const string UnknownHandler = "AR3034";

    /// <summary>A template is too long.</summary>
    public const string LongTemplate = "AR3035";

    /// <summary>An action has a parameter that its handler does not know.</summary>
    public const string UnknownParameter = "AR3036";

    /// <summary>A parameter of an action is not of the kind that its handler takes.</summary>
    public const string BadParameter = "AR3037";

    /// <summary>An action lacks a parameter that its handler needs.</summary>
    public const string MissingParameter = "AR3038";

    /// <summary>An action names a handler that the host does not have.</summary>
    public const string MissingHandler = "AR3039";

    /// <summary>Whom an action calls comes from an issue.</summary>
    public const string HostOfIssue = "AR3042";
}
