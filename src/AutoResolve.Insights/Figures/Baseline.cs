using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Figures;

/// <summary>The figures of a time before, kept so that later ones can be compared with them.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Zone">The reporting zone.</param>
/// <param name="Grace">The days of grace.</param>
/// <param name="Filter">Which issues were counted.</param>
/// <param name="Cells">The counts.</param>
internal sealed record Baseline(DateTimeOffset From, DateTimeOffset To, string Zone, int Grace, FigureFilter Filter, IReadOnlyList<FigureCell> Cells)
{
    private const double Most = 1e12;

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { MaxDepth = 16 });

    /// <summary>How many days it spans.</summary>
    public double Length => (To - From).TotalDays;

    public Baseline Where(FigureFilter filter) => this with
    {
        Filter = filter,
        Cells = [.. Cells.Where(cell => filter.Takes(cell.Key.Type, cell.Key.Team, cell.Key.Channel, cell.Key.Product))],
    };

    /// <summary>Reads what <see cref="Reporting.JsonReport"/> writes: of a baseline or of any other report.</summary>
    /// <returns>Null where the text is no baseline.</returns>
    public static Baseline? Read(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.DateTimeOffset, MaxDepth = 16 };
            var document = JObject.Load(reader);
            if (document["cells"] is not JArray cells || document["zone"] is not JValue { Value: string zone } || document["grace"] is not JValue { Value: long grace and >= 1 and <= 365 })
                return null;
            var (from, to, knownAt) = ((DateTimeOffset?)document["from"], (DateTimeOffset?)document["to"], (DateTimeOffset?)document["knownAt"]);

            // Of a month that was not over, the days that were.
            if (knownAt < to)
                to = knownAt;
            var read = cells.Select(Cell).ToList();
            return from is { } first && to is { } after && after > first && read.TrueForAll(IsSound)
                ? new Baseline(first, after, zone, (int)grace, document["filter"]?.ToObject<FigureFilter>(Serializer) ?? new FigureFilter(), read)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    private static FigureCell Cell(JToken cell) => new(cell.ToObject<FigureKey>(Serializer)!, cell.ToObject<FigureCounts>(Serializer)!);

    private static bool IsSound(FigureCell cell)
    {
        var counts = cell.Counts;
        double[] all =
        [
            counts.Issues, counts.Decided, counts.Confirmed, counts.Assumed, counts.Unseen, counts.Reopened, counts.Pending, counts.Followed, counts.Escalated, counts.Routed, counts.Asked,
            counts.Ignored, counts.Unfinished, counts.FirstContact, counts.WithinHour, counts.WithinDay, counts.Minutes, counts.Handled, counts.Timed, counts.HandlingMinutes,
        ];
        return cell.Key.Type is not null && Array.TrueForAll(all, count => count is >= 0 and <= Most)
            && counts.Decided <= counts.Issues && counts.Followed <= counts.Issues && counts.Handled <= counts.Issues && counts.Timed <= counts.Handled
            && counts.Answered + counts.Routed + counts.Asked + counts.Ignored + counts.Unfinished <= counts.Decided && counts.Escalated <= counts.Followed
            && counts.FirstContact <= counts.Resolved && counts.WithinHour <= counts.WithinDay && counts.WithinDay <= counts.Resolved && counts.Unseen <= counts.Assumed;
    }
}
