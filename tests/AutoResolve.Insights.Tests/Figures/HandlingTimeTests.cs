using AutoResolve.Insights.Figures;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class HandlingTimeTests
{
    private static readonly FigureCell[] Measured = [Cell(1, handled: 4, timed: 2, minutes: 20), Cell(2, handled: 1, timed: 1, minutes: 60)];

    [Fact]
    public void MinutesOf_MeasuredFirst_ThenGiven_ThenTheMean()
    {
        var handling = new HandlingTime(new Dictionary<int, double> { [1] = 5, [3] = 100 }, Measured);

        Assert.Equal(20 + (2 * 5), handling.MinutesOf([Measured[0]]));
        Assert.Equal(3 * 60, handling.MinutesOf([Cell(2, handled: 3)]));
        Assert.Equal(100, handling.MinutesOf([Cell(3, handled: 1)]));
        Assert.Equal(80 / 3.0, handling.MinutesOf([Cell(null, handled: 1)])!.Value, 10);
        Assert.Equal(0, handling.MinutesOf([Cell(null, handled: 0)]));
    }

    [Fact]
    public void MinutesOf_NothingKnown_IsNotZero() => Assert.Null(new HandlingTime(new Dictionary<int, double> { [1] = 5 }, []).MinutesOf([Cell(1, handled: 1), Cell(2, handled: 1)]));

    private static FigureCell Cell(int? tier, long handled, long timed = 0, double minutes = 0) => new(new FigureKey(tier, "a"), new FigureCounts { Issues = handled, Handled = handled, Timed = timed, HandlingMinutes = minutes });
}
