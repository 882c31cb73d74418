using AutoResolve.Matching;

namespace AutoResolve.Index;

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

/// <summary>A field that rules compare, and what must be looked up of it.</summary>
/// <param name="name">Its name; compared ignoring case.</param>
/// <param name="number">Its place among the fields of the index, from 0.</param>
internal sealed class IndexedField(string name, int number)
{
    public string Name => name;

    /// <summary>Where anchors in it are: from 1.</summary>
    public int Source => number + 1;

    /// <summary>Where phrases in it are looked for, as code has it.</summary>
    public int Part => ConditionRunner.FirstField + number;

    /// <summary>Whether its words are read.</summary>
    public bool HasWords { get; set; }

    /// <summary>Whether rules are found by its value.</summary>
    public bool HasValues { get; set; }

    /// <summary>Whether it is one of the issue's own.</summary>
    public bool IsBuiltIn { get; } = IssueFields.BuiltIn(name) is not null;
}
