namespace AutoResolve.Conversations;

/// <summary>Codes of problems with profiles. Each has a page under rules/docs.</summary>
internal static class ConversationCodes
{
    /// <summary>A signal reads more than text.</summary>
    public const string NotText = "AR3028";

    /// <summary>A question names an extractor that does not exist.</summary>
    public const string UnknownExtractor = "AR3029";

    /// <summary>The form of an identifier has no end, or needs no digit.</summary>
    public const string OpenIdentifier = "AR3040";

    /// <summary>The form of a record lets numbers stay that are personal.</summary>
    public const string PersonalRecord = "AR3041";
}
