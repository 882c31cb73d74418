using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Insights.Figures.Reporting.Html;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Tests.Figures.Html;

public sealed class ChartWordsTests
{
    private static readonly string[] Parts = ["Resolved by rule", "Others"];

    [Fact]
    public void Of_Bars_NamesTheThreeLargest() =>
        Assert.Equal(
            "Issues by tier. The most: Agents 1,200, 900.5 expected from the baseline; Troubleshooters 40, 50.0 "
                + "expected from the baseline; Another desk 9.",
            ChartWords.Of(
                new BarChart(
                    "Issues by tier.",
                    Parts,
                    [
                        new("Another desk", [4, 5]),
                        new("Agents", [1000, 200], 900.5),
                        new("Troubleshooters", [40, 0], 50),
                        new("Product teams", [1, 0]),
                    ],
                    "expected from the baseline"
                )
            )
        );

    [Fact]
    public void Of_OneBar_NeedsNoOrder() =>
        Assert.Equal("Issues by tier. Agents 5.", ChartWords.Of(new BarChart("Issues by tier.", Parts, [new("Agents", [5])])));

    [Fact]
    public void Of_Days_NamesHighestLowestAndLevel() =>
        Assert.Equal(
            "Issues by day. 60 in all, the most 40 on 2026-10-02, the fewest 5 on 2026-10-03; 17.5 a day in the baseline.",
            ChartWords.Of(
                new ColumnChart(
                    "Issues by day.",
                    Parts,
                    [new("2026-10-01", [10, 5]), new("2026-10-02", [40]), new("2026-10-03", [5])],
                    17.5,
                    "a day in the baseline"
                )
            )
        );

    [Fact]
    public void Of_Months_NamesTheLastToo() =>
        Assert.Equal(
            "Issues by month. 65 in all, the most 40 in 2026-09, the fewest 5 in 2026-08, 20 in 2026-10, the last.",
            ChartWords.Of(new ColumnChart("Issues by month.", Parts, [new("2026-08", [5]), new("2026-09", [40]), new("2026-10", [20])]))
        );

    [Fact]
    public void Of_Shares_NamesHighestAndLowest() =>
        Assert.Equal(
            "Shares. The highest: Resolved 80.0 %, 50.0 % in the baseline; the lowest: Escalated 10.0 %.",
            ChartWords.Of(
                new RangeChart(
                    "Shares.",
                    [
                        ("Escalated", new Proportion(1, 10), default),
                        ("Resolved", new Proportion(8, 10), new Proportion(1, 2)),
                        ("Reopened", default, default),
                    ]
                )
            )
        );
}
