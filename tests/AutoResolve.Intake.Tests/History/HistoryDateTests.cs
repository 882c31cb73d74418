using System.Globalization;
using AutoResolve.Intake.History;
using CsCheck;

namespace AutoResolve.Intake.Tests.History;

public sealed class HistoryDateTests
{
    [Theory]
    [InlineData("13/10/2026")]
    [InlineData("13.10.2026")]
    [InlineData("13-10-2026")]
    [InlineData("13.10.26")]
    [InlineData("13/10/26 16:05")]
    [InlineData("13/10/2026 4:05 PM")]
    [InlineData("13/10/2026 16:05:00")]
    [InlineData("13-10-2026 16:05")]
    [InlineData("2026-10-13")]
    [InlineData("2026/10/13")]
    [InlineData("13-Oct-2026")]
    public void TryRead_DayFirst_IsUnderstood(string text)
    {
        Assert.True(HistoryDate.TryRead(text, TimeZoneInfo.Utc, isDayFirst: true, out var date));
        Assert.Equal(new DateOnly(2026, 10, 13), DateOnly.FromDateTime(date.UtcDateTime));
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

                    Assert.Equal(isDayFirst || mark != "-", HistoryDate.TryRead(text, TimeZoneInfo.Utc, isDayFirst, out var date));
                    if (isDayFirst || mark != "-")
                        Assert.Equal(day, DateOnly.FromDateTime(date.UtcDateTime));
                }
            );
}
