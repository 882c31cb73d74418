namespace AutoResolve.Actions.BuiltIn;

/// <summary>What <c>webhook</c> takes.</summary>
/// <param name="Url">Where to post to, on an allowed host.</param>
/// <param name="Body">The rule's own data.</param>
/// <param name="Event">What happened, in the receiver's words.</param>
internal sealed record WebhookParameters(string Url, IReadOnlyDictionary<string, object?>? Body = null, string? Event = null);
