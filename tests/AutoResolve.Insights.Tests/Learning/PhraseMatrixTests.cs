using System.Globalization;
using AutoResolve.Insights.Learning;

namespace AutoResolve.Insights.Tests.Learning;

public sealed class PhraseMatrixTests
{
    [Fact]
    public async Task Read_MorePhrasesThanOneRuleFileShouldHold_FindsEach()
    {
        const int Words = 10_500;
        var texts = Enumerable
            .Range(0, 2 * Words / 10)
            .Select(text => new LabelledText(
                string.Join(". ", Enumerable.Range(text / 2 * 10, 10).Select(word => Word(word))),
                text % 2 == 0
            ))
            .ToList();

        var matrix = await PhraseMatrix.ReadAsync(texts, forGuard: false, CancellationToken.None);

        var places = matrix.Phrases.Index().ToDictionary(phrase => phrase.Item, phrase => phrase.Index);
        Assert.All(Enumerable.Range(0, Words), word => Assert.Contains(places[Word(word)], matrix.Found[word / 10 * 2]));
    }

    // Letters alone, and none that is another with an ending.
    private static string Word(int number) =>
        "q" + string.Concat(number.ToString("D5", CultureInfo.InvariantCulture).Select(digit => "bcdfghjklm"[digit - '0'])) + "x";
}
