using AutoResolve.Regexes;
using CsCheck;

namespace AutoResolve.Tests.Regexes;

public sealed class NeededRunsTests
{
    private static readonly CharacterSets Sets = new();

    private static readonly Gen<string> Pattern = Gen.Recursive<string>(
        (depth, inner) =>
        {
            var part = Gen.OneOf("pho", "xk", "is", "x", "K", "é", "\\w", "\\b", "[ -]", "j?", "\\s+", "(?<value>xi)");
            if (depth > 2)
                return part;
            var repeated = Gen.Frequency(
                (3, part),
                (2, Gen.Select(inner, Gen.OneOf("", "*", "+", "?", "{2}")).Select(pair => $"(?:{pair.Item1}){pair.Item2}"))
            );
            var sequence = repeated.Array[1, 3].Select(string.Concat);
            return Gen.Frequency((3, sequence), (1, sequence.Array[2, 3].Select(branches => string.Join('|', branches))));
        }
    );

    private static readonly Gen<string> Text = Gen.OneOf(
            "PHO",
            "pho",
            "x",
            "k",
            "\u212A",
            "i",
            "\u0130",
            "\u0131",
            "\u017F",
            "s",
            "é",
            "É",
            " ",
            "j"
        )
        .Array[0, 6]
        .Select(string.Concat);

    [Fact]
    public void Of_AnyTextThatMatches_HasOne()
    {
        var (matched, turnedAway) = (0, 0);
        Gen.Select(Pattern, Text.Array[10])
            .Sample(
                (pattern, texts) =>
                {
                    var compiled = Compile(pattern);
                    var needs = compiled.FindRuns();
                    foreach (var text in texts)
                    {
                        var mayMatch = needs?.AreIn(text) != false;
                        var matches = compiled.Find(text, onlyWhether: true) is not null;
                        Assert.True(mayMatch || !matches, $"/{pattern}/ is found in '{text}'.");
                        Interlocked.Add(ref matched, matches ? 1 : 0);
                        Interlocked.Add(ref turnedAway, mayMatch ? 0 : 1);
                    }
                },
                iter: 2_000
            );

        Assert.InRange(matched, 1_000, 20_000);
        Assert.InRange(turnedAway, 1_000, 20_000);
    }

    [Theory]
    [InlineData(@"\bmy (?:phone|tablet)s?\b", "my computer", false)]
    [InlineData(@"\bmy (?:phone|tablet)s?\b", "MY TABLETS", true)]
    [InlineData(@"\b(?:\w+\s+)?(?:says?|said)\s+\w+", "it told me so", false)]
    [InlineData(@"\b(?:\w+\s+)?(?:says?|said)\s+\w+", "it SAID so", true)]
    [InlineData(@"(?:tablet|\d)x", "no word of it", true)]
    [InlineData(@"(?:kiosk)+", "\u212Aiosk", true)]
    [InlineData(@"(?:kiosk)*", "", true)]
    public void Of_Example_MayMatch(string pattern, string text, bool expected) =>
        Assert.Equal(expected, Compile(pattern).FindRuns()?.AreIn(text) != false);

    private static CompiledRegex Compile(string pattern) => CompiledRegex.Of(pattern, RegexReader.Read(pattern, Sets)!, Sets)!;
}
