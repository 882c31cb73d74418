using AutoResolve.Conversations;
using AutoResolve.Rules.Linting;
using AutoResolve.Tests.Rules;
using AutoResolve.Words;

namespace AutoResolve.Tests.Conversations;

public sealed class ConversationProfileTests
{
    [Fact]
    public void Profile_OfRulebookWithoutOne_IsTheDefault() =>
        Assert.Same(
            DefaultProfile.Profile,
            Rulebook.TryLoad([RuleFiles.File(RuleFiles.Rule())], new RulebookOptions(), TimeProvider.System).Rulebook!.Profile
        );

    [Fact]
    public void Profile_Own_ReplacesKeyByKeyWithinLanguage()
    {
        var profile = Profiles.Of(
            """
            { "en": { "withdrawn": { "anyOf": ["forget about it"] }, "extractors": { "device": { "anyOf": ["gizmo"] } } },
              "de": { "solved": { "anyOf": ["geht wieder"] } } }
            """
        );

        Assert.True(profile.Says(Signal.Withdrawn, "forget about it"));
        Assert.False(profile.Says(Signal.Withdrawn, "never mind"));
        Assert.True(profile.Says(Signal.Solved, "it works now"));
        Assert.True(profile.Says(Signal.Solved, "Es geht wieder!"));
        Assert.Equal("Gizmo", profile.Find("device", "My Gizmo and my iPhone"));
        Assert.Equal("110", profile.Find("errorCode", "error 110"));
    }

    [Fact]
    public void Says_ListsAndConditionsOfVisibleSets_AreUsed()
    {
        var profile = Profiles.Of(
            """{ "en": { "solved": { "all": [ { "use": "works" } ], "none": [ { "anyOf": ["not @fine"] } ] } } }""",
            """ "lists": { "fine": ["hunky dory"] }, "conditions": { "works": { "anyOf": ["@fine"] } },"""
        );

        Assert.True(profile.Says(Signal.Solved, "all hunky-dory"));
        Assert.False(profile.Says(Signal.Solved, "not hunky dory"));
    }

    [Fact]
    public void Of_Text_GivesAllItsSignals()
    {
        var said = Profiles
            .Of("""{ "en": { "solved": { "anyOf": ["fine"] }, "waiting": { "anyOf": ["cheers"] } } }""")
            .Of(Profiles.Text("Fine, cheers"));

        Assert.True(said.Has(Signal.Solved));
        Assert.True(said.Has(Signal.Waiting));
        Assert.False(said.Has(Signal.Unsolved));
    }

    [Theory]
    [InlineData("""{ "regex": "line (?<value>\\d+)" }""", "on LINE 12 and line 13", "12")]
    [InlineData("""{ "regex": "line \\d+" }""", "on LINE 12", "LINE 12")]
    [InlineData("""{ "regex": "line(?<value>.{0,9})" }""", "line   12  ", "12")]
    [InlineData("""{ "regex": "line(?<value>.{0,9})" }""", "line  ", null)]
    [InlineData("""{ "regex": ["b+", "a+"] }""", "xx aa bb", "aa")]
    [InlineData("""{ "regex": ["a", "a+"] }""", "aaa", "aaa")]
    [InlineData("""{ "anyOf": ["phone", "phone app"] }""", "The Phone-App!", "Phone-App")]
    [InlineData("""{ "anyOf": ["phone", "laptop"] }""", "laptops, not phones", "laptops")]
    [InlineData("""{ "anyOf": ["phone"] }""", "telephone", null)]
    [InlineData("""{ "regex": "b+", "anyOf": ["a a"] }""", "xx A-A bb", "A-A")]
    [InlineData("""{ "regex": "area code \\d+|code (?<value>\\d+)" }""", "area code 1, area code 2, code 3", "3")]
    public void Find_Extractor_GivesValueThatBeginsFirst(string extractor, string text, string? value) =>
        Assert.Equal(value, Profiles.Of($$"""{ "en": { "extractors": { "mine": {{extractor}} } } }""").Find("mine", text));

    [Fact]
    public void Find_UnknownExtractor_GivesNothing() => Assert.Null(DefaultProfile.Profile.Find("nobodyHasThis", "text"));

    [Fact]
    public void Find_QuotedReply_IsNotRead()
    {
        var profile = Profiles.Of("""{ "en": { "extractors": { "mine": { "regex": "\\d+" }, "words": { "anyOf": ["seven"] } } } }""");

        Assert.Equal("2", profile.Find("mine", "> number 1\nnumber 2\n"));
        Assert.Null(profile.Find("words", "> seven\nnumber 2\n"));
    }

    [Fact]
    public void Find_LongValue_IsCutBetweenCharacters()
    {
        var profile = Profiles.Of("""{ "en": { "extractors": { "mine": { "regex": "x.*" } } } }""");

        Assert.Equal("x" + new string('a', 199), profile.Find("mine", "x" + new string('a', 500)));
        Assert.Equal("x" + new string('a', 198), profile.Find("mine", "x" + new string('a', 198) + "😀😀"));
    }

    [Fact]
    public void Find_SpaceAroundValue_IsLeftOut()
    {
        var view = new TokenizedText();
        view.Read("text", null, "ab  12  cd", null, [new TextRange(2, 6)]);

        Assert.Equal("12", Profiles.Of("""{ "en": { "extractors": { "mine": { "regex": "^.*$" } } } }""").Find("mine", view));
    }

    [Fact]
    public void Problems_OfPatternsAndPhrases_AreToldWithTheirPlace() =>
        Assert.Equal(
            """
            a.json:1:83 AR1009 Unknown key 'sollved' in a language of the profile. Did you mean 'solved'?
            a.json:2:24 AR1010 'regex' is missing in an extractor: add "regex": "error (?<value>\\d{3})", or "anyOf": [ … ] with phrases.
            a.json:2:85 AR3008 This pattern cannot be read here: a '(' is never closed. Add ')', or write '\(' for the sign itself.
            a.json:3:21 AR3001 There is no list 'nothing' in this set or in a shared one. Define it under "lists", or correct the name.
            """,
            Profiles.Problems(
                """
                { "en": { "sollved": { "anyOf": ["x"] }, "waiting": { "anyOf": ["x"] },
                  "extractors": { "a": {}, "b": { "regex": "x", "anyOf": ["x"] }, "c": { "regex": "(" },
                  "d": { "anyOf": ["@nothing"] } } } }
                """
            )
        );

    [Fact]
    public void Lint_NamesOfProfile_CountAsUsed()
    {
        var problems = Rulebook
            .TryLoad(
                [
                    RuleFiles.File(
                        """
                        { "set": "talk", "title": "T", "owner": "o", "shared": true,
                          "lists": { "a": ["x"], "b": ["y"], "c": ["z"] }, "conditions": { "d": { "anyOf": ["@a"] } },
                          "profile": { "en": { "solved": { "use": "d" },
                          "extractors": { "e": { "anyOf": ["@b"] } } } } }
                        """
                    ),
                ],
                new RulebookOptions(),
                TimeProvider.System
            )
            .Diagnostics;

        Assert.Equal(
            "Nothing uses the list 'c'. Remove it, or check the spelling where it was meant to be used.",
            Assert.Single(problems, problem => problem.Code == LintCodes.Unused).Message
        );
    }
}
