using System.Globalization;
using AutoResolve.Intake.Dates;
using AutoResolve.Shared.Dates;
using CsCheck;

namespace AutoResolve.Intake.Tests.Dates;

public sealed class DateReaderTests
{
    // Each form with what it means in UTC, and who writes it.
    public static IEnumerable<object[]> Forms =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Dates", "dates.tsv")).Select(line => line.Split('\t').ToArray<object>());

    [Theory]
    [MemberData(nameof(Forms))]
    public void TryRead_FormOfASystem_IsUnderstood(string text, string expected, string writer)
    {
        Assert.True(DateReader.TryRead(text, TimeZoneInfo.Utc, () => null, out var date), $"{writer} writes {text}");
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date.ToUniversalTime());
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("31")]
    [InlineData("Oct 31")]
    [InlineData("Oct-25")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("31/31/2026")]
    [InlineData("14:30")]
    [InlineData("2026-10-31 25:00")]
    [InlineData("2026-10-31 14:75")]
    [InlineData("2026-10-31 13:30 PM")]
    [InlineData("2026-10-31 14:30 15:30")]
    [InlineData("2026-10-31 to 2026-11-02")]
    [InlineData("10/31/2026 or so")]
    [InlineData("1/2/3/4")]
    [InlineData("1.000,50")]
    [InlineData("2026-10/31")]
    [InlineData("99999")]
    public void TryRead_AnythingElse_IsNone(string text) => Assert.False(DateReader.TryRead(text, TimeZoneInfo.Utc, () => null, out _));

    [Theory]
    [InlineData("03/04/2025", "it is March 4 or April 3, and no other date shows which: say --month-first or --day-first")]
    [InlineData("3-4-25 10:00", "it is March 4 or April 3, and no other date shows which: say --month-first or --day-first")]
    [InlineData("soon", "write 2026-10-31")]
    public void TryRead_BothWays_IsRefusedWithBothReadings(string text, string cure)
    {
        var order = new DateOrder(null);

        Assert.False(DateReader.TryRead(text, TimeZoneInfo.Utc, order.ForAmbiguous, out _));
        Assert.Equal(cure, DateCure.Of(text, order));
    }

    [Theory]
    [InlineData("13/10/2026", true)]
    [InlineData("10/13/2026", false)]
    [InlineData("13-10-26 16:05", true)]
    [InlineData("13.10.2026", null)]
    [InlineData("5/5/2026", null)]
    [InlineData("2026-10-13", null)]
    public void See_Date_ShowsTheOrder(string text, bool? isDayFirst)
    {
        var order = new DateOrder(null);

        order.See(7, text);

        Assert.Equal(isDayFirst, order.IsDayFirst);
        Assert.Equal(isDayFirst == true ? 7 : null, order.DayFirst);
        Assert.Equal(isDayFirst == false ? 7 : null, order.MonthFirst);
    }

    [Fact]
    public void TryRead_AnyDay_IsReadInTheOrderThatIsSaid() =>
        Gen.Select(Gen.Date, Gen.Bool, Gen.OneOf(Gen.Const("/"), Gen.Const("-"), Gen.Const(".")))
            .Sample(
                (time, isDayFirst, mark) =>
                {
                    var day = DateOnly.FromDateTime(time);
                    var text = day.ToString(
                        isDayFirst || mark == "." ? $"d'{mark}'M'{mark}'yyyy" : $"M'{mark}'d'{mark}'yyyy",
                        CultureInfo.InvariantCulture
                    );

                    Assert.True(DateReader.TryRead(text, TimeZoneInfo.Utc, () => isDayFirst, out var date));
                    Assert.Equal(day, DateOnly.FromDateTime(date.UtcDateTime));
                }
            );

    // Whatever stands there, nothing is thrown.
    [Fact]
    public void TryRead_AnyText_Ends() =>
        Gen.OneOf(Gen.String, Gen.Char["0123456789/-:. ,TZ+()apm"].Array[0, 30].Select(letters => new string(letters)))
            .Sample(text =>
            {
                var isDate = DateReader.TryRead(text, TimeZoneInfo.Utc, () => true, out var date);

                Assert.True(isDate || date == default);
            });
}
