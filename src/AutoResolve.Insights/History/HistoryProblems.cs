namespace AutoResolve.Insights.History;

/// <summary>Records that could not be used: how many, and the first few.</summary>
internal sealed class HistoryProblems
{
    private const int Most = 5;
    private readonly List<string> _first = [];

    public int Count { get; private set; }

    /// <summary>Records of which nothing could be used.</summary>
    public int Unread { get; private set; }

    public IReadOnlyList<string> First => _first;

    /// <summary>The first record whose date has the day before the month; null where none has.</summary>
    public int? DayFirst { get; set; }

    public void AddUnread(int number, string problem)
    {
        Unread++;
        Add(number, problem);
    }

    public void Add(int number, string problem)
    {
        Count++;
        if (_first.Count < Most)
            _first.Add($"record {number}: {problem}");
    }
}
