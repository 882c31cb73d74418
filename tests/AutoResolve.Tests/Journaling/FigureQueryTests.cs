using AutoResolve.Journaling.Figures;

namespace AutoResolve.Tests.Journaling;

public sealed class FigureQueryTests
{
    private static readonly DateTimeOffset Day = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void New_WhatCannotBeCounted_IsRefusedByName()
    {
        var (end, now) = (Day.AddDays(2), Day.AddDays(40));

        Assert.Equal("Starts", Assert.Throws<ArgumentNullException>(() => new FigureQuery(null!, end, 7, now)).ParamName);
        Assert.Equal("Starts", Assert.Throws<ArgumentException>(() => new FigureQuery([], end, 7, now)).ParamName);
        Assert.Equal("Starts", Assert.Throws<ArgumentException>(() => new FigureQuery([Day.AddDays(1), Day], end, 7, now)).ParamName);
        foreach (var days in (int[])[-1, 3651, int.MinValue, int.MaxValue])
            Assert.Equal("GraceDays", Assert.Throws<ArgumentOutOfRangeException>(() => new FigureQuery([Day], end, days, now)).ParamName);
        Assert.Equal(
            "To",
            Assert.Throws<ArgumentOutOfRangeException>(() => new FigureQuery([Day], DateTimeOffset.MaxValue, 7, now)).ParamName
        );
        Assert.Equal("Now", Assert.Throws<ArgumentOutOfRangeException>(() => new FigureQuery([Day], end, 7, default)).ParamName);
    }

    [Fact]
    public void With_WhatCannotBeCounted_IsRefused()
    {
        var query = new FigureQuery([Day, Day.AddDays(1)], Day.AddDays(2), 7, Day.AddDays(40));

        Assert.Throws<ArgumentException>(() => query with { Starts = [] });
        Assert.Throws<ArgumentOutOfRangeException>(() => query with { GraceDays = int.MaxValue });
        Assert.Throws<ArgumentOutOfRangeException>(() => query with { To = DateTimeOffset.MaxValue });
        Assert.Throws<ArgumentOutOfRangeException>(() => query with { Now = default });
        Assert.Equal(Day.AddDays(2 + 60), (query with { GraceDays = 30 }).ReadUntil);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3650)]
    public async Task New_FurthestThatIsTaken_IsCounted(int days)
    {
        var query = new FigureQuery(
            [DateTimeOffset.MinValue],
            new DateTimeOffset(9899, 12, 31, 0, 0, 0, TimeSpan.Zero),
            days,
            new DateTimeOffset(100, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );

        var figures = await new EntryFigureSource(new AutoResolve.Journaling.InMemoryJournal()).CountIssuesAsync(query);

        Assert.Empty(figures.Counts);
    }
}
