using System.Globalization;
using AutoResolve.Insights.Figures.Mapping;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Puts together what the report of a month is made of.</summary>
internal static class MonthReport
{
    public static async Task<Report> BuildAsync(
        FigureSource source,
        DateOnly month,
        ReportOptions options,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        var now = timeProvider.GetUtcNow();
        var name = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        if (month.Year is < ReportOptions.FirstYear or > ReportOptions.LastYear)
            throw new ArgumentException($"Months are of the years {ReportOptions.FirstYear} to {ReportOptions.LastYear}.");
        if (options.StartOf(month) > now)
            throw new ArgumentException($"The month {name} has not begun.");
        var baseline = options.Baseline?.For(options);
        var (figures, rules) = await source
            .ReadAsync(
                month.AddMonths(1),
                zone => ReportingCalendar.OfMonth(name, zone)!,
                readsRules: true,
                options,
                timeProvider,
                cancellationToken
            )
            .ConfigureAwait(false);
        var calendar = figures.Calendar;
        if (figures.KnownUntil <= calendar.Period.From)
            throw new FigureException($"{source.Name} ends before this month, so nothing is known of it.");
        if (figures.KnownSince >= calendar.Period.To)
            throw new FigureException($"{source.Name} begins after this month, so nothing is known of it.");
        var counted = figures.Where(options.Filter);
        var input = new ReportInput
        {
            Figures = counted,
            Filter = options.Filter,
            Baseline = baseline,
            MapsTiers = figures.IsHistory && options.Map is { MapsTiers: true },
            Grace = options.Grace,
            Now = now,
            Source = source.Name,
            DecidingRules = figures
                .Cells.Concat(figures.Superseded)
                .Select(cell => cell.Key.Rule)
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal),
            Rules = rules?.Rules.Select(rule => rules.Find(rule.Id)!).ToList(),
            Desk = rules?.Desk,
            Handling = new HandleTime(options.Minutes, counted.Cells, baseline?.Cells ?? []),
        };
        if (options.Map is { } map)
            MapCheck.Check(input, map);
        return ReportBuilder.Build(Title(calendar, input.Filter.Team), input, MapDraft.Of(input, options.Map));
    }

    public static string Title(ReportingCalendar calendar, string? team) =>
        $"Support issues{(team is null ? "" : $" of {team}")}, {calendar.Days[0].ToString("MMMM yyyy", CultureInfo.InvariantCulture)}";
}
