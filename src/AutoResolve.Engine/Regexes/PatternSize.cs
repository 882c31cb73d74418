using System.Globalization;

namespace AutoResolve.Regexes;

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

/// <summary>A counted repetition: <c>{3}</c>, <c>{3,}</c>, <c>{3,5}</c>.</summary>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most; where <paramref name="IsOpen"/>, how often at least.</param>
/// <param name="IsOpen">Whether any larger number will do.</param>
/// <param name="Length">The characters of it.</param>
internal readonly record struct Repetition(long Least, long Most, bool IsOpen, int Length)
{
    /// <returns>Null where the brace is only a brace.</returns>
    public static Repetition? Read(string pattern, int index)
    {
        var end = pattern.IndexOf('}', index);
        if (end < 0)
            return null;
        var numbers = pattern[(index + 1)..end].Split(',');
        if (numbers.Length > 2 || !TryRead(numbers[0], out var least))
            return null;
        var most = least;
        if (numbers.Length == 2 && numbers[1].Length > 0 && !TryRead(numbers[1], out most))
            return null;
        return new(least, most, numbers is [_, ""], end + 1 - index);
    }

    private static bool TryRead(string digits, out long number) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
