using AutoResolve.Budgets;
using AutoResolve.Regexes;
using CsCheck;

namespace AutoResolve.Tests.Regexes;

/// <summary>What a pattern costs at most at a character is told without a text, and counted with one.</summary>
public sealed class RegexCostTests
{
    private const int Length = 2_000;

    private static readonly CharacterSets Sets = new();

    private static readonly Gen<string> Pattern = Gen.Recursive<string>(
        (depth, inner) =>
        {
            var atom = Gen.OneOf("a", "b", "ab", "é", "[ab]", "[^a]", "\\w", "\\W", "\\p{L}", "[а-я]", ".", "\\b", "error", "1");
            var part = depth > 3 ? atom : Gen.Frequency((3, atom), (2, inner.Select(nested => $"(?:{nested})")));
            var repeated = Gen.Frequency(
                (2, part),
                (2, Gen.Select(part, Gen.OneOf("*", "+", "?", "{1,9}", "{12}", "{0,20}")).Select(pair => $"(?:{pair.Item1}){pair.Item2}"))
            );
            var sequence = repeated.Array[1, 3].Select(string.Concat);
            return Gen.Frequency((3, sequence), (1, sequence.Array[2, 6].Select(branches => string.Join('|', branches))));
        }
    );

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("a", "ab", "aé", "error ", "aab", "a b ", "ё", "1a", "привет ").Select(piece => Repeat(piece)),
        Gen.OneOf('a', 'b', 'é', ' ', '1', 'я', '\n').Array[Length].Select(letters => new string(letters))
    );

    [Fact]
    public void PerCharacter_AnyPatternAndText_IsNeverExceeded()
    {
        var most = 0.0;
        Gen.Select(Pattern.Where(pattern => PatternScan.Of(pattern).Size <= 500), Text.Array[3])
            .Sample(
                (pattern, texts) =>
                {
                    var compiled = Compile(pattern);
                    foreach (var text in texts)
                    {
                        var taken = StepsOf(compiled, text + "\u0001");
                        var allowed = (long)compiled.MaxStepsPerCharacter * (text.Length + 2);
                        Assert.True(taken <= allowed, $"/{pattern}/ took {taken} steps, not {allowed}: {text[..20]}");
                        most = Math.Max(most, (double)taken / allowed);
                    }
                },
                iter: 1_000,
                threads: 1
            );

        // It is no bound that nothing comes near.
        Assert.InRange(most, 0.8, 1);
    }

    [Theory]
    [InlineData("([ab]{1,40}c?){6}q$", "ab", 480, 490)]
    [InlineData("(?:(a?b?){1,20}c?){4}q$", "ab", 400, 410)]
    [InlineData("(?:(?:[ab]*)?){0,20}\\W", "aé", 80, 84)]
    [InlineData("error x", "error ", 1, 2)]
    [InlineData("[0-9]{3}-[0-9]{4}", "abc ", 0, 1)]
    public void Find_RepeatedText_TakesSteps(string pattern, string piece, int least, int most) =>
        Assert.InRange((double)StepsOf(Compile(pattern), Repeat(piece)) / Length, least, most);

    [Fact]
    public void Find_BudgetIsUsedUp_EndsAndFindsNothing()
    {
        var pattern = Compile("[ab]{1,200}q");
        var work = new WorkBudget(10_000);

        Assert.Null(pattern.Find(Repeat("ab") + "q", onlyWhether: true, work));

        Assert.True(work.IsSpent);
        Assert.InRange(work.Taken, 10_001, 10_000 + pattern.MaxStepsPerCharacter);
        Assert.NotNull(pattern.Find(Repeat("ab") + "q", onlyWhether: true, new WorkBudget()));
    }

    private static long StepsOf(CompiledRegex pattern, string text)
    {
        var work = new WorkBudget();
        pattern.Find(text, onlyWhether: false, work);
        return work.Taken;
    }

    private static CompiledRegex Compile(string pattern) => CompiledRegex.Of(pattern, RegexReader.Read(pattern, Sets)!, Sets)!;

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
}
