using AutoResolve.Words;
using AutoResolve.Words.Inflection;
using Xunit.Abstractions;

namespace AutoResolve.Tests.Words.Inflection;

/// <summary>Forms of other languages than English, measured on pairs of words: see the README beside the pairs.</summary>
public sealed class InflectionPairsTests(ITestOutputHelper output)
{
    private const double MinFound = 0.95;
    private const double MaxFalse = 0.01;

    [Theory]
    [InlineData("es")]
    [InlineData("pt")]
    [InlineData("it")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("es-b")]
    [InlineData("pt-b")]
    [InlineData("it-b")]
    [InlineData("fr-b")]
    [InlineData("de-b")]
    public void Forms_PairsOfALanguage_FindNearlyAllOfOneWordAndNearlyNoneOfTwo(string file)
    {
        var (same, missed, others, merged) = Read(file);
        Assert.True(missed <= same * (1 - MinFound), $"{missed} of {same} are missed.");
        Assert.True(merged <= others * MaxFalse, $"{merged} of {others} are found falsely.");
    }

    // As they were at first: see the README.
    [Theory]
    [InlineData("es-c", 60, 1)]
    [InlineData("pt-c", 59, 2)]
    [InlineData("it-c", 59, 1)]
    [InlineData("fr-c", 57, 0)]
    [InlineData("de-c", 56, 3)]
    public void Forms_PairsThatWereNotLookedAt_AreAsAtFirst(string file, int found, int falsely)
    {
        var (same, missed, _, merged) = Read(file);
        Assert.InRange(same - missed, found, same);
        Assert.InRange(merged, 0, falsely);
    }

    private (int Same, int Missed, int Others, int Merged) Read(string file)
    {
        var language = file[..2];
        var pairs = InflectionPairs.Of(file);
        var missed = pairs.Where(pair => pair.IsSame && !Finds(pair.Word, pair.Other, language)).ToList();
        var merged = pairs
            .Where(pair => !pair.IsSame && (Finds(pair.Word, pair.Other, language) || Finds(pair.Other, pair.Word, language)))
            .ToList();
        var (same, others) = (pairs.Count(pair => pair.IsSame), pairs.Count(pair => !pair.IsSame));
        output.WriteLine($"{file}: {same - missed.Count} of {same} found, {merged.Count} of {others} falsely");
        output.WriteLine("missed: " + string.Join(", ", missed.Select(pair => $"{pair.Word}/{pair.Other}")));
        output.WriteLine("false: " + string.Join(", ", merged.Select(pair => $"{pair.Word}/{pair.Other}")));
        return (same, missed.Count, others, merged.Count);
    }

    // Of what is several words, each is of its own.
    private static bool Finds(string word, string other, string language)
    {
        var (words, others) = (Tokenizer.Read(word), Tokenizer.Read(other));
        return words.Zip(others).All(pair => Inflector.Forms(pair.First.Folded, language).Contains(pair.Second.Folded));
    }
}
