using System.Globalization;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Days on which far more issues came than on the others, as in an outage.</summary>
/// <param name="Days">These days, from first to last.</param>
/// <param name="Most">The most of one of them.</param>
/// <param name="Usual">How many came a day on the others.</param>
internal sealed record BusyDays(IReadOnlyList<DateOnly> Days, long Most, double Usual)
{
    private const int MinDays = 10;
    private const double Least = 1.5;

    // Fewer are no outage, however few come on other days.
    private const int MinIssues = 10;
    private const double Unlikely = 0.01;

    /// <returns>Null where no day stands out.</returns>
    public static BusyDays? Of(ReportInput input)
    {
        var calendar = input.Figures.Calendar;
        var counts = input
            .Figures.Series.GroupBy(cell => cell.Part)
            .ToDictionary(group => group.Key, group => group.Sum(cell => cell.Counts.Issues));
        var days = input
            .KnownDays.Select(place => (Day: calendar.Days[place], Issues: counts.GetValueOrDefault(calendar.Months.Count + place)))
            .ToList();
        if (days.Count < MinDays)
            return null;
        var all = days.Sum(day => day.Issues);
        var chances = SignificanceTest.Corrected([
            .. days.Select(day => SignificanceTest.OfCounts(all - day.Issues, days.Count - 1, day.Issues, 1)),
        ]);
        var busy = days.Zip(chances)
            .Where(day =>
                day.Second < Unlikely
                && day.First.Issues >= MinIssues
                && day.First.Issues > Least * (all - day.First.Issues) / (days.Count - 1)
            )
            .Select(day => day.First)
            .ToList();
        return busy.Count is 0 || busy.Count > days.Count / 2
            ? null
            : new BusyDays(
                [.. busy.Select(day => day.Day)],
                busy.Max(day => day.Issues),
                (double)(all - busy.Sum(day => day.Issues)) / (days.Count - busy.Count)
            );
    }

    /// <summary>The days in words, those in a row together.</summary>
    public string Words()
    {
        List<(DateOnly First, DateOnly Last)> runs = [];
        foreach (var day in Days)
        {
            if (runs is [.., var run] && run.Last.AddDays(1) == day)
                runs[^1] = (run.First, day);
            else
                runs.Add((day, day));
        }

        return string.Join(", ", runs.Select(run => run.First == run.Last ? Text(run.First) : $"{Text(run.First)} to {Text(run.Last)}"));
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
