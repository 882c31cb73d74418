using AutoResolve.Conditions;
using AutoResolve.Operators.Phrases;
using AutoResolve.Operators.Regexes;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conversations;

/// <summary>Finds a value in a text by any of several tests.</summary>
internal sealed class CompiledExtractor(IReadOnlyList<ExtractedValueTest> tests)
{
    /// <summary>The most UTF-16 units of a value.</summary>
    public const int MaxLength = 200;

    /// <param name="entries">Its tests, by language.</param>
    public static CompiledExtractor Of(IReadOnlyList<ProfileEntry<Extractor>> entries)
    {
        var scopes = new ProfileScopes();
        return new CompiledExtractor([.. entries.SelectMany(entry => Compile(entry, scopes))]);
    }

    /// <returns>The tests that are sound; the others are reported.</returns>
    public static IReadOnlyList<ExtractedValueTest> Compile(ProfileEntry<Extractor> entry, ProfileScopes scopes)
    {
        var scope = scopes.Of(entry);
        var phrases = new PhraseCompiler(entry.Set, scope);
        return
        [
            .. entry
                .Item.Tests.Select(
                    ExtractedValueTest? (test) =>
                        test switch
                        {
                            RegexCondition regex => RegexCompiler.Compile(regex.Pattern, scope) is { } pattern
                                ? new PatternValue(pattern)
                                : null,
                            PhrasesCondition words => new PhraseValue([
                                .. words
                                    .Phrases.Select(phrase => phrases.Compile(phrase, phrase.Location.Pointer, PhraseReading.Exact))
                                    .OfType<Phrase>(),
                            ]),
                            _ => throw new NotSupportedException($"A test of kind {test.GetType().Name}."),
                        }
                )
                .OfType<ExtractedValueTest>(),
        ];
    }

    /// <summary>Builds what a search needs.</summary>
    public void Prepare()
    {
        foreach (var pattern in tests.OfType<PatternValue>())
            pattern.Prepare();
    }

    /// <returns>The value that begins first, of those the longest; null where there is none.</returns>
    public string? Find(TokenizedText view)
    {
        TextRange? first = null;
        foreach (var test in tests)
        {
            if (
                test.Find(view) is { } found
                && (first is not { } known || found.Start < known.Start || (found.Start == known.Start && found.Length > known.Length))
            )
                first = found;
        }

        return first is { } value ? SentenceEnds.WithoutParts(Cut(view.Text.Slice(value.Start, value.Length)).ToString()) : null;
    }

    // Never between the two halves of a surrogate pair.
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> value)
    {
        if (value.Length <= MaxLength)
            return value;
        var length = char.IsHighSurrogate(value[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return value[..length].TrimEnd();
    }
}
