using System.Text.RegularExpressions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads what is personal for the customers of an organisation.</summary>
internal sealed class PrivacyReader(ReadingContext context)
{
    /// <summary>What the name of a server must fit. The schema for editors has the same.</summary>
    public const string SitePattern = "^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$";

    /// <summary>What a telephone number must fit: 7 to 15 digits. The schema for editors has the same.</summary>
    public const string NumberPattern = "^[ +().-]*([0-9][ ().-]*){7,15}$";

    /// <summary>What words must fit. The schema for editors has the same.</summary>
    public const string WordsPattern = "^[A-Za-z\\u00AA-\\uFFFF][A-Za-z\\u00AA-\\uFFFF .'-]*$";

    private static readonly Form Site = new(SitePattern, "the name of a server such as \"example.org\", without https:// and page", _ =>
        true
    );
    private static readonly Form Number = new(NumberPattern, "a telephone number of 7 to 15 digits, such as \"555-555-0100\"", _ => true);
    private static readonly Form Words = new(
        WordsPattern,
        "words such as \"member\": letters, spaces, dashes and dots, a letter first",
        words => char.IsLetter(words[0])
    );

    public PrivacyProfile? Read(JsonNode? node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Privacy, context.Problems) is not { } reader)
            return null;
        return new PrivacyProfile
        {
            Sites = Texts(reader.Find("sites"), Site),
            PublicNumbers = Texts(reader.Find("publicNumbers"), Number),
            Identifiers = context.Maps.Named(reader.Find("identifiers"), NameForm.Camel, Identifier),
            Records = context.Lists.TextOrTexts(reader.Find("records"), context.Values.Text),
            People = Texts(reader.Find("people"), Words),
            NotNames = Texts(reader.Find("notNames"), Words),
        };
    }

    /// <summary>Words of the organisation's own.</summary>
    public IReadOnlyList<Located<string>> ReadWords(JsonNode? node) => Texts(node, Words);

    private Identifier Identifier(Located<string> name, JsonNode node)
    {
        if (ObjectReader.Open(node, ObjectSchemas.Identifier, context.Problems) is not { } reader)
            return new(name, [], []);
        var (words, regex) = (reader.Find("words"), reader.Find("regex"));
        if (words is null && regex is null)
            reader.Require("words", "\"words\": [\"member number\"], what is said before it, or \"regex\": \"\\\\bM-?\\\\d{8}\", its form");
        return new(name, Texts(words, Words), context.Lists.TextOrTexts(regex, context.Values.Text));
    }

    private IReadOnlyList<Located<string>> Texts(JsonNode? node, Form form) => context.Lists.Texts(node, entry =>
        {
            if (context.Values.Text(entry) is not { } text)
                return null;
            if (form.Fits(text.Value))
                return text;
            context.Problems.Add(
                entry,
                ReadingCodes.BadPrivacyEntry,
                $"{entry.Subject()} must be {form.Description}; found {JsonQuote.Short(text.Value)}."
            );
            return null;
        });

    private sealed class Form(string pattern, string description, Func<string, bool> isSound)
    {
        private readonly Regex _regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

        public string Description => description;

        public bool Fits(string text) => text.Length <= NameForm.Longest && !text.EndsWith('\n') && _regex.IsMatch(text) && isSound(text);
    }
}
