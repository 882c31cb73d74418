using AutoResolve.Regexes;
using CsCheck;

namespace AutoResolve.Tests.Regexes;

public class LetterPairTests
{
    [Fact]
    public void LetterPair_FindsEveryPlaceThatATextCanBeginAt()
    {
        var texts = Gen.Char["abAB1 \u00E9\u212A"].Array[0, 100].Select(characters => new string(characters));
        Gen.Select(texts, Gen.Int[1, 3])
            .Sample(
                (text, distance) =>
                {
                    var places = Enumerable
                        .Range(0, Math.Max(0, text.Length - distance))
                        .Where(at => MayBe(text[at], 'a') && MayBe(text[at + distance], 'b'));
                    Assert.Equal(places, Places(new LetterPair((byte)'a', (byte)'b', distance), text));
                }
            );
    }

    [Fact]
    public void LetterPair_FindsNothing_BehindTheEndOfTheText()
    {
        Assert.Equal(-1, new LetterPair((byte)'a', (byte)'b', 1).Find("ab", 2));
        Assert.Equal(-1, new LetterPair((byte)'a', (byte)'b', 1).Find("", 0));
    }

    private static bool MayBe(char character, char letter) => char.ToLowerInvariant(character) == letter || !char.IsAscii(character);

    private static IEnumerable<int> Places(LetterPair pair, string text)
    {
        for (var at = pair.Find(text, 0); at >= 0; at = pair.Find(text, at + 1))
            yield return at;
    }
}
