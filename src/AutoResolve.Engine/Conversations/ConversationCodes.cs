namespace AutoResolve.Conversations;

/// <summary>Codes of problems with profiles. Each has a page under rules/docs.</summary>
internal static class ConversationCodes
{
    /// <summary>A signal reads more than text.</summary>
    public const string NotText = "AR3028";

    /// <summary>A question names an extractor that does not exist.</summary>
    public const string UnknownExtractor = "AR3029";
}
