using AutoResolve.Json;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conditions;

/// <summary>Turns the phrases of one set into what can be searched.</summary>
internal sealed class PhraseCompiler(RuleSet set, CompilationScope scope)
{
    private const int MaxParts = 20;
    private const int MinPrefixLength = 2;

    private readonly SetNames _names = scope.NamesOf(set);

    /// <returns>The phrase; null where it is broken, which is then reported.</returns>
    public Phrase? Compile(Located<string> source, string pointer, PhraseReading reading, CompiledList? exceptions = null)
    {
        List<PhraseElement> elements = [];
        var sound = true;
        var at = 0;
        foreach (var chunk in Chunks(source.Value))
        {
            at = source.Value.IndexOf(chunk, at, StringComparison.Ordinal);
            sound &= CompileChunk(chunk, source, at, reading, elements);
            at += chunk.Length;
        }

        if (!sound)
            return null;
        if (elements.Count == 0)
        {
            scope.Report(
                source.Location,
                MatchingCodes.PhraseWithoutWord,
                $"The phrase '{source.Value}' has no letter or digit, so it can never be found. Write words; "
                    + $"punctuation means nothing in a phrase."
            );
            return null;
        }

        if (elements.Count > MaxParts)
        {
            scope.Report(
                source.Location,
                MatchingCodes.LongPhrase,
                $"This phrase has {elements.Count} words; at most {MaxParts} are allowed. People seldom write the "
                    + $"same long sentence: use the few telling words, or \"near\"."
            );
            return null;
        }

        return new Phrase(source.Value, pointer, [.. elements], reading.Spelling, reading.EvenDenied, scope.Words)
        {
            Exceptions = exceptions,
        };
    }

    public static IEnumerable<string> Chunks(string phrase) => phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private bool CompileChunk(string chunk, Located<string> source, int at, PhraseReading reading, List<PhraseElement> elements)
    {
        if (chunk == "@")
            return ReportSign(source, at, "'@' must stand right before the name of a list: '@kickedOut' is any phrase of that list.");
        if (chunk.StartsWith('@'))
            return CompileList(chunk[1..], source, at, reading, elements);
        var star = chunk.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0)
            return CompilePrefix(chunk, star, source, at, reading, elements);
        return chunk.StartsWith('=') ? CompileExact(chunk, source, at, reading, elements) : CompileWords(chunk, reading, elements);
    }

    private bool CompileWords(string chunk, PhraseReading reading, List<PhraseElement> elements)
    {
        foreach (var word in Tokenizer.Read(chunk))
            elements.Add(scope.WordOf(word.Folded, reading.Spelling));
        return true;
    }

    private bool CompileExact(string chunk, Located<string> source, int at, PhraseReading reading, List<PhraseElement> elements)
    {
        var words = Tokenizer.Read(chunk);
        if (words.Count == 0)
            return ReportSign(source, at, "'=' must stand right before a word: '=claim' is that word and no other form of it.");
        foreach (var word in words)
            elements.Add(scope.ExactWordOf(word.Folded, reading.Spelling));
        return true;
    }

    private bool CompileList(string name, Located<string> source, int at, PhraseReading reading, List<PhraseElement> elements)
    {
        if (_names.Lists.TryGetValue(name, out var list))
        {
            elements.Add(new ListElement(new ListCompiler(scope).Compile(list.Item, list.Owner, reading)));
            return true;
        }

        scope.Report(
            source.At(at),
            MatchingCodes.UnknownList,
            $"There is no list '{name}' in this set or in a shared one. Define it under \"lists\", or correct the name.",
            Spelling.Closest(name, _names.Lists.Keys)
        );
        return false;
    }

    private bool CompilePrefix(string chunk, int star, Located<string> source, int at, PhraseReading reading, List<PhraseElement> elements)
    {
        if (star != chunk.Length - 1)
            return ReportSign(
                source,
                at + star,
                $"In '{chunk}' the star does not stand at the end. It means \"and whatever the word goes on with\": write 'upload*'."
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
            elements.Add(scope.WordOf(word.Folded, reading.Spelling));
        elements.Add(new PrefixElement(words[^1].Folded));
        return true;
    }

    private bool ReportSign(Located<string> source, int at, string message)
    {
        scope.Report(source.At(at), MatchingCodes.BadSign, message);
        return false;
    }
}
