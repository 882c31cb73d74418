namespace AutoResolve.Matching.Indexing;

/// <summary>The fields that rules compare.</summary>
internal sealed class FieldTable
{
    private readonly Dictionary<string, IndexedField> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IndexedField> _builtIn = [];

    public int Count => _byName.Count;

    /// <summary>Those of the issue itself.</summary>
    public IReadOnlyList<IndexedField> BuiltIn => _builtIn;

    /// <summary>Whether there are others.</summary>
    public bool HasOthers => _byName.Count > _builtIn.Count;

    public IndexedField? Find(string name) => _byName.GetValueOrDefault(name);

    public IndexedField Add(string name)
    {
        if (_byName.TryGetValue(name, out var field))
            return field;
        field = new IndexedField(name, _byName.Count);
        _byName.Add(name, field);
        if (field.IsBuiltIn)
            _builtIn.Add(field);
        return field;
    }

    /// <summary>A number for a value of a field. Values that compare equal have the same.</summary>
    public static int HashOf(ReadOnlySpan<char> value) => string.GetHashCode(value.Trim(), StringComparison.OrdinalIgnoreCase);
}
