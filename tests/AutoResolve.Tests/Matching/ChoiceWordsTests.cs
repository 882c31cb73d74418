using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Tests.Conversations;
using CsCheck;

namespace AutoResolve.Tests.Matching;

/// <summary>A choice is named where it is meant, not where it is denied or asked about.</summary>
public sealed class ChoiceWordsTests
{
    private static readonly ChoiceWords Labs = new("labs", ["Lab results"]);

    [Theory]
    [InlineData("labs")]
    [InlineData("The labs.")]
    [InlineData("my lab results, please")]
    [InlineData("no, the labs")]
    [InlineData("Not sure. Labs")]
    [InlineData("not sure, labs I think")]
    [InlineData("I can't see my labs")]
    [InlineData("I do not see the lab results")]
    [InlineData("My labs are missing")]
    [InlineData("the labs are wrong")]
    [InlineData("the labs are not there")]
    [InlineData("Labs, can you send them?")]
    [InlineData("Can you help? It is the labs")]
    [InlineData("not the notes but the labs")]
    [InlineData("not the labs of May? yes, the labs")]
    [InlineData("No it's about labs")]
    [InlineData("no the labs")]
    [InlineData("No on my labs")]
    [InlineData("It is not loading: lab results")]
    [InlineData("never got my labs")]
    [InlineData("mis labs")]
    public void StandsIn_Meant_Is(string text) => Assert.True(Stands(text));

    [Theory]
    [InlineData("not the labs")]
    [InlineData("Not my lab results, the notes")]
    [InlineData("no labs")]
    [InlineData("It isn't the labs")]
    [InlineData("it is not about my labs")]
    [InlineData("I don't mean the labs")]
    [InlineData("I do not want labs")]
    [InlineData("everything except the labs")]
    [InlineData("all without labs")]
    [InlineData("instead of labs")]
    [InlineData("neither labs nor notes")]
    [InlineData("the labs are fine, it's the other one")]
    [InlineData("my lab results look good")]
    [InlineData("do I need labs?")]
    [InlineData("Are there lab results in it?")]
    [InlineData("what are labs?")]
    [InlineData("labs?")]
    [InlineData("no los labs")]
    [InlineData("todo menos nada, sin labs")]
    [InlineData("¿necesito labs?")]
    [InlineData("laboratory")]
    [InlineData("")]
    public void StandsIn_DeniedOrAsked_IsNot(string text) => Assert.False(Stands(text));

    [Fact]
    public void StandsIn_DeniedAndThenMeant_Is() =>
        Gen.Select(
                OneOf("not", "it isn't", "without", "except", "never"),
                OneOf(" ", " the ", " about the ", " in any of "),
                OneOf("labs", "LAB RESULTS", "lab results")
            )
            .Sample(
                (denial, between, name) =>
                {
                    Assert.False(Stands(denial + between + name));
                    Assert.True(Stands(name));
                    Assert.True(Stands($"{denial}, {name}"));
                    Assert.True(Stands($"{denial}{between}{name}. I mean {name}"));
                }
            );

    private static bool Stands(string text) => Labs.StandsIn(Profiles.Text(text).Views(TextPart.Text)[0]);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);
}
