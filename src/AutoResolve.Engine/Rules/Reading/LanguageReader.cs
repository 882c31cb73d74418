using System.Text.RegularExpressions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads language tags and texts by language.</summary>
internal sealed class LanguageReader(ValueReader values, MapReader maps, Problems problems)
{
    /// <summary>What a language tag must fit. The schema for editors has the same.</summary>
    public const string Pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$";

    private static readonly Regex Tag = new(Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static bool Fits(string tag) => tag.Length <= 35 && !tag.EndsWith('\n') && Tag.IsMatch(tag);

    public Located<string>? Language(JsonNode? node)
    {
        if (values.Text(node) is not { } text)
            return null;
        return Check(text.Value, text.Location, node!.Subject()) ? text : null;
    }

    public LocalizedText? Texts(JsonNode? node)
    {
        if (node is JsonString)
        {
            var shown = node.Raw.Length <= 60 ? node.Raw : "\"…\"";
            problems.Add(node, ReadingCodes.WrongKind, $"{node.Subject()} must be given by language: {{ \"en\": {shown} }}.");
            return null;
        }

        var texts = new List<KeyValuePair<string, Located<string>>>();
        var properties = maps.Properties(node);
        foreach (var property in properties)
        {
            var sound = Check(property.Key, property.Location, "Each key of a text by language");
            if (values.Text(property.Value) is { } text && sound)
                texts.Add(new(property.Key, text));
        }

        if (node is JsonObject && properties.Count == 0)
            problems.Add(node, ReadingCodes.MissingKey, $"{node.Subject()} has no text in any language: add \"en\": \"…\".");
        return node is JsonObject ? new LocalizedText(texts, node.Location) : null;
    }

    /// <summary>Whether a tag is one; reports it where not.</summary>
    public bool Check(string tag, SourceLocation location, string subject)
    {
        if (Fits(tag))
            return true;
        var withDashes = tag.Replace('_', '-');
        problems.Add(
            location,
            ReadingCodes.BadLanguage,
            $"{subject} must be a language tag such as 'en', 'es' or 'es-MX'; found {JsonQuote.Short(tag)}.",
            Fits(withDashes) ? withDashes : null
        );
        return false;
    }
}
