namespace HelpDesk.Inbox;

/// <summary>Whom the inbox believes.</summary>
internal sealed class InboxOptions
{
    /// <summary>The secrets that senders sign with, in Base64, at least 32 bytes each. More than one while they are rotated.</summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>How far the time of a message may be from now, either way.</summary>
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest body that is read.</summary>
    public int MaxBodyBytes { get; set; } = 256 * 1024;
}
