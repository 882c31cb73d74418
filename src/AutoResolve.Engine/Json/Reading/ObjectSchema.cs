using System.Collections.Frozen;

namespace AutoResolve.Json.Reading;

/// <summary>What keys an object of the format has.</summary>
/// <param name="Name">What a rule author calls the object: "a rule".</param>
/// <param name="Keys">All its keys, in the order of the reference.</param>
internal sealed record ObjectSchema(string Name, IReadOnlyList<string> Keys)
{
    private readonly FrozenSet<string> _keys = Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Keys that are often put here but belong elsewhere, and what to do about each.</summary>
    public IReadOnlyDictionary<string, string> Misplaced { get; init; } = FrozenDictionary<string, string>.Empty;

    public bool Has(string key) => _keys.Contains(key);
}
