namespace AutoResolve.RabbitMQ.Working;

/// <summary>Why a worker gives a message to a person, in a word.</summary>
internal static class DeadReasons
{
    public const string NotJson = "not-json";
    public const string NotCloudEvent = "not-cloudevent";
    public const string UnknownType = "unknown-type";
    public const string BadData = "bad-data";
    public const string TooLong = "too-long";
    public const string Refused = "refused";
    public const string TriesUsedUp = "tries-used-up";

    /// <summary>No worker did.</summary>
    public const string Unknown = "unknown";

    /// <summary>Those that a worker writes.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        NotJson,
        NotCloudEvent,
        UnknownType,
        BadData,
        TooLong,
        Refused,
        TriesUsedUp,
    };
}
