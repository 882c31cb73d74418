namespace AutoResolve.Crash.Hosting;

/// <summary>The names of what is called.</summary>
internal static class CallKinds
{
    public const string SetFlag = "set-flag";
    public const string ClearFlag = "clear-flag";
    public const string SendLetter = "send-letter";
    public const string Erase = "erase";
    public const string Refuse = "refuse";
    public const string Reply = "reply";
    public const string Ask = "ask";
    public const string Route = "route";
    public const string Escalate = "escalate";
    public const string Update = "update";

    /// <summary>What must never be called twice.</summary>
    public static readonly IReadOnlySet<string> NotRepeatable = new HashSet<string> { SendLetter, Erase };

    /// <summary>What tells a person or a team.</summary>
    public static readonly IReadOnlySet<string> TellPeople = new HashSet<string> { Route, Escalate, Update };
}
