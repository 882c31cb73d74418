using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A report as JSON. <see cref="Baseline"/> reads the counts in it.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(
        new JsonSerializerSettings
        {
            NullValueHandling = NullValueHandling.Ignore,
            ContractResolver = new CamelCasePropertyNamesContractResolver(),
            Formatting = Formatting.Indented,
        }
    );

    public static string Write(Report report) => LineEnds.Unify(Document(report).ToString(Formatting.Indented)) + "\n";

    public static JObject Document(Report report)
    {
        var input = report.Input;
        var calendar = input.Figures.Calendar;
        return new JObject
        {
            ["title"] = report.Title,
            ["from"] = calendar.Period.From,
            ["to"] = calendar.Period.To,
            ["zone"] = calendar.Zone.Id,
            ["grace"] = input.Grace,
            ["knownSince"] = input.KnownSince,
            ["knownAt"] = input.KnownUntil,
            ["source"] = input.Source,
            ["filter"] = new JObject(input.Filter.Set.Select(entry => new JProperty(entry.Name, entry.Value))),
            ["baseline"] = input.Baseline is { } baseline
                ? new JObject
                {
                    ["from"] = baseline.From,
                    ["to"] = baseline.To,
                    ["issues"] = baseline.Cells.Sum(cell => cell.Counts.Issues),
                }
                : null,
            ["about"] = new JArray(report.About),
            ["highlights"] = new JArray(
                report.Highlights.Select(highlight => new JObject
                {
                    ["name"] = highlight.Name,
                    ["value"] = highlight.Value,
                    ["note"] = highlight.Note,
                })
            ),
            ["findings"] = new JArray(
                report.Findings.Select(finding => new JObject { ["text"] = finding.Text, ["section"] = finding.Section })
            ),
            ["remarks"] = new JArray(input.Figures.Remarks),
            ["sections"] = new JObject(
                report
                    .Lead.Concat(report.Sections)
                    .Where(section => section.Id != "definitions")
                    .Select(section => new JProperty(section.Id, new JArray(section.Rows.Select(row => Row(section.Columns, row)))))
            ),
            ["notes"] = new JObject(
                report.Sections.Where(section => section.Note.Length > 0).Select(section => new JProperty(section.Id, section.Note))
            ),
            ["definitions"] = new JObject(Definitions.Section(input.Grace).Rows.Select(row => new JProperty(row[0].Text, row[1].Text))),
            ["mapsTiers"] = input.MapsTiers,
            ["goals"] = JObject.FromObject(input.Goals, Serializer),
            ["cases"] = new JArray(Sections.MonthSection.Cases(input).GroupBy(cell => (cell.Key, cell.End)).Select(Case)),
            ["cells"] = new JArray(input.Figures.Cells.Select(Cell)),
            ["superseded"] = new JArray(input.Figures.Superseded.Select(Cell)),
        };
    }

    private static JObject Row(IReadOnlyList<Column> columns, IReadOnlyList<Cell> row) =>
        new(columns.Zip(row, (column, cell) => new JProperty(column.Key, cell.Value)));

    private static JObject Case(IGrouping<(FigureKey Key, CaseResult End), CaseCell> cells)
    {
        var flat = JObject.FromObject(cells.Key.Key, Serializer);
        var end = cells.Key.End.ToString();
        flat["end"] = char.ToLowerInvariant(end[0]) + end[1..];
        flat["cases"] = cells.Sum(cell => cell.Cases);
        return flat;
    }

    // Flat: what the issues have in common, then the counts that are not zero.
    private static JObject Cell(FigureCell cell)
    {
        var flat = JObject.FromObject(cell.Key, Serializer);
        foreach (var count in JObject.FromObject(cell.Counts, Serializer).Properties().Where(count => (double)count.Value != 0))
            flat.Add(count);
        return flat;
    }
}
