namespace AutoResolve.Intake.Messages;

/// <summary>A message cannot be read; its text says where, why and what to do, and quotes nothing that a person wrote.</summary>
/// <param name="kind">What is wrong with it.</param>
/// <param name="message">The text.</param>
public sealed class BadMessageException(BadMessageKind kind, string message) : Exception(message)
{
    /// <summary>What is wrong with it.</summary>
    public BadMessageKind Kind => kind;
}

/// <summary>What is wrong with a message.</summary>
public enum BadMessageKind
{
    /// <summary>It is no JSON object in UTF-8.</summary>
    NotJson = 0,

    /// <summary>It is JSON, and no CloudEvent of version 1.0.</summary>
    NotCloudEvent,

    /// <summary>Its type is another one, or has a version that this program does not know.</summary>
    UnknownType,

    /// <summary>Its data is not what its type says.</summary>
    BadData,
}
