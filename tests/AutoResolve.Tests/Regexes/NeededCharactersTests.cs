using AutoResolve.Regexes;
using AutoResolve.Words;
using CsCheck;

namespace AutoResolve.Tests.Regexes;

public sealed class NeededCharactersTests
{
    private static readonly CharacterSets Sets = new();

    private static readonly Gen<string> Pattern = Gen.Recursive<string>(
        (depth, inner) =>
        {
            var part = Gen.OneOf("\\d", "x", "k", "[#q]", "é", "\\w", "\\b", ".", "j?", "-", "[“\"]");
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

    private static readonly Gen<string> Text = Gen.OneOf("a", "7", "٣", "x", "k", "\u212A", "#", "q", "é", "É", "-", "“", " ", "j")
        .Array[0, 6]
        .Select(string.Concat);

    [Fact]
    public void Of_AnyTextThatMatches_HasOneOfEach()
    {
        var (matched, turnedAway) = (0, 0);
        Gen.Select(Pattern, Text.Array[10])
            .Sample(
                (pattern, texts) =>
                {
                    var compiled = Compile(pattern);
                    var needs = compiled.FindNeeds();
                    foreach (var text in texts)
                    {
                        var characters = new TextCharacters();
                        characters.Read(text);
                        var mayMatch = needs.All(need => need.AreIn(characters));
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
    [InlineData(@"\b\d{1,3}-\d+", "no digit", false)]
    [InlineData(@"\b\d{1,3}-\d+", "7 but nothing between", false)]
    [InlineData(@"\b\d{1,3}-\d+", "7-7", true)]
    [InlineData(@"(?:\d|“)x?", "“", true)]
    [InlineData(@"\w+", "", true)]
    public void Of_Example_MayMatch(string pattern, string text, bool expected)
    {
        var characters = new TextCharacters();
        characters.Read(text);

        Assert.Equal(expected, Compile(pattern).FindNeeds().All(need => need.AreIn(characters)));
    }

    private static CompiledRegex Compile(string pattern) => CompiledRegex.Of(pattern, RegexReader.Read(pattern, Sets)!, Sets)!;
}
