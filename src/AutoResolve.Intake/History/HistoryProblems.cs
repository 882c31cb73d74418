namespace AutoResolve.Intake.History;

/// <summary>What of a history could not be used: records, and values by what they should have said.</summary>
public sealed class HistoryProblems
{
    private readonly List<UnreadValue> _values = [];

    /// <summary>None so far.</summary>
    public HistoryProblems() { }

    /// <summary>Records and values together.</summary>
    public int Count { get; private set; }

    /// <summary>Records that could not be used at all.</summary>
    public int Unread { get; private set; }

    /// <summary>The first of these, and why; null where there is none.</summary>
    public string? FirstUnread { get; private set; }

    /// <summary>Values that could not be read, by what they should have said.</summary>
    public IReadOnlyList<UnreadValue> Values => _values;

    internal void AddUnread(int number, string problem)
    {
        Count++;
        Unread++;
        FirstUnread ??= $"record {number}: {problem}";
    }

    /// <param name="what">What the value should have said.</param>
    /// <param name="text">The value.</param>
    /// <param name="cure">What to write instead.</param>
    internal void AddValue(string what, string text, string cure)
    {
        Count++;
        if (_values.Find(value => value.What == what) is not { } unread)
            _values.Add(unread = new UnreadValue(what, text, cure));
        unread.Count++;
    }
}
