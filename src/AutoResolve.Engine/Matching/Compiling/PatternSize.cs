namespace AutoResolve.Matching.Compiling;

/// <summary>Adds up the parts of a pattern. Repetitions inside repetitions multiply, so a short pattern can be enormous.</summary>
internal sealed class PatternSize
{
    private const long Enough = 1_000_000_000;

    private readonly Stack<long> _outer = [];
    private long _sum;
    private long _last;

    public long Total => _outer.Sum() + _sum + _last;

    public void AddPart() => AddPart(1);

    public void Alternate() => (_sum, _last) = (_sum + _last + 1, 0);

    public void Open()
    {
        _outer.Push(_sum + _last);
        (_sum, _last) = (0, 0);
    }

    public void Close()
    {
        var inside = _sum + _last;
        (_sum, _last) = (_outer.Count > 0 ? _outer.Pop() : 0, 0);
        AddPart(inside);
    }

    public void Repeat(long times) => _last = Math.Min(Enough, _last * Math.Max(1, times));

    private void AddPart(long size) => (_sum, _last) = (Math.Min(Enough, _sum + _last), size);
}
