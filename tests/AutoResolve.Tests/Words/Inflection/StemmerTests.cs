using AutoResolve.Words;
using AutoResolve.Words.Inflection;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Pt;
using Xunit.Abstractions;

namespace AutoResolve.Tests.Words.Inflection;

/// <summary>Forms beside the light stemmers of Lucene, which merge words that share a stem.</summary>
public sealed class StemmerTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Func<char[], int, int>> Stemmers = new()
    {
        ["es"] = new SpanishLightStemmer().Stem,
        ["pt"] = new PortugueseLightStemmer().Stem,
        ["it"] = new ItalianLightStemmer().Stem,
        ["fr"] = new FrenchLightStemmer().Stem,
        ["de"] = new GermanLightStemmer().Stem,
    };

    [Theory]
    [InlineData("es")]
    [InlineData("pt")]
    [InlineData("it")]
    [InlineData("fr")]
    [InlineData("de")]
    public void Forms_PairsOfALanguage_FindMoreThanAStemmerAndMergeLess(string language)
    {
        var pairs = InflectionPairs.Of(language);
        var same = pairs.Where(pair => pair.IsSame).ToList();
        var others = pairs.Where(pair => !pair.IsSame).ToList();
        Tell("found by the stemmer alone", same.Where(pair => HasOneStem(pair, language) && !IsForm(pair, language)));
        Tell("found by forms alone", same.Where(pair => !HasOneStem(pair, language) && IsForm(pair, language)));
        Tell("falsely by the stemmer alone", others.Where(pair => HasOneStem(pair, language) && !IsForm(pair, language)));
        Tell("falsely by forms alone", others.Where(pair => !HasOneStem(pair, language) && IsForm(pair, language)));
        Assert.True(same.Count(pair => IsForm(pair, language)) >= same.Count(pair => HasOneStem(pair, language)));
        Assert.True(others.Count(pair => IsForm(pair, language)) <= others.Count(pair => HasOneStem(pair, language)));

        void Tell(string what, IEnumerable<(string Word, string Other, bool)> found)
        {
            var told = found.Select(pair => $"{pair.Word}/{pair.Other}").ToList();
            output.WriteLine($"{language}: {told.Count} {what}: {string.Join(' ', told.Take(20))}");
        }
    }

    private static bool IsForm((string Word, string Other, bool) pair, string language) =>
        Inflector.Forms(FirstOf(pair.Word), language).Contains(FirstOf(pair.Other));

    private static bool HasOneStem((string Word, string Other, bool) pair, string language) =>
        StemOf(pair.Word, language) == StemOf(pair.Other, language);

    // Stemmers want the accents; afterwards they mean nothing.
    private static string StemOf(string word, string language)
    {
        var letters = word.ToLowerInvariant().ToCharArray();
        return FirstOf(new string(letters, 0, Stemmers[language](letters, letters.Length)));
    }

    private static string FirstOf(string word) => Tokenizer.Read(word) is [var first, ..] ? first.Folded : "";
}
