using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads how the contact center works.</summary>
internal sealed class DeskReader(ReadingContext context)
{
    private const string FieldPrefix = "fields.";

    public SupportDesk? Read(JsonNode? node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Desk, context.Problems) is not { } reader)
            return null;
        return new SupportDesk(
            TimeZone(reader.Find("timeZone")),
            Tiers(reader.Find("tiers")),
            Teams(reader.Find("teams")),
            context.Lists.Of(reader.Find("priorities"), Priority),
            Trend(reader.Find("trend")),
            context.Maps.Named(reader.Find("practices"), NameForm.Id, (name, value) =>
                new VocabularyEntry(name, context.Values.Text(value)?.Value ?? "")
            ),
            context.Lists.Of(reader.Find("handovers"), Form),
            reader.Node.Location
        );
    }

    private TimeZoneInfo? TimeZone(JsonNode? node)
    {
        if (context.Values.Text(node) is not { } name)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name.Value, out var zone))
            return zone;
        context.Problems.Add(
            node!,
            ReadingCodes.UnknownTimeZone,
            $"{node!.Subject()} must be the id of a time zone, such as \"Europe/Berlin\" or \"UTC\"; found {JsonQuote.Short(name.Value)}."
        );
        return null;
    }

    private IReadOnlyList<string> Tiers(JsonNode? node)
    {
        var tiers = context.Lists.Texts(node, least: 4);
        if (tiers.Count > 4)
            context.Problems.Add(
                node!,
                ReadingCodes.OutOfRange,
                $"{node!.Subject()} names {tiers.Count} tiers; there are four, 0 to 3. Take the others away."
            );
        return [.. tiers.Select(tier => tier.Value)];
    }

    private IReadOnlyList<SupportTeam> Teams(JsonNode? node)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return context.Lists.Of(node, entry => Team(entry, names));
    }

    private SupportTeam? Team(JsonNode node, HashSet<string> names)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Team, context.Problems) is not { } reader)
            return null;
        var name = reader.Require("name", "\"name\": \"identity\", as rules call the team");
        var team = new SupportTeam(
            context.Values.Text(name)?.Value ?? "",
            context.Values.Text(reader.Require("label", "\"label\": \"…\", what people call the team"))?.Value ?? "",
            context.Values.Text(reader.Find("channel"))?.Value,
            context.Values.Text(reader.Find("owner"))?.Value
        );
        if (team.Name.Length > 0 && !names.Add(team.Name))
            context.Problems.Add(
                name!,
                ReadingCodes.DuplicateTeam,
                $"Team {JsonQuote.Short(team.Name)} is described twice: make one entry of both."
            );
        return team;
    }

    private PriorityRow? Priority(JsonNode node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Priority, context.Problems) is not { } reader)
            return null;
        return new PriorityRow
        {
            Name = context.Values.Text(reader.Require("name", "\"name\": \"urgent\""))?.Value ?? "",
            Types = [.. context.Lists.Texts(reader.Find("types")).Select(type => type.Value)],
            Teams = context.Lists.Texts(reader.Find("teams")),
            Reports = context.Values.WholeNumber(reader.Find("reports"), 1, int.MaxValue),
            ReportsADay = context.Values.WholeNumber(reader.Find("reportsADay"), 1, int.MaxValue),
            Workaround = context.Values.Boolean(reader.Find("workaround")),
            Respond = context.Values.Duration(reader.Find("respond")),
            Resolve = context.Values.Duration(reader.Require("resolve", "\"resolve\": \"48h\"")),
        };
    }

    private TrendThreshold? Trend(JsonNode? node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Trend, context.Problems) is not { } reader)
            return null;
        var reports = context.Values.WholeNumber(reader.Require("reports", "\"reports\": 5"), 2, int.MaxValue);
        var within = context.Values.Duration(reader.Require("within", "\"within\": \"30d\""));
        return reports is { } least && within is { } time ? new TrendThreshold(least, time) : null;
    }

    private HandoverForm? Form(JsonNode node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Handover, context.Problems) is not { } reader)
            return null;
        return new HandoverForm(
            context.Values.Text(reader.Require("title", "\"title\": \"…\", what the team calls the form"))?.Value ?? "",
            context.Lists.Texts(reader.Find("teams")),
            context.Lists.Of(reader.Require("sections", "\"sections\": [ { \"title\": \"Description\", \"show\": \"text\" } ]"), Section)
        );
    }

    private FormSection? Section(JsonNode node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.FormSection, context.Problems) is not { } reader)
            return null;
        var title = context.Values.Text(reader.Require("title", "\"title\": \"Description\""))?.Value ?? "";
        var show = reader.Require("show", "\"show\": \"text\"");
        if (
            show is JsonString { Value: var name }
            && name.StartsWith(FieldPrefix, StringComparison.Ordinal)
            && !string.IsNullOrWhiteSpace(name[FieldPrefix.Length..])
        )
            return new FormSection(title, FormPart.Field, name[FieldPrefix.Length..]);
        return context.Values.Choice(show, FormatKeywords.FormParts) is { } part ? new FormSection(title, part) : null;
    }
}
