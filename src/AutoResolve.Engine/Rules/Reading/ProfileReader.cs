using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Operators.Phrases;
using AutoResolve.Operators.Regexes;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads how people talk: their signals and what can be found in their words, by language.</summary>
internal sealed class ProfileReader(ReadingContext context)
{
    private readonly PrivacyReader _privacy = new(context);

    public Profile? Read(JsonNode? node)
    {
        if (node is null)
            return null;
        var properties = context.Maps.Properties(node);
        if (node is JsonObject && properties.Count == 0)
            context.Problems.Add(
                node,
                ReadingCodes.MissingKey,
                $"{node.Subject()} says nothing: add a language, \"en\": {{ … }}, or \"privacy\": {{ … }}."
            );
        return new Profile(
            [.. properties.Where(property => !ObjectSchemas.OfProfile.Contains(property.Key)).Select(Language).OfType<ProfileLanguage>()],
            _privacy.ReadWords((node as JsonObject)?.Find("customers")?.Value),
            _privacy.Read((node as JsonObject)?.Find("privacy")?.Value),
            node.Location
        );
    }

    private ProfileLanguage? Language(JsonProperty language)
    {
        context.Languages.Check(language.Key, language.Location, "Each key of a profile but 'customers' and 'privacy'");
        if (ObjectReader.Open(language.Value, ObjectSchemas.ProfileLanguage, context.Problems) is not { } reader)
            return null;
        var signals = reader
            .Node.Properties.Where(property => ObjectSchemas.Signals.Contains(property.Key))
            .Select(property => new NamedCondition(new(property.Key, property.Location), context.Conditions.Read(property.Value)!));
        return new ProfileLanguage(
            new(language.Key, language.Location),
            [.. signals],
            context.Maps.Named(reader.Find("extractors"), NameForm.Camel, Extractor)
        );
    }

    private Extractor Extractor(Located<string> name, JsonNode node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Extractor, context.Problems) is not { } reader)
            return new(name, []);
        var (regex, anyOf) = (reader.Find("regex"), reader.Find("anyOf"));
        if (regex is null && anyOf is null)
            reader.Require("regex", "\"regex\": \"error (?<value>\\\\d{3})\", or \"anyOf\": [ … ] with phrases");
        var patterns = context
            .Lists.TextOrTexts(regex, context.Values.Text)
            .Select(TextCondition (pattern) => new RegexCondition(pattern, TextPart.OwnWords, pattern.Location));
        var phrases = context.Lists.Texts(anyOf);
        return new(
            name,
            [
                .. patterns,
                .. phrases.Count == 0
                    ? []
                    : (TextCondition[])[new PhrasesCondition(phrases, RequireAll: false, TextPart.OwnWords, node.Location)],
            ]
        );
    }
}
