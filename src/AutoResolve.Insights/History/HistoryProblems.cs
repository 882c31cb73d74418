namespace AutoResolve.Insights.History;

/// <summary>What of a history could not be used: records, and values by what they should have said.</summary>
internal sealed class HistoryProblems
{
    private readonly List<UnreadValue> _values = [];

    /// <summary>Records and values together.</summary>
    public int Count { get; private set; }

    /// <summary>Records that could not be used at all.</summary>
    public int Unread { get; private set; }

    /// <summary>The first of these, and why; null where there is none.</summary>
    public string? FirstUnread { get; private set; }

    public IReadOnlyList<UnreadValue> Values => _values;

    public void AddUnread(int number, string problem)
    {
        Count++;
        Unread++;
        FirstUnread ??= $"record {number}: {problem}";
    }

    /// <param name="what">What the value should have said.</param>
    /// <param name="text">The value.</param>
    /// <param name="cure">What to write instead.</param>
    public void AddValue(string what, string text, string cure)
    {
        Count++;
        if (_values.Find(value => value.What == what) is not { } unread)
            _values.Add(unread = new UnreadValue(what, text, cure));
        unread.Count++;
    }
}
