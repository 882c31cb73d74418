using System.Collections.Frozen;
using AutoResolve.Words.Inflection;
using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Words.Variants;

/// <summary>
/// What is done to something, said as a noun: "cancel my order" and "cancellation of my order", "renew passport" and "passport renewal",
/// "connection problem" and "problem connecting".
/// </summary>
/// <param name="data">The verbs and nouns of a language.</param>
internal sealed class Actions(VariantLanguage data)
{
    private readonly FrozenDictionary<string, string> _nouns = Pairs(data).ToFrozenDictionary(pair => pair.Verb, pair => pair.Noun);

    private readonly FrozenDictionary<string, string> _verbs = Pairs(data)
        .Where(pair => pair.Verb != pair.Noun)
        .DistinctBy(pair => pair.Noun)
        .ToFrozenDictionary(pair => pair.Noun, pair => pair.Verb);

    private readonly FrozenSet<string> _troubles = VariantData.Set(data.Troubles);
    private readonly FrozenSet<string> _owners = VariantData.Set(data.Owners);
    private readonly FrozenSet<string> _particles = VariantData.Set(data.Particles);

    /// <summary>The wordings of a whole phrase.</summary>
    public IReadOnlyList<PhraseVariant> Of(IReadOnlyList<VariantPart> parts) =>
        parts switch
        {
            [{ Word: { } verb }, { Word: { } thing }] when _nouns.TryGetValue(verb, out var noun) && IsThing(thing) =>
            [
                Says(VariantPart.Noun(thing), VariantPart.Noun(noun)),
                Says(VariantPart.Noun(noun), Of(), VariantPart.Noun(thing)),
            ],
            [{ Word: { } verb }, { Word: { } owner }, { Word: { } thing }]
                when _nouns.TryGetValue(verb, out var noun) && _owners.Contains(owner) && IsThing(thing) =>
            [
                Says(VariantPart.Noun(noun), Of(), VariantPart.Exact(owner), VariantPart.Noun(thing)),
                Says(VariantPart.Exact(owner), VariantPart.Noun(thing), VariantPart.Noun(noun)),
            ],
            [{ Word: { } noun }, { Word: { } trouble }] when _troubles.Contains(trouble) && _verbs.TryGetValue(noun, out var verb) =>
            [
                Says(VariantPart.Noun(trouble), VariantPart.Exact(Doing(verb))),
            ],
            [{ Word: { } thing }, { Word: { } noun }] when _verbs.TryGetValue(noun, out var verb) && IsThing(thing) =>
            [
                Says(new VariantPart(verb), VariantPart.Noun(thing)),
                .. data
                    .Owners.Split(' ')
                    .Take(2)
                    .Select(owner => Says(new VariantPart(verb), VariantPart.Exact(owner), VariantPart.Noun(thing))),
            ],
            _ => [],
        };

    private static IEnumerable<(string Verb, string Noun)> Pairs(VariantLanguage data) =>
        data.Troubles.Length == 0 ? [] : data.Actions.Select(VariantData.Words).Select(line => (line[0], line[1]));

    private static VariantPart Of() => VariantPart.Exact("of");

    private static PhraseVariant Says(params VariantPart[] parts) => new(parts, [WordingKind.Wording]);

    // Not "pay back", nor "fail to".
    private bool IsThing(string word) =>
        word.All(char.IsAsciiLetterLower)
        && !_particles.Contains(word)
        && !_owners.Contains(word)
        && !_nouns.ContainsKey(word)
        && !WordLists.Fixed.Contains(word);

    private static string Doing(string verb) =>
        Inflector.Forms(verb, WordLanguage.English).First(form => form.EndsWith("ing", StringComparison.Ordinal));
}
