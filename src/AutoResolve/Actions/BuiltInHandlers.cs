namespace AutoResolve.Actions;

/// <summary>The names of the handlers that every host has, as rules, options and journals say them.</summary>
public static class BuiltInHandlers
{
    /// <summary>Sends the answer.</summary>
    public const string Reply = "reply";

    /// <summary>Sends the questions.</summary>
    public const string Ask = "ask";

    /// <summary>Opens a ticket for a team.</summary>
    public const string Route = "route";

    /// <summary>Tells a person.</summary>
    public const string Escalate = "escalate";

    /// <summary>Tells the ticket that is open what a later turn has brought.</summary>
    public const string Update = "update";

    /// <summary>Tags the ticket.</summary>
    public const string Tag = "tag";

    /// <summary>Calls an address of the host's choice.</summary>
    public const string Webhook = "webhook";
}
