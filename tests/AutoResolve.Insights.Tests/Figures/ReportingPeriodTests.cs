using AutoResolve.Insights.Figures;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class ReportingPeriodTests
{
    [Theory]
    [InlineData("2026-10", ReportingPeriod.UsualZone, "2026-10-01T04:00:00Z", "2026-11-01T04:00:00Z")]
    [InlineData("2026-11", ReportingPeriod.UsualZone, "2026-11-01T04:00:00Z", "2026-12-01T05:00:00Z")]
    [InlineData("2026-03", ReportingPeriod.UsualZone, "2026-03-01T05:00:00Z", "2026-04-01T04:00:00Z")]
    [InlineData("2026-12", "UTC", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("2017-10", "America/Sao_Paulo", "2017-10-01T03:00:00Z", "2017-11-01T02:00:00Z")]
    public void Month_InItsZone_IsTheInstantsBetween(string month, string zone, string from, string to)
    {
        Assert.True(ReportingPeriod.TryMonth(month, TimeZoneInfo.FindSystemTimeZoneById(zone), out var period));
        Assert.Equal((DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(to, null)), (period.From, period.To));
    }

    // Clocks went forward at midnight, so the day began at one o'clock.
    [Fact]
    public void Day_WithoutMidnight_BeginsWithItsFirstInstant() => Assert.Equal(
        new DateTimeOffset(2017, 10, 15, 3, 0, 0, TimeSpan.Zero),
        ReportingPeriod.Of(new DateOnly(2017, 10, 15), new DateOnly(2017, 10, 16), TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo")).From);

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("October")]
    [InlineData("9999-12")]
    public void Month_Unknown_IsRefused(string month) => Assert.False(ReportingPeriod.TryMonth(month, TimeZoneInfo.Utc, out _));
}
