using System.Globalization;
using AutoResolve.Cases;
using CsCheck;

namespace AutoResolve.Tests.Cases;

public sealed class BusinessCalendarTests
{
    private static readonly string[] Zones =
    [
        "UTC",
        "America/New_York",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Africa/Casablanca",
        "Pacific/Apia",
        "America/Sao_Paulo",
    ];

    private static readonly Gen<string> Hours = Gen.OneOf(
        Gen.Const(""),
        Gen.Const("00:00-24:00"),
        Gen.Select(Gen.Int[0, 1438], Gen.Int[1, 600]).Select((from, length) => $"{Time(from)}-{Time(Math.Min(from + length, 1440))}")
    );

    private static readonly Gen<(BusinessHours Hours, DateTimeOffset From, int Minutes)> Cases =
        from zone in Gen.Int[0, Zones.Length - 1].Select(place => Zones[place])
        from days in Hours.Array[7]
        where days.Any(day => day.Length > 0)
        from start in Gen.Int[0, 365 * 17 * 24 * 60]
        from offset in Gen.Int[-12, 12]
        from holidays in Gen.Int[0, 20].HashSet[0, 4]
        from weeks in Gen.Double[0.001, 2.5]
        let at = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(start).ToOffset(TimeSpan.FromHours(offset))
        let hours = Week(zone, days, holidays.Select(day => DateOnly.FromDateTime(at.UtcDateTime).AddDays(day)))
        select (hours, at, Math.Max(1, (int)(weeks * MinutesOf(days))));

    [Fact]
    public void Add_OfWholeMinutes_IsWhatCountingMinuteByMinuteGives() =>
        Cases.Sample(
            (hours, from, minutes) =>
            {
                var due = Of(hours).Add(from, TimeSpan.FromMinutes(minutes));
                var counted = Count(hours, from, minutes);
                Assert.True(
                    counted == due && due.Offset == TimeSpan.Zero,
                    $"{minutes} minutes from {from:O} are {due:O}, and {counted:O} by counting."
                );
            },
            iter: 2_000
        );

    [Theory]
    [InlineData("2026-11-27T16:00:00Z", 16, "2026-12-01T16:00:00Z")]
    [InlineData("2026-11-28T12:00:00Z", 16, "2026-12-01T17:00:00Z")]
    [InlineData("2026-11-30T09:00:00Z", 8, "2026-11-30T17:00:00Z")]
    [InlineData("2026-11-30T16:59:59.5Z", 1, "2026-12-01T09:59:59.5Z")]
    [InlineData("2026-12-24T16:00:00Z", 2, "2026-12-28T10:00:00Z")]
    public void Add_InOfficeHours_IsTold(string from, int hours, string due)
    {
        var office = new BusinessHours { Holidays = { new DateOnly(2026, 12, 25) } };

        Assert.Equal(Read(due), Of(office).Add(Read(from), TimeSpan.FromHours(hours)));
    }

    // Of the hours from midnight to three one is missing in March, and one is there twice in November.
    [Theory]
    [InlineData("2026-03-08T05:00:00Z", 120, "2026-03-08T07:00:00Z")]
    [InlineData("2026-03-08T05:00:00Z", 121, "2026-03-09T04:01:00Z")]
    [InlineData("2026-11-01T04:00:00Z", 240, "2026-11-01T08:00:00Z")]
    [InlineData("2026-11-01T04:00:00Z", 241, "2026-11-02T05:01:00Z")]
    public void Add_OverAChangeOfClocks_CountsTheTimeThatPasses(string from, int minutes, string due)
    {
        var night = Week("America/New_York", [.. Enumerable.Repeat("00:00-03:00", 7)], []);

        Assert.Equal(Read(due), Of(night).Add(Read(from), TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void Name_IsOfWhatTheCalendarSays()
    {
        var name = Of(new BusinessHours()).Name;

        Assert.Equal(name, Of(new BusinessHours { Monday = " 09:00 - 17:00 " }).Name);
        Assert.StartsWith("UTC ", name, StringComparison.Ordinal);
        Assert.NotEqual(name, Of(new BusinessHours { Holidays = { new DateOnly(2026, 12, 25) } }).Name);
        Assert.NotEqual(name, Of(new BusinessHours { Sunday = "10:00-11:00" }).Name);
        Assert.NotEqual(name, Of(new BusinessHours { TimeZone = "Europe/Berlin" }).Name);
    }

    // Business time is each minute whose beginning is between opening and closing, by the clocks of the zone, on no holiday.
    private static DateTimeOffset Count(BusinessHours hours, DateTimeOffset from, int minutes)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(hours.TimeZone);
        string[] week = [hours.Sunday, hours.Monday, hours.Tuesday, hours.Wednesday, hours.Thursday, hours.Friday, hours.Saturday];
        var open = week.Select(day => day.Length == 0 ? (0, 0) : (Minutes(day[..5]), Minutes(day[6..]))).ToArray();
        var holidays = hours.Holidays.ToHashSet();
        var at = from;
        while (true)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone);
            var (opens, closes) = open[(int)local.DayOfWeek];
            var minute = (local.Hour * 60) + local.Minute;
            if (minute >= opens && minute < closes && !holidays.Contains(DateOnly.FromDateTime(local.DateTime)) && --minutes == 0)
                return at.AddMinutes(1);
            at = at.AddMinutes(1);
        }
    }

    private static BusinessHours Week(string zone, string[] days, IEnumerable<DateOnly> holidays)
    {
        var hours = new BusinessHours
        {
            TimeZone = zone,
            Monday = days[0],
            Tuesday = days[1],
            Wednesday = days[2],
            Thursday = days[3],
            Friday = days[4],
            Saturday = days[5],
            Sunday = days[6],
        };
        foreach (var day in holidays)
            hours.Holidays.Add(day);
        return hours;
    }

    private static BusinessCalendar Of(BusinessHours hours) => BusinessCalendar.TryCreate(hours, [])!;

    private static int MinutesOf(string[] days) => days.Sum(day => day.Length == 0 ? 0 : Minutes(day[6..]) - Minutes(day[..5]));

    private static int Minutes(string time) =>
        (int.Parse(time[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(time[3..], CultureInfo.InvariantCulture);

    private static string Time(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
