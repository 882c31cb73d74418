using System.Globalization;

namespace AutoResolve.Intake.History;

/// <summary>
/// Whether months or days are first in a history's dates with slashes, and where days are with dashes, as far as the dates show it. A
/// thirteenth month shows it.
/// </summary>
public sealed class DateOrder
{
    private static readonly char[] Slash = ['/'];
    private static readonly char[] Both = ['/', '-'];

    private readonly bool _isDayFirst;
    private string? _open;

    internal DateOrder(bool isDayFirst) => _isDayFirst = isDayFirst;

    /// <summary>The first record whose date shows the order that is taken; null where none does.</summary>
    public int? Shown { get; private set; }

    /// <summary>The first record whose date is in the other order, so that what could be read was misread; null where none is.</summary>
    public int? OtherOrder { get; private set; }

    /// <summary>A date that can be read both ways, where nobody said and none shows which is right; else null.</summary>
    public string? Open => Shown is not null || _isDayFirst ? null : _open;

    internal void See(int number, string text)
    {
        if (!TrySplit(text, out var first, out var second))
            return;
        var (day, month) = _isDayFirst ? (first, second) : (second, first);
        if (month > 12 && day <= 12)
            OtherOrder ??= number;
        else if (day > 12)
            Shown ??= number;
        else if (day != month)
            _open ??= text.Split(' ')[0];
    }

    private bool TrySplit(string text, out int first, out int second)
    {
        (first, second) = (0, 0);
        return text.Split(_isDayFirst ? Both : Slash, 3) is [var one, var other, _]
            && int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out first)
            && int.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out second)
            && first is >= 1 and <= 31
            && second is >= 1 and <= 31;
    }
}
