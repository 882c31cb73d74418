using System.Globalization;
using AutoResolve.Insights.Figures.Reporting;

namespace AutoResolve.Insights.Figures;

/// <summary>Makes a baseline.</summary>
internal static class BaselineFreeze
{
    public static async Task<Report> RunAsync(
        FigureSource source,
        DateOnly first,
        DateOnly last,
        ReportOptions options,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        if (last < first)
            throw new ArgumentException("The last day is before the first.");
        if (first.Year < ReportOptions.FirstYear || last.Year > ReportOptions.LastYear)
            throw new ArgumentException($"Days are of the years {ReportOptions.FirstYear} to {ReportOptions.LastYear}.");
        var now = timeProvider.GetUtcNow();
        if (options.StartOf(last.AddDays(1)) > now)
            throw new ArgumentException("The last day is not over yet; a baseline covers past days only.");
        var (all, _) = await source
            .ReadAsync(
                last.AddDays(1),
                zone => ReportingCalendar.OfPeriod(first, last.AddDays(1), zone),
                readsRules: options.Zone is null,
                options,
                timeProvider,
                cancellationToken
            )
            .ConfigureAwait(false);
        var figures = all.Where(options.Filter);
        Check(all, figures, options.Filter);
        var report = ReportBuilder.Build(
            string.Create(CultureInfo.InvariantCulture, $"Support issues, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}"),
            new ReportInput
            {
                Figures = figures,
                Filter = options.Filter,
                Grace = options.Grace,
                Now = now,
                Source = source.Name,
                Goals = options.Goals,
                MapsTiers = all.IsHistory && options.Map is { MapsTiers: true },
            }
        );
        var content = JsonReport.Write(report);
        return content.Length <= Baseline.MaxLength && Baseline.Read(content) is not null
            ? report
            : throw new FigureException(
                "This period has more kinds of issues than a baseline can hold. Count only some of them, with --team or --type."
            );
    }

    private static void Check(FigureSet all, FigureSet figures, FigureFilter filter)
    {
        if (figures.Cells.Count > 0)
            return;
        if (all.Cells.Count == 0)
            throw new FigureException("No issues came in during this period, so there is nothing to compare with.");
        var issues = all.Cells.Sum(cell => cell.Counts.Issues);
        throw new FigureException(
            $"None of the {issues.ToString(CultureInfo.InvariantCulture)} {(issues == 1 ? "issue" : "issues")} of this time has "
                + $"{string.Join(" and ", filter.Set.Select(entry => $"{entry.Name} '{SafeText.Start(entry.Value, 40)}'"))}, "
                + $"so there is nothing to compare with."
        );
    }
}
