namespace AutoResolve.Intake.Dates;

/// <summary>
/// Whether days or months are first in the dates of a file that can be read both ways, such as 3/4/2026: as somebody said, or as its other
/// dates show it. A thirteenth month shows it.
/// </summary>
public sealed class DateOrder
{
    private readonly bool? _given;
    private Action<DateOrder>? _look;

    /// <param name="given">Whether the day is first; null where nobody said.</param>
    /// <param name="look">Looks at all dates of the file; null where it can be read only once.</param>
    internal DateOrder(bool? given, Action<DateOrder>? look = null) => (_given, _look) = (given, look);

    /// <summary>The first record whose date has the day first for certain; null where none has.</summary>
    public int? DayFirst { get; private set; }

    /// <summary>The first record whose date has the month first for certain; null where none has.</summary>
    public int? MonthFirst { get; private set; }

    /// <summary>Whether the day is first; null where nobody said, and the dates do not show it or contradict each other.</summary>
    public bool? IsDayFirst =>
        (_given, DayFirst, MonthFirst) switch
        {
            ({ } given, _, _) => given,
            (null, not null, null) => true,
            (null, null, not null) => false,
            _ => null,
        };

    /// <summary>Whether some dates have the day first and others the month.</summary>
    public bool IsMixed => DayFirst is not null && MonthFirst is not null;

    /// <summary>The first record whose date is not in the order that was said; null where none is.</summary>
    public int? OtherOrder =>
        _given switch
        {
            true => MonthFirst,
            false => DayFirst,
            null => null,
        };

    internal void See(int number, string text)
    {
        if (DateReader.Numbers(text) is not var (first, second) || first > 31 || second > 31)
            return;
        if (first > 12 && second <= 12)
            DayFirst ??= number;
        else if (second > 12 && first <= 12)
            MonthFirst ??= number;
    }

    /// <summary>The order for a date that can be read both ways; the file is looked through for it the first time.</summary>
    internal bool? ForAmbiguous()
    {
        if (IsDayFirst is null && _look is { } look)
        {
            _look = null;
            look(this);
        }

        return IsDayFirst;
    }
}
