namespace AutoResolve.Actions.BuiltIn;

/// <summary>How the handler <c>webhook</c> calls other systems. All of these are read once at start.</summary>
public sealed class WebhookOptions
{
    /// <summary>The least bytes of <see cref="Secret"/>.</summary>
    public const int MinSecretBytes = 32;

    /// <summary>The hosts that may be called: <c>hooks.example.org </c> or, for another port than 443, <c>hooks.example.org:8443 </c>.
    /// Exactly these, by https.
    /// A host on this machine may be listed with http: <c>http://localhost:5000</c>.</summary>
    /// <value>Default: none. At least one must be listed.</value>
    public ICollection<string> AllowedHosts { get; } = [];

    /// <summary>
    /// The secret shared with the receivers, of which they know that a call is genuine. Its UTF-8 bytes are the key of the signature.
    /// Keep it out of source control.
    /// </summary>
    /// <value>Default: none. At least <see cref="MinSecretBytes"/> bytes are needed.</value>
    public string Secret { get; set; } = "";

    /// <summary>
    /// Whether all receivers heed the header <c>Idempotency-Key </c>, so that the same call twice is the same as once. Only then is a
    /// call tried again.
    /// </summary>
    /// <value>Default: false.</value>
    public bool IsIdempotent { get; set; }

    /// <summary>What a call does at its worst, over all receivers. An irreversible one waits for a person's approval.</summary>
    /// <value>Default: <see cref="ActionSafety.Reversible"/>.</value>
    public ActionSafety Safety { get; set; } = ActionSafety.Reversible;
}
