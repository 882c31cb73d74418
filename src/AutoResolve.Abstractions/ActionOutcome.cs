using System.Text.Json.Serialization;

namespace AutoResolve;

/// <summary>What a handler says of an action. Messages are for staff and are journaled: no personal data in them.</summary>
public sealed record ActionOutcome
{
    [JsonConstructor]
    private ActionOutcome(ActionStatus status, string? message, bool isTransient) =>
        (Status, Message, IsTransient) = (status, message, isTransient);

    /// <summary>How it ended.</summary>
    public ActionStatus Status { get; }

    /// <summary>What a person should know about it; null where nothing.</summary>
    public string? Message { get; }

    /// <summary>Whether trying again may help. Only handlers that are idempotent are tried again.</summary>
    public bool IsTransient { get; }

    /// <summary>It did what it was for.</summary>
    /// <param name="message">What a person should know about it.</param>
    public static ActionOutcome Succeeded(string? message = null) => new(ActionStatus.Succeeded, message, false);

    /// <summary>It did not do what it was for, and changed nothing.</summary>
    /// <param name="message">Why.</param>
    /// <param name="isTransient">Whether trying again may help.</param>
    public static ActionOutcome Failed(string message, bool isTransient = false) => new(ActionStatus.Failed, message, isTransient);

    /// <summary>A person must look: it cannot tell whether it was done, or may not decide.</summary>
    /// <param name="message">Why.</param>
    public static ActionOutcome NeedsPerson(string message) => new(ActionStatus.NeedsPerson, message, false);
}
