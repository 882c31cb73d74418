using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;
using AutoResolve.Words.Inflection;
using AutoResolve.Words.Variants;

namespace AutoResolve.Conditions;

/// <summary>Turns the phrases of one set into what can be searched.</summary>
/// <param name="set">The set whose names count.</param>
/// <param name="scope">The rulebook being compiled.</param>
/// <param name="language">The language of the phrases; that of the set where it is null.</param>
internal sealed class PhraseCompiler(RuleSet set, CompilationScope scope, Located<string>? language = null)
{
    private const int MaxParts = 20;
    private const int MinPrefixLength = 2;

    private readonly SetNames _names = scope.NamesOf(set);
    private readonly string _language = scope.LanguageOf(language ?? set.Language);
    private readonly PhraseVariants _variants = PhraseVariants.In(scope.VariantsOf(scope.LanguageOf(language ?? set.Language)));

    /// <returns>The phrase; null where it is broken, which is then reported.</returns>
    public Phrase? Compile(Located<string> source, string pointer, PhraseReading reading, CompiledList? exceptions = null)
    {
        List<PhrasePart> parts = [];
        var sound = true;
        var at = 0;
        foreach (var chunk in Chunks(source.Value))
        {
            at = source.Value.IndexOf(chunk, at, StringComparison.Ordinal);
            sound &= CompileChunk(chunk, source, at, reading, parts);
            at += chunk.Length;
        }

        if (!sound)
            return null;
        if (parts.Count == 0)
        {
            scope.Report(
                source.Location,
                MatchingCodes.PhraseWithoutWord,
                $"The phrase '{source.Value}' has no letter or digit, so it can never be found. Write words; "
                    + $"punctuation means nothing in a phrase."
            );
            return null;
        }

        if (parts.Count > MaxParts && parts.Count - HalfOfLetters(source.Value) is > MaxParts and var count)
        {
            scope.Report(
                source.Location,
                MatchingCodes.LongPhrase,
                $"This phrase has {count} words; at most {MaxParts} are allowed. People seldom write the "
                    + $"same long sentence: use the few telling words, or \"near\"."
            );
            return null;
        }

        return Build(source.Value, pointer, parts, reading, exceptions);
    }

    private Phrase Build(string source, string pointer, List<PhrasePart> parts, PhraseReading reading, CompiledList? exceptions)
    {
        var isAcross = reading.AcrossSentences || EndsSentence(source);
        var words = new VariantPart[parts.Count];
        for (var place = 0; place < words.Length; place++)
            words[place] = parts[place].Word with { Place = place, Signs = parts[place].SignsIn(source, parts.Count, _variants.Words) };
        var wordings = _variants.Of(words, scope.Splits);
        exceptions = WithNouns(parts, wordings, reading, exceptions);
        var minWords = MinWordsOf(parts);
        var own = New(ElementsOf(words), null);
        if (wordings.Count == 0)
            return own;
        var others = wordings.Select(wording => New(ElementsOf(wording.Parts), wording.Kinds));
        var all = new CompiledList(CompiledList.OfWordings, reading.EvenDenied, reading.AcrossSentences) { Phrases = [own, .. others] };
        return New([new ListElement(all)], null);

        PhraseElement[] ElementsOf(IReadOnlyList<VariantPart> words)
        {
            if (words.Count == 1 && ElementOf(words, 0) is WordElement only)
                return only.Alone;
            var elements = new PhraseElement[words.Count];
            for (var at = 0; at < elements.Length; at++)
                elements[at] = ElementOf(words, at);
            return elements;
        }

        PhraseElement ElementOf(IReadOnlyList<VariantPart> words, int at) =>
            (words[at].Place < 0 ? null : parts[words[at].Place].Element) ?? WordOf(words[at], words, at);

        Phrase New(PhraseElement[] elements, IReadOnlyList<WordingKind>? kinds) =>
            new(
                source,
                pointer,
                elements,
                scope.Share(
                    new PhraseTraits(
                        reading.Spelling,
                        reading.EvenDenied || HasList(elements, list => list.EvenDenied),
                        isAcross || HasList(elements, list => list.AcrossSentences),
                        exceptions,
                        kinds ?? PhraseTraits.AsWritten,
                        scope.Words
                    )
                )
            )
            {
                MinWords = minWords,
            };

        PhraseElement WordOf(VariantPart word, IReadOnlyList<VariantPart> words, int at)
        {
            var isAlone = words.Count == 1 || (at > 0 && _variants.Words.IsAloneBehind(words[at - 1].Word, word.Word!));
            var signs = word.Signs;
            var forms = word.Forms == WantedForms.All && IsNoun(words, at) ? WantedForms.Noun : word.Forms;
            return signs != WordSigns.None
                ? scope.SignedWordOf(word.Word!, signs, _language, forms)
                : scope.WordOf(
                    new SoughtWord(word.Word!, _language, reading.Spelling)
                    {
                        Forms = forms,
                        IsAlone = isAlone,
                        InCompounds = reading.Compounds && forms == WantedForms.All && _language == WordLanguage.German,
                    }
                );
        }
    }

    private static bool HasList(PhraseElement[] elements, Predicate<CompiledList> isSo)
    {
        foreach (var element in elements)
        {
            if (element is ListElement { List: var list } && isSo(list))
                return true;
        }

        return false;
    }

    // "Type 2" is not "typed 2", nor "user name" "user named".
    private bool IsNoun(IReadOnlyList<VariantPart> words, int at) =>
        words[at].Word is { } word
        && (
            (at + 2 == words.Count && words[at + 1].Word is { } number && AmountReader.IsNumber(number) && word.All(char.IsLetter))
            || (
                at > 0
                && words[at - 1].Word is { } before
                && _variants.AreOneNoun(before, word)
                && !_variants.AreVerbAndParticle(before, word)
            )
        );

    // Guards look at all of them. What is excepted from the phrases of a list is excepted from what uses the list.
    private CompiledList? WithNouns(
        List<PhrasePart> parts,
        IReadOnlyList<PhraseVariant> wordings,
        PhraseReading reading,
        CompiledList? exceptions
    )
    {
        if (reading.Spelling == SpellingTolerance.Guard)
            return exceptions;
        List<Phrase> nouns = [.. scope.NounReadings.Of(parts.ConvertAll(part => part.Word), wordings, _variants)];
        foreach (var part in parts)
        {
            if (part.Element is ListElement { List: var list })
                nouns.AddRange(NounsOf(list));
        }

        return nouns.Count == 0 ? exceptions : scope.NounReadings.AddTo(exceptions, nouns);
    }

    private static IEnumerable<Phrase> NounsOf(CompiledList list) =>
        list.Phrases.SelectMany(phrase => phrase.Exceptions?.Phrases ?? []).Distinct();

    /// <summary>Whether a sentence ends between two words of a phrase, as its author wrote it.</summary>
    public static bool EndsSentence(string source)
    {
        if (!SentenceEnds.MayEnd(source))
            return false;
        var words = Tokenizer.Read(source);
        return words.Zip(words.Skip(1)).Any(two => SentenceEnds.IsBetween(source, two.First.Start, two.First.End, two.Second.Start));
    }

    private static int MinWordsOf(List<PhrasePart> parts) => parts.Sum(part => part.Element is ListElement list ? list.List.MinWords : 1);

    public static IEnumerable<string> Chunks(string phrase) => phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private bool CompileChunk(string chunk, Located<string> source, int at, PhraseReading reading, List<PhrasePart> parts)
    {
        if (LateSignIn(chunk) is { } late)
            return ReportSign(
                source,
                at + late,
                $"In '{chunk}' the sign '{chunk[late]}' does not stand at the beginning, where alone it means something. '@name' is any "
                    + $"phrase of a list, '=word' is that word and no other form of it, and nothing is both: write '{chunk[late..]}'."
            );
        if (chunk == "@")
            return ReportSign(source, at, "'@' must stand right before the name of a list: '@kickedOut' is any phrase of that list.");
        if (chunk.StartsWith('@'))
            return CompileList(chunk[1..], source, at, reading, parts);
        var star = chunk.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0)
            return CompilePrefix(chunk, star, source, at, reading, parts);
        return chunk.StartsWith('=') ? CompileExact(chunk, source, at, reading, parts) : CompileWords(chunk, source, at, parts);
    }

    // In scripts without blanks each letter is a word; two of them count as one.
    private static int HalfOfLetters(string phrase)
    {
        var words = Tokenizer.Read(phrase);
        var unspaced = words.Zip(words.Skip(1)).Count(pair => pair.First.Start + pair.First.Length == pair.Second.Start);
        return (unspaced + 1) / 2;
    }

    private static bool CompileWords(string chunk, Located<string> source, int at, List<PhrasePart> parts)
    {
        foreach (var word in Tokenizer.Read(chunk))
        {
            var between = source.Value.AsSpan()[(parts.Count == 0 ? at + word.Start : parts[^1].End)..(at + word.Start)].Trim();
            parts.Add(
                new PhrasePart(null, at + word.Start + word.Length)
                {
                    Start = at + word.Start,
                    Word = new VariantPart(word.Folded)
                    {
                        IsInCapitals = !chunk.AsSpan(word.Start, word.Length).ContainsAnyInRange('a', 'z'),
                        HasApostrophe = word.Folded.Length < word.Length,
                        HasFullStop = source.Value.AsSpan(at + word.Start + word.Length).StartsWith('.'),
                        IsHyphened = between is "-",
                        IsJoinedByAnd = between is "&" or "+",
                    },
                }
            );
        }

        return true;
    }

    // "=@list", "(@list": a sign that would be lost before a word.
    private static int? LateSignIn(string chunk)
    {
        var word = 0;
        while (word < chunk.Length && !char.IsLetterOrDigit(chunk[word]))
            word++;
        return word < chunk.Length && chunk.AsSpan(0, word).LastIndexOfAny('@', '=') is var sign and > 0 ? sign : null;
    }

    private bool CompileExact(string chunk, Located<string> source, int at, PhraseReading reading, List<PhrasePart> parts)
    {
        var words = Tokenizer.Read(chunk);
        if (words.Count == 0)
            return ReportSign(source, at, "'=' must stand right before a word: '=claim' is that word and no other form of it.");
        foreach (var word in words)
        {
            var element = _variants.Words.NeedApostrophe.Contains(word.Folded)
                ? scope.SignedWordOf(word.Folded, WrittenSigns.OfApostrophe(word), _language, WantedForms.Only)
                : scope.ExactWordOf(word.Folded, reading.Spelling);
            parts.Add(new PhrasePart(element, at + chunk.Length));
        }

        return true;
    }

    private bool CompileList(string name, Located<string> source, int at, PhraseReading reading, List<PhrasePart> parts)
    {
        if (_names.Lists.TryGetValue(name, out var list))
        {
            parts.Add(
                new PhrasePart(new ListElement(new ListCompiler(scope).Compile(list.Item, list.Owner, reading)), at + name.Length + 1)
            );
            return true;
        }

        List<string> known = [.. _names.Lists.Keys.Where(NameForm.Camel.Fits)];
        var suggestion = Spelling.Closest(name, known);
        scope.Report(
            source.At(at),
            MatchingCodes.UnknownList,
            $"There is no list '{name}' in this set or in a shared one. Define it under \"lists\", or correct the name."
                + (suggestion is null ? Spelling.DidYouMean(null, known) : ""),
            suggestion
        );
        return false;
    }

    private bool CompilePrefix(string chunk, int star, Located<string> source, int at, PhraseReading reading, List<PhrasePart> parts)
    {
        if (star != chunk.Length - 1)
            return ReportSign(
                source,
                at + star,
                $"In '{chunk}' the star does not stand at the end. It means \"and whatever the word goes on with\": {Instead(chunk, star)}."
            );

        if (chunk.StartsWith('='))
            return ReportSign(
                source,
                at,
                $"In '{chunk}' the two signs contradict each other: '=' is one word only, '*' is every word that "
                    + $"begins so. Leave one out."
            );

        var words = Tokenizer.Read(chunk[..star]);
        if (words.Count == 0 || words[^1].Folded.Length < MinPrefixLength)
            return ReportSign(
                source,
                at,
                $"'{chunk}' would find far too many words. Put at least {MinPrefixLength} letters in front of the star."
            );

        foreach (var word in words.SkipLast(1))
            parts.Add(new PhrasePart(scope.WordOf(new SoughtWord(word.Folded, _language, reading.Spelling)), at + chunk.Length));
        parts.Add(new PhrasePart(new PrefixElement(words[^1].Folded), at + chunk.Length));
        return true;
    }

    // No word is found by its end.
    private static string Instead(string chunk, int star)
    {
        var beginning = Tokenizer.Read(chunk[..star]) is [.., { Folded.Length: >= MinPrefixLength }] ? chunk[..star] : chunk.Trim('*');
        return beginning.Contains('*', StringComparison.Ordinal) || beginning.Length == 0
            ? "write the beginning of the word, then the star"
            : $"write '{beginning}*'";
    }

    private bool ReportSign(Located<string> source, int at, string message)
    {
        scope.Report(source.At(at), MatchingCodes.BadSign, message);
        return false;
    }

    /// <param name="Element">What it is compiled to; null where that is a word that may have other wordings.</param>
    /// <param name="End">Where it ends in the phrase.</param>
    private readonly record struct PhrasePart(PhraseElement? Element, int End)
    {
        /// <summary>The word, where it is one.</summary>
        public VariantPart Word { get; init; }

        /// <summary>Where it begins in the phrase, where it is a word.</summary>
        public int Start { get; init; }

        /// <summary>The signs with which its author wrote it.</summary>
        public WordSigns SignsIn(string phrase, int count, WordVariants language) =>
            Word.Word is { } word ? WrittenSigns.Of(phrase, Start, End, word, count == 1, language) : WordSigns.None;
    }
}
