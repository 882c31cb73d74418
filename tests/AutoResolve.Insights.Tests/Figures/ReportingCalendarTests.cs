using System.Globalization;
using AutoResolve.Insights.Figures;
using CsCheck;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class ReportingCalendarTests
{
    [Theory]
    [InlineData("2026-10", "America/New_York", "2026-10-01T04:00:00Z", "2026-11-01T04:00:00Z")]
    [InlineData("2026-11", "America/New_York", "2026-11-01T04:00:00Z", "2026-12-01T05:00:00Z")]
    [InlineData("2026-03", "America/New_York", "2026-03-01T05:00:00Z", "2026-04-01T04:00:00Z")]
    [InlineData("2026-12", "UTC", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("2017-10", "America/Sao_Paulo", "2017-10-01T03:00:00Z", "2017-11-01T02:00:00Z")]
    public void Month_InItsZone_IsTheInstantsBetween(string month, string zone, string from, string to)
    {
        var period = ReportingCalendar.OfMonth(month, TimeZoneInfo.FindSystemTimeZoneById(zone))!.Period;

        Assert.Equal(
            (DateTimeOffset.Parse(from, CultureInfo.InvariantCulture), DateTimeOffset.Parse(to, CultureInfo.InvariantCulture)),
            (period.From, period.To)
        );
    }

    // Clocks went forward at midnight, so the day began at one o'clock.
    [Fact]
    public void Day_WithoutMidnight_BeginsWithItsFirstInstant() =>
        Assert.Equal(
            new DateTimeOffset(2017, 10, 15, 3, 0, 0, TimeSpan.Zero),
            ReportingPeriod
                .Of(new DateOnly(2017, 10, 15), new DateOnly(2017, 10, 16), TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo"))
                .From
        );

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("October")]
    [InlineData("9999-12")]
    [InlineData("0001-01")]
    [InlineData("")]
    public void Month_Unknown_IsRefused(string month) => Assert.Null(ReportingCalendar.OfMonth(month, TimeZoneInfo.Utc));

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    public void PartOf_AnyInstant_IsThatOfItsLocalDay(string zone) =>
        Gen.Int[-500 * 24 * 60, 500 * 24 * 60]
            .Sample(minute =>
            {
                var calendar = ReportingCalendar.OfMonth("2026-11", TimeZoneInfo.FindSystemTimeZoneById(zone))!;
                var time = calendar.Period.From.AddMinutes(minute);
                var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, calendar.Zone).DateTime);
                int? expected =
                    calendar.Days.Contains(day) ? calendar.Months.Count + day.Day - 1
                    : calendar.Months.Contains(new DateOnly(day.Year, day.Month, 1))
                        ? calendar.Months.ToList().IndexOf(new DateOnly(day.Year, day.Month, 1))
                    : null;

                Assert.Equal(expected, calendar.PartOf(time));
            });
}
