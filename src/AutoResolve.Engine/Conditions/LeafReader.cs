using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Operators.Contains;
using AutoResolve.Operators.Near;
using AutoResolve.Operators.Phrases;
using AutoResolve.Operators.Regexes;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Conditions;

/// <summary>Reads the conditions on text.</summary>
internal sealed class LeafReader(ReadingContext context)
{
    private const int FarthestWithin = 1000;

    public TextCondition? Read(ObjectReader reader, ObjectSchema shape)
    {
        var part = context.Values.Choice(reader.Find("in"), FormatKeywords.TextParts) ?? TextPart.OwnWords;
        var location = reader.Node.Location;
        return shape switch
        {
            _ when shape == ObjectSchemas.AnyOf => Phrases(reader, "anyOf", part, location),
            _ when shape == ObjectSchemas.AllOf => Phrases(reader, "allOf", part, location),
            _ when shape == ObjectSchemas.Near => Near(reader, part, location),
            _ when shape == ObjectSchemas.Contains => context.Lists.Texts(reader.Find("contains")) is { Count: > 0 } strings
                ? new ContainsCondition(strings, part, location)
                : null,
            _ => Regex(reader, "regex", part, location),
        };
    }

    public PhrasesCondition? Phrases(ObjectReader reader, string key, TextPart part, SourceLocation location) =>
        context.Lists.Texts(reader.Find(key)) is { Count: > 0 } phrases
            ? new PhrasesCondition(phrases, key == "allOf", part, location)
            : null;

    public NearCondition? Near(ObjectReader reader, TextPart part, SourceLocation location)
    {
        var phrases = context.Lists.Texts(reader.Find("near"), least: 2);
        var within = context.Values.WholeNumber(
            reader.Require("within", "\"within\": 6, the number of words they may stand apart"),
            1,
            FarthestWithin
        );
        return phrases.Count > 1 && within is { } words ? new NearCondition(phrases, words, part, location) : null;
    }

    public RegexCondition? Regex(ObjectReader reader, string key, TextPart part, SourceLocation location) =>
        context.Values.Text(reader.Find(key)) is { } pattern ? new RegexCondition(pattern, part, location) : null;
}
