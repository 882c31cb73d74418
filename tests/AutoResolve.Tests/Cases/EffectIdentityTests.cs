using AutoResolve.Actions;
using AutoResolve.Journaling;
using CsCheck;

namespace AutoResolve.Tests.Cases;

/// <summary>What an effect is, is what identifies it: tenant, case, turn, handler and content, and nothing else.</summary>
public sealed class EffectIdentityTests
{
    private static readonly CaseKeys Keys = new(new JournalSecret("1", new byte[JournalSecret.MinBytes]));

    // Few values, and such as run into each other where they are only put one behind the other.
    private static readonly Gen<string> Part = One("", "a", "b", "ab", "a\n", "1:a", "s1:a", "null");

    private static readonly Gen<(string? Tenant, string Id, string Turn, string Handler, string Content)> Effects = Gen.Select(
        Gen.OneOf(Gen.Const((string?)null), Part.Select(part => (string?)part)),
        Part,
        Part,
        Part,
        Part
    );

    [Fact]
    public void Key_OfTwoEffects_IsTheSameOnlyWhereAllIsTheSame() =>
        Gen.Select(Effects, Effects)
            .Sample(
                (one, other) =>
                {
                    // No tenant and an empty one are the same.
                    var same =
                        (one.Tenant ?? "", one.Id, one.Turn, one.Handler, one.Content)
                        == (other.Tenant ?? "", other.Id, other.Turn, other.Handler, other.Content);
                    return same == (Key(one) == Key(other));
                },
                iter: 20_000
            );

    [Fact]
    public void Content_OfTwoSetsOfParameters_IsTheSameOnlyWhereTheyAreEqual() =>
        Gen.Select(Parameters, Parameters)
            .Sample((one, other) => Equal(one, other) == (Content("unlock", one) == Content("unlock", other)), iter: 20_000);

    [Fact]
    public void Content_OfParametersInAnotherOrder_IsTheSame() =>
        Assert.Equal(Content("unlock", new() { ["a"] = "1", ["b"] = 2L }), Content("unlock", new() { ["b"] = 2L, ["a"] = "1" }));

    [Fact]
    public void Content_OfARoute_IsItsTeamAndNoProse()
    {
        var decided = Decided with { Team = "billing", Summary = "Because of this." };

        Assert.Equal(
            Content("route", [], decided),
            Content("route", new() { ["reason"] = "Because of that." }, decided with { Summary = "Other." })
        );
        Assert.NotEqual(Content("route", [], decided), Content("route", new() { ["team"] = "claims" }, decided));
        Assert.NotEqual(Content("route", [], decided), Content("route", [], decided with { Team = "claims" }));
    }

    [Fact]
    public void Content_OfAnEscalation_IsTheSameWhateverTeamIsKnown() =>
        Assert.Equal(Content("escalate", []), Content("escalate", [], Decided with { Team = "claims" }));

    [Fact]
    public void Content_OfWhatIsSaid_IsQuestionsOrAnswerWithItsLanguage()
    {
        var answer = new Answer { Text = "Wait.", Locale = "en" };
        var decided = Decided with { Answer = answer, Questions = [new Question("device", "device", "Which device?")] };

        Assert.Equal(
            Content("ask", [], decided),
            Content("ask", [], decided with { Questions = [new Question("device", "device", "¿Qué aparato?")] })
        );
        Assert.NotEqual(
            Content("ask", [], decided),
            Content("ask", [], decided with { Questions = [new Question("time", "time", "When?")] })
        );
        Assert.NotEqual(Content("reply", [], decided), Content("reply", [], decided with { Answer = answer with { Text = "Go on." } }));
        Assert.NotEqual(Content("reply", [], decided), Content("reply", [], decided with { Answer = answer with { Locale = "es" } }));
        Assert.NotEqual(
            Content("reply", [], decided),
            Content("reply", [], decided with { Answer = answer with { Steps = [new AnswerStep("one", "Do.")] } })
        );
    }

    private static Resolution Decided =>
        new()
        {
            IssueId = "1",
            Outcome = Outcome.Fixed,
            Reason = ResolutionReason.RuleMatched,
            Summary = "",
        };

    private static Gen<Dictionary<string, object?>> Parameters =>
        Gen.Dictionary(
            One("a", "b", "ab"),
            Gen.OneOf<object?>(
                Gen.Const((object?)null),
                Part.Select(part => (object?)part),
                Gen.Long[0, 2].Select(number => (object?)number),
                Gen.Bool.Select(truth => (object?)truth),
                Part.List[0, 2].Select(parts => (object?)parts.ConvertAll(part => (object?)part))
            )
        )[0, 3];

    private static Gen<string> One(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);

    private static string Key((string? Tenant, string Id, string Turn, string Handler, string Content) effect) =>
        Keys.Effect(new CaseReference(effect.Tenant, effect.Id), effect.Turn, effect.Handler, effect.Content);

    private static string Content(string handler, Dictionary<string, object?> parameters, Resolution? decided = null) =>
        EffectContent.Of(new PlannedAction { Handler = handler, Parameters = parameters }, decided ?? Decided);

    private static bool Equal(Dictionary<string, object?> one, Dictionary<string, object?> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && Equal(pair.Value, value));

    private static bool Equal(object? one, object? other) =>
        (one, other) is (List<object?> list, List<object?> otherList) ? list.SequenceEqual(otherList) : Equals(one, other);
}
