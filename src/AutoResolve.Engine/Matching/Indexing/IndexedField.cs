namespace AutoResolve.Matching.Indexing;

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
