using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>Issues by the language that they were taken to be in, and for how many of them there was no answer in it.</summary>
internal static class LanguageSection
{
    private const string Missing = "languageMissing";
    private const int MaxRows = 25;

    /// <returns>Null where no language is known.</returns>
    public static ReportSection? Of(ReportInput input)
    {
        var cells = input.Figures.Cells;
        var languages = cells
            .GroupBy(cell => cell.Key.Language, StringComparer.Ordinal)
            .Select(group => new Counted(
                group.Key,
                FigureGroup.Sum([.. group]),
                group.Where(cell => cell.Key.Reason == Missing).Sum(cell => cell.Counts.Issues)
            ))
            .OrderByDescending(one => one.Counts.Issues)
            .ThenBy(one => one.Language, StringComparer.Ordinal)
            .ToList();
        if (!languages.Exists(one => one.Language is not null))
            return null;
        var all = languages.Sum(one => one.Counts.Issues);
        var decided = input.HasDecisions;
        List<Column> columns =
        [
            new("language", "Language"),
            new("issues", "Issues", IsNumber: true),
            new("share", "Share of the issues", IsNumber: true),
        ];
        if (decided)
            columns.Add(new("answered", "Answered by a rule", IsNumber: true));
        columns.Add(new("missing", "No answer in the language", IsNumber: true));
        return new ReportSection(
            "languages",
            "By language",
            Note(languages),
            columns,
            [
                .. languages
                    .Take(MaxRows)
                    .Select(one =>
                    {
                        List<Cell> row =
                        [
                            Cell.Of(one.Language ?? "Not certain"),
                            Cell.Count(one.Counts.Issues),
                            Cell.Rate(new Proportion(one.Counts.Issues, all)),
                        ];
                        if (decided)
                            row.Add(Cell.Count(one.Counts.Answered));
                        row.Add(Cell.Count(one.Missing));
                        return (IReadOnlyList<Cell>)row;
                    }),
            ]
        );
    }

    private static string Note(List<Counted> languages)
    {
        var missing = languages.Where(one => one.Missing > 0).OrderByDescending(one => one.Missing).ToList();
        var first = languages.Count > MaxRows ? $"The first {MaxRows} of {languages.Count}. " : "";
        if (missing.Count == 0)
            return $"{first}No issue went to a person for want of its language.";
        var sum = missing.Sum(one => one.Missing);
        var named = string.Join(", ", missing.Take(MaxRows).Select(one => $"{one.Language ?? "not certain"} {Cell.Number(one.Missing)}"));
        return $"{first}To a person because a rule knows it, but not in the language: {Cell.Number(sum)} "
            + $"{(sum == 1 ? "issue" : "issues")} ({named}).";
    }

    private sealed record Counted(string? Language, FigureCounts Counts, long Missing);
}
