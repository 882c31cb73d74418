using System.Globalization;
using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>
/// Reads rules. A rule with broken parts is kept with stand-ins for them, so that its other parts are checked in the same go.
/// </summary>
internal sealed class RuleReader(ReadingContext context)
{
    private readonly ThenReader _then = new(context);
    private readonly TestReader _tests = new(context);

    public Rule? Read(JsonNode node, RuleSet set)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Rule, context.Problems) is not { } reader)
            return null;
        var id = Id(reader);
        var also = context.Values.Boolean(reader.Find("also")) ?? false;
        return new Rule
        {
            Id = id,
            Set = set.Name.Value,
            Version = context.Values.WholeNumber(reader.Find("version"), 1, int.MaxValue) ?? 1,
            Title = context.Values.Text(reader.Require("title", "\"title\": \"…\", one line for people"))?.Value ?? "",
            Type = context
                .Values.Name(reader.Require("type", "\"type\": \"sign-in/loop\", what the figures count by"), NameForm.Type)
                ?.Value
                ?? "",
            Status = context.Values.Choice(reader.Require("status", "\"status\": \"draft\" to begin with"), FormatKeywords.Statuses)
                ?? RuleStatus.Draft,
            Priority = context.Values.WholeNumber(reader.Find("priority"), -1000, 1000) ?? 0,
            Lead = context.Values.WholeNumber(reader.Find("lead"), 0, 2000) ?? 0,
            Guard = set.Guard,
            Also = also,
            Owner = context.Values.Text(reader.Find("owner"))?.Value ?? set.Owner,
            Scope = Scope(reader.Find("scope"), set),
            When = context.Conditions.Read(reader.Require("when", "\"when\": { \"anyOf\": [\"…\"] }"))
                ?? new BrokenCondition(reader.Node.Location),
            Then = _then.Read(reader.Require("then", "\"then\": { \"outcome\": … }"), reader.Node.Location, set.Guard, also),
            Cause = Cause(reader.Find("cause")),
            Source = context.Values.Text(reader.Find("source"))?.Value,
            Reviewed = context.Values.Day(reader.Find("reviewed")),
            From = context.Values.Day(reader.Find("from")),
            Until = context.Values.Day(reader.Find("until")),
            Rollout = Rollout(reader.Find("rollout")),
            OncePer = OncePer(reader.Find("oncePer")),
            Promote = Threshold(reader.Find("promote"), ObjectSchemas.Promote, "atLeast", 0.9),
            Demote = Threshold(reader.Find("demote"), ObjectSchemas.Demote, "below", 0.7),
            Supersedes = context.Lists.Texts(reader.Find("supersedes")),
            Tests = _tests.Read(reader.Find("tests"), id.Value),
            Location = reader.Node.Location,
        };
    }

    // A rule without an id goes by its pointer, which no sound id equals.
    private Located<string> Id(ObjectReader reader)
    {
        var node = reader.Require("id", "\"id\": \"topic.what-is-wrong\", unique for ever");
        var written = (node as JsonString)?.Located;
        return context.Values.Name(node, NameForm.Id) ?? written ?? new Located<string>(reader.Node.Location.Pointer, reader.Node.Location);
    }

    // A guard that is of another language than a text looks at it all the same.
    private Scope Scope(JsonNode? node, RuleSet set)
    {
        var language = set.Guard ? null : set.Language?.Value;
        var everything = language is null ? Rules.Scope.Everything : new Scope { Language = language };
        if (ObjectReader.Open(node, ObjectSchemas.Scope, context.Problems) is not { } reader)
            return everything;
        return everything with
        {
            Channels = context.Lists.Values(reader.Find("channel")),
            Products = context.Lists.Values(reader.Find("product")),
            Locales = ListReader.ValuesOf(context.Lists.Texts(reader.Find("locale"), context.Languages.Language)),
            Tenants = context.Lists.Values(reader.Find("tenant")),
        };
    }

    private Cause? Cause(JsonNode? node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Cause, context.Problems) is not { } reader)
            return null;
        var summary = context.Values.Text(reader.Find("summary"))?.Value;
        var kind = context.Values.Choice(reader.Find("kind"), FormatKeywords.CauseKinds) ?? CauseKind.Unknown;
        return new Cause(summary, kind, context.Values.TextOrNull(reader.Find("tracking"))?.Value, reader.Node.Location)
        {
            Practice = context.Values.Name(reader.Find("practice"), NameForm.Id),
        };
    }

    private Rollout? Rollout(JsonNode? node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Rollout, context.Problems) is not { } reader)
            return null;
        var percent = context.Values.WholeNumber(reader.Require("percent", "\"percent\": 25"), 0, 100);
        var by = context.Values.Choice(reader.Find("by"), FormatKeywords.RolloutBys) ?? RolloutBy.Requester;
        return percent is { } share ? new Rollout(share, by) : null;
    }

    private OncePer? OncePer(JsonNode? node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.OncePer, context.Problems) is not { } reader)
            return null;
        var window = context.Values.Duration(reader.Require("window", "\"window\": \"24h\""));
        var by = context.Values.Choice(reader.Find("by"), FormatKeywords.OncePerBys) ?? OncePerBy.Requester;
        return window is { } length ? new OncePer(length, by) : null;
    }

    private TrackThreshold? Threshold(JsonNode? node, ObjectSchema shape, string key, double example)
    {
        if (ObjectReader.Open(node, shape, context.Problems) is not { } reader)
            return null;
        var share = context.Values.Share(reader.Require(key, string.Create(CultureInfo.InvariantCulture, $"\"{key}\": {example}")));
        var after = context.Values.WholeNumber(reader.Require("after", "\"after\": 20, the least number of verdicts"), 1, int.MaxValue);
        return share is { } limit && after is { } least ? new TrackThreshold(limit, least) : null;
    }
}
