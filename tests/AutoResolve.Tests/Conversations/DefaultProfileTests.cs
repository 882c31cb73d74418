using AutoResolve.Conversations;
using AutoResolve.Rules;
using AutoResolve.Rules.Linting;
using AutoResolve.Rules.Reading;
using AutoResolve.Tests.Docs;
using CsCheck;

namespace AutoResolve.Tests.Conversations;

public sealed class DefaultProfileTests
{
    private static readonly string[] Said =
    [
        "it works now",
        "that fixed it",
        "I'm in",
        "still not working",
        "tried that",
        "never mind",
        "please disregard",
        "let me talk to a person",
        "human please",
        "thanks",
        "ok will do",
        "no, I meant ID.me",
        "my phone shows error 110",
        "ya funciona",
        "gracias",
        "quiero hablar con una persona",
        "olvídelo",
        "the form is missing",
    ];

    [Fact]
    public void File_Default_IsASoundSetThatAnyoneMayTakeOver()
    {
        var file = new RuleFile(
            "default-profile.json",
            File.ReadAllBytes(Path.Combine(Repository.Root, "src/AutoResolve.Engine/Conversations/default-profile.json"))
        );

        var result = Rulebook.TryLoad([file], new RulebookOptions(), TimeProvider.System);

        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Code is not (LintCodes.NearWords or LintCodes.FoundAnyway));
        Assert.Equal(["en", "es"], result.Rulebook!.Sets.Single().Profile!.Languages.Select(language => language.Tag.Value));
        Assert.All(result.Rulebook.Sets.Single().Profile!.Languages, language =>
            Assert.Equal(ObjectSchemas.Signals, language.Signals.Select(signal => signal.Name.Value))
        );
    }

    [Fact]
    public void Signals_All_HaveAName() =>
        Assert.Equal(ObjectSchemas.Signals, Enum.GetNames<Signal>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));

    [Fact]
    public void Says_Text_DoesNotDependOnPunctuationAroundItOrCase()
    {
        string[] signs = ["", " ", ".", "!", "...", "\n", " - ", "(", ")", "\"", "*", "!!!", " :) ", ";", "…"];
        var around = Gen.Int[0, signs.Length - 1].Select(place => signs[place]);

        Gen.Select(Gen.Int[0, Said.Length - 1].Select(place => Said[place]), around, around, Gen.Int[0, 2])
            .Sample(
                (text, before, after, form) =>
                {
                    var changed =
                        before
                        + (
                            form == 0 ? text
                            : form == 1 ? text.ToUpperInvariant()
                            : text.ToLowerInvariant()
                        )
                        + after;
                    return DefaultProfile.Profile.Of(Profiles.Text(text)) == DefaultProfile.Profile.Of(Profiles.Text(changed));
                },
                iter: 2_000
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n  ")]
    [InlineData("?!…")]
    public void Says_NoWords_NothingIsSaid(string text) => Assert.Equal(SignalSet.None, DefaultProfile.Profile.Of(Profiles.Text(text)));
}
