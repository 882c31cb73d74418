using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Incidents;

/// <summary>Reads a file of incidents. Reports every problem it can see.</summary>
internal sealed class IncidentReader
{
    private static readonly ObjectSchema FileShape = new("a file of incidents", ["$schema", "incidents"]);
    private static readonly ObjectSchema IncidentShape = new(
        "an incident",
        ["id", "product", "title", "status", "from", "until", "workaround"]
    );

    private readonly Dictionary<string, SourceLocation> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingContext _context;

    private IncidentReader(ReadingContext context) => _context = context;

    /// <returns>Null, and problems reported, where the file is not sound.</returns>
    public static IReadOnlyList<Incident>? Read(RuleFile file, ICollection<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        if (RuleFileParser.Parse(file, diagnostics) is not { } tree)
            return null;
        var context = new ReadingContext(diagnostics);
        DuplicateKeys.Check(tree.Root, context.Problems);
        var incidents = new IncidentReader(context).Incidents(tree.Root);
        return diagnostics.Count == before ? incidents : null;
    }

    private IReadOnlyList<Incident> Incidents(JsonNode root) =>
        ObjectReader.Open(root, FileShape, _context.Problems) is { } reader
            ? _context.Lists.Of(reader.Require("incidents", "\"incidents\": []"), Incident, least: 0)
            : [];

    private Incident? Incident(JsonNode node)
    {
        if (ObjectReader.Open(node, IncidentShape, _context.Problems) is not { } reader)
            return null;
        var id = Text(reader, "id", "\"id\": \"INC-1234\"");
        CheckId(id);
        var product = Text(reader, "product", "\"product\": \"library\", as issues call it");
        var title = Text(reader, "title", "\"title\": \"…\"");
        var status = Text(reader, "status", "\"status\": \"…\", what is known and done about it");
        var from = Time(reader.Require("from", "\"from\": \"2026-11-01T14:30Z\""), isEnd: false);
        var until = Time(reader.Find("until"), isEnd: true);
        if (until <= from)
            _context.Problems.Add(
                reader.Find("until")!,
                IncidentCodes.EmptyIncident,
                "This incident ends before it begins, so that it is never open: correct 'from' or 'until'."
            );
        var workaround = _context.Values.Text(reader.Find("workaround"))?.Value;
        return from is { } begin && id is { } known && product is not null && title is not null && status is not null
            ? new Incident(known.Value, product.Value.Value, title.Value.Value, status.Value.Value, begin, until, workaround)
            : null;
    }

    private Located<string>? Text(ObjectReader reader, string key, string example) =>
        _context.Values.Text(reader.Require(key, example)) is { } text ? text with { Value = text.Value.Trim() } : null;

    private void CheckId(Located<string>? id)
    {
        if (id is not { } known)
            return;
        if (known.Value.Equals(IncidentFile.None, StringComparison.OrdinalIgnoreCase))
            _context.Problems.Add(
                known.Location,
                IncidentCodes.ReservedId,
                $"The id '{IncidentFile.None}' means that there is no incident: give this one another."
            );
        else if (!_ids.TryAdd(known.Value, known.Location))
            _context.Problems.Add(
                known.Location,
                IncidentCodes.DuplicateIncident,
                $"The id {JsonQuote.Short(known.Value)} is already taken in line {_ids[known.Value].Line}: give "
                    + $"this incident another, or delete one of the two."
            );
    }

    // A day as the end is a day on which it is still open.
    private DateTimeOffset? Time(JsonNode? node, bool isEnd)
    {
        if (_context.Values.Text(node) is not { } text)
            return null;
        if (Dates.TryMoment(text.Value, out var time))
            return time;
        if (Dates.TryDay(text.Value, out var day) && day < DateOnly.MaxValue)
            return new DateTimeOffset(isEnd ? day.AddDays(1) : day, TimeOnly.MinValue, TimeSpan.Zero);
        _context.Problems.Add(
            node!,
            ReadingCodes.BadDate,
            $"{node!.Subject()} must be a time with its distance to UTC, such as \"2026-11-01T09:30-05:00\" or "
                + $"\"2026-11-01T14:30Z\", or a day such as \"2026-11-01\"; found {JsonQuote.Short(text.Value)}."
        );
        return null;
    }
}
