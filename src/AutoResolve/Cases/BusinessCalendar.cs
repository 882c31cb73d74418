using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AutoResolve.Cases;

/// <summary>Reckons with business time.</summary>
internal sealed class BusinessCalendar
{
    private readonly TimeZoneInfo _zone;
    private readonly OpeningHours[] _week;
    private readonly HashSet<DateOnly> _holidays;

    private BusinessCalendar(TimeZoneInfo zone, OpeningHours[] week, HashSet<DateOnly> holidays)
    {
        (_zone, _week, _holidays) = (zone, week, holidays);
        Name = NameOf(zone, week, holidays);
    }

    /// <summary>Names it by its time zone and a hash of all that it says.</summary>
    public string Name { get; }

    /// <param name="hours">What it goes by.</param>
    /// <param name="problems">Takes what is wrong with it, in sentences that begin with the setting.</param>
    /// <returns>Null where something is wrong.</returns>
    public static BusinessCalendar? TryCreate(BusinessHours hours, ICollection<string> problems)
    {
        var before = problems.Count;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(hours.TimeZone ?? "", out var zone))
            problems.Add(
                $"{nameof(hours.TimeZone)} is '{hours.TimeZone}', which this machine does not know; "
                    + "it must be the id of a time zone, such as Europe/Berlin."
            );
        var week = Days(hours).Select(day => Read(day.Name, day.Hours)).ToArray();
        if (problems.Count == before && !Array.Exists(week, day => day.IsOpen))
            problems.Add($"{nameof(hours.Monday)} and all other days are empty; at least one must have hours, such as 09:00-17:00.");
        return problems.Count == before ? new BusinessCalendar(zone!, week, [.. hours.Holidays]) : null;

        OpeningHours Read(string day, string? text)
        {
            var read = OpeningHours.TryRead(text);
            if (read is null)
                problems.Add($"{day} is '{text}'; it must be from when to when, such as 09:00-17:00, or empty where it is closed.");
            return read ?? OpeningHours.Closed;
        }
    }

    /// <summary>When so much business time will have passed.</summary>
    /// <param name="from">From when on it is counted.</param>
    /// <param name="time">How much, more than none.</param>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan time)
    {
        var (at, left) = (from.ToUniversalTime(), time);
        while (true)
        {
            var (isOpen, until) = StateAt(at);
            if (isOpen && until - at >= left)
                return at + left;
            if (isOpen)
                left -= until - at;
            at = until;
        }
    }

    /// <returns>Whether it is open, and until when that is sure.</returns>
    private (bool IsOpen, DateTimeOffset Until) StateAt(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, _zone);
        var hours = _holidays.Contains(DateOnly.FromDateTime(local.DateTime)) ? OpeningHours.Closed : _week[(int)local.DayOfWeek];
        var time = local.TimeOfDay;
        var isOver = !hours.IsOpen || time >= hours.To;
        var (isOpen, next) = (isOver, time < hours.From) switch
        {
            (true, _) => (false, TimeSpan.FromDays(1)),
            (false, true) => (false, hours.From),
            _ => (true, hours.To),
        };
        return (isOpen, WithinOneOffset(at, at + (next - time)));
    }

    /// <summary>The end of a time, or when the clocks are changed in it.</summary>
    private DateTimeOffset WithinOneOffset(DateTimeOffset from, DateTimeOffset to)
    {
        var offset = _zone.GetUtcOffset(from);
        if (_zone.GetUtcOffset(to) == offset)
            return to;
        var (same, other) = (from.Ticks, to.Ticks);
        while (other - same > 1)
        {
            var middle = same + ((other - same) / 2);
            if (_zone.GetUtcOffset(new DateTimeOffset(middle, TimeSpan.Zero)) == offset)
                same = middle;
            else
                other = middle;
        }

        return new DateTimeOffset(other, TimeSpan.Zero);
    }

    private static string NameOf(TimeZoneInfo zone, OpeningHours[] week, HashSet<DateOnly> holidays)
    {
        var text = string.Join(
            '\n',
            week.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.From:c}-{day.To:c}"))
                .Concat(holidays.Order().Select(day => day.ToString("O", CultureInfo.InvariantCulture)))
                .Prepend(zone.Id)
        );
        return $"{zone.Id} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4))}";
    }

    // In the order of DayOfWeek.
    private static (string Name, string? Hours)[] Days(BusinessHours hours) =>
        [
            (nameof(hours.Sunday), hours.Sunday),
            (nameof(hours.Monday), hours.Monday),
            (nameof(hours.Tuesday), hours.Tuesday),
            (nameof(hours.Wednesday), hours.Wednesday),
            (nameof(hours.Thursday), hours.Thursday),
            (nameof(hours.Friday), hours.Friday),
            (nameof(hours.Saturday), hours.Saturday),
        ];
}
