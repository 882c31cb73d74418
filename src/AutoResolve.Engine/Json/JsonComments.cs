namespace AutoResolve.Json;

/// <summary>The comments of a JSON text, by the place they belong to.</summary>
internal sealed class JsonComments
{
    private readonly Dictionary<int, List<JsonComment>> _before = [];
    private readonly Dictionary<int, List<JsonComment>> _after = [];
    private readonly List<int> _starts = [];

    /// <summary>The comments before the key, value or closing bracket that begins at an offset, or before the end of the text.</summary>
    public IReadOnlyList<JsonComment> Before(int offset) => _before.TryGetValue(offset, out var comments) ? comments : [];

    /// <summary>The comments behind the value that ends at an offset, on the same line.</summary>
    public IReadOnlyList<JsonComment> After(int offset) => _after.TryGetValue(offset, out var comments) ? comments : [];

    /// <summary>How many there are.</summary>
    public int Count => _starts.Count;

    /// <summary>Whether a comment begins between two offsets.</summary>
    public bool AnyBetween(int start, int end)
    {
        var next = _starts.BinarySearch(start);
        next = next >= 0 ? next : ~next;
        return next < _starts.Count && _starts[next] < end;
    }

    internal void Add(JsonComment comment) => _starts.Add(comment.Start);

    internal void AddBefore(int offset, IReadOnlyCollection<JsonComment> comments)
    {
        if (comments.Count > 0)
            _before[offset] = [.. comments];
    }

    internal void AddAfter(int offset, JsonComment comment)
    {
        if (!_after.TryGetValue(offset, out var comments))
            _after.Add(offset, comments = []);
        comments.Add(comment);
    }
}

/// <summary>A comment with its slashes and stars.</summary>
internal sealed record JsonComment(int Start, string Text);
