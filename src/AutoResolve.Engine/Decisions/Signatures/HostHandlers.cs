namespace AutoResolve.Decisions.Signatures;

/// <summary>The handlers that the host has: by name alone, or with their parameters.</summary>
internal sealed class HostHandlers
{
    /// <summary>Handlers of which nothing is known.</summary>
    public static readonly HostHandlers Any = new([], []) { MayBeMore = true };

    private readonly Dictionary<string, ActionSignature?> _handlers = new(StringComparer.Ordinal);

    public HostHandlers(IEnumerable<string> names, IEnumerable<ActionSignature> signatures)
    {
        foreach (var name in names)
            _handlers[name] = null;
        foreach (var signature in signatures)
            _handlers[signature.Name] = signature;
    }

    /// <summary>Whether others than these may be there, too.</summary>
    public bool MayBeMore { get; private init; }

    public IReadOnlyCollection<string> Names => _handlers.Keys;

    public bool Has(string name) => MayBeMore || _handlers.ContainsKey(name);

    /// <returns>Null where nothing but the name is known, or not even that.</returns>
    public ActionSignature? Find(string name) => _handlers.GetValueOrDefault(name);
}
