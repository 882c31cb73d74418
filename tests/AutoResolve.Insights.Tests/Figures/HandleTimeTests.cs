using AutoResolve.Insights.Figures;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class HandleTimeTests
{
    private static readonly FigureCell[] Measured =
    [
        Cell(1, handled: 4, timed: 2, minutes: 20),
        Cell(2, handled: 1, timed: 1, minutes: 60),
    ];

    [Fact]
    public void Of_MeasuredFirst_ThenGiven_ThenTheMean()
    {
        var handling = new HandleTime(new Dictionary<int, double> { [1] = 5, [3] = 100 }, Measured);

        Assert.Equal(new HandleTimeTotal(20 + (2 * 5), 4, 2, 0), handling.Of([Measured[0]]));
        Assert.Equal(new HandleTimeTotal(3 * 60, 3, 0, 0), handling.Of([Cell(2, handled: 3)]));
        Assert.Equal(100, handling.Of([Cell(3, handled: 1)]).Minutes);
        Assert.Equal(80 / 3.0, handling.Of([Cell(null, handled: 1)]).Minutes, 10);
        Assert.Equal(default, handling.Of([Cell(null, handled: 0)]));
    }

    // A month's own minutes are not changed by the baseline it is compared with.
    [Fact]
    public void Of_PeriodAndBaseline_TakesThePeriodsOwn()
    {
        var handling = new HandleTime(
            new Dictionary<int, double>(),
            [Cell(1, handled: 1, timed: 1, minutes: 10)],
            [Cell(1, handled: 9, timed: 9, minutes: 900), Cell(2, handled: 1, timed: 1, minutes: 60)]
        );

        Assert.Equal(
            (10.0, 60.0, 10.0),
            (
                handling.Of([Cell(1, handled: 1)]).Minutes,
                handling.Of([Cell(2, handled: 1)]).Minutes,
                handling.Of([Cell(3, handled: 1)]).Minutes
            )
        );
    }

    [Fact]
    public void Of_SomeNotKnown_SaysOfHowManyItIs() =>
        Assert.Equal(
            new HandleTimeTotal(10, 2, 0, 1),
            new HandleTime(new Dictionary<int, double> { [1] = 5 }).Of([Cell(1, handled: 2), Cell(null, handled: 1)])
        );

    [Fact]
    public void Of_NothingKnown_IsNotZero() =>
        Assert.False(new HandleTime(new Dictionary<int, double>()).Of([Cell(2, handled: 1)]).IsKnown);

    private static FigureCell Cell(int? tier, long handled, long timed = 0, double minutes = 0) =>
        new(
            new FigureKey(tier, "a"),
            new FigureCounts
            {
                Issues = handled,
                Handled = handled,
                Timed = timed,
                HandlingMinutes = minutes,
            }
        );
}
