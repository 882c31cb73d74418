using Newtonsoft.Json;

namespace AutoResolve.Insights.Figures;

/// <summary>The figures of a time before, kept so that later ones can be compared with them.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Zone">The reporting zone.</param>
/// <param name="Days">The days of grace.</param>
/// <param name="Cells">The counts.</param>
internal sealed record Baseline(DateTimeOffset From, DateTimeOffset To, string Zone, int Days, IReadOnlyList<FigureCell> Cells)
{
    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore, Formatting = Formatting.Indented, MaxDepth = 16, ContractResolver = new Newtonsoft.Json.Serialization.CamelCasePropertyNamesContractResolver() };

    /// <summary>How many days it spans.</summary>
    [JsonIgnore]
    public double Length => (To - From).TotalDays;

    public string Write() => JsonConvert.SerializeObject(this, Settings) + "\n";

    /// <returns>Null where the text is no baseline.</returns>
    public static Baseline? Read(string text)
    {
        try
        {
            return JsonConvert.DeserializeObject<Baseline>(text, Settings) is { Cells: not null } baseline && baseline.To > baseline.From && baseline.Cells.All(cell => cell is { Type: not null, Issues: >= 0 }) ? baseline : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
