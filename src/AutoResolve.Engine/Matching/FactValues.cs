namespace AutoResolve.Matching;

/// <summary>Facts known so far, by name. A fact that is absent or null is unknown.</summary>
internal sealed class FactValues(IReadOnlyDictionary<string, string?> values)
{
    public static readonly FactValues None = new(new Dictionary<string, string?>());

    public string? this[string name] => values.GetValueOrDefault(name);
}
