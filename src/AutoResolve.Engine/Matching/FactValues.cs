namespace AutoResolve.Matching;

/// <summary>Facts known so far, by name. A fact that is absent or null is unknown.</summary>
internal sealed class FactValues(IReadOnlyDictionary<string, string?> values, FactValues? before = null)
{
    public static readonly FactValues None = new(new Dictionary<string, string?>());

    public string? this[string name] => before?[name] ?? values.GetValueOrDefault(name);

    /// <summary>These and others; what is known stays.</summary>
    public FactValues And(IReadOnlyDictionary<string, string?> others) => new(others, this);
}
