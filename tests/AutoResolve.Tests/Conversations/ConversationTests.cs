using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Conversations;

public sealed class ConversationTests
{
    private const string Questions = """
        "questions": {
          "device": { "say": { "en": "Which device?" }, "answeredWhen": { "anyOf": ["phone"] } },
          "line": { "say": { "en": "Which line?" }, "field": "lineNumber", "extract": "lineNumber" },
          "kind": { "say": { "en": "Which kind?" },
            "choices": [ { "value": "labs", "say": { "en": "Lab results" } },
            { "value": "notes", "say": { "en": "Notes" } } ] },
          "other": { "say": { "en": "What else?" }, "extract": "reply" }
        },
        "profile": { "en": { "extractors": { "lineNumber": { "regex": "line (?<value>\\d+)" } } } },
        "handlers": { "reset": "Resets a line" },
        """;

    [Fact]
    public void StillNotWorking_AfterTheSteps_HandsOn()
    {
        var talk = Begin(
            """
            { "outcome": "answer", "steps": [ { "id": "a", "say": { "en": "Do a." } },
              { "id": "b", "say": { "en": "Do b." } } ], "whenAllTried": { "outcome": "route", "team": "second" } }
            """
        );
        Assert.Equal(Outcome.Answered, talk.Begin().Outcome);

        var next = talk.Say("Still not working.");

        Assert.Equal((Outcome.Routed, ResolutionReason.AllStepsTried, "second"), (next.Outcome, next.Reason, next.Team));
        Assert.Equal(["a", "b"], next.Tried);
    }

    [Fact]
    public void SixTurns_OfTheFormat_GoAsItSays()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "office",
                """ "questions": { "model": { "say": { "en": "Which model?" }, "answeredWhen": { "anyOf": ["laserjet"] } } },""",
                SomeRules.Rule(
                    "dead",
                    """
                    { "outcome": "answer", "ask": [ { "question": "model", "blocking": true } ],
                      "whenAllTried": { "outcome": "route", "team": "printing" },
                      "steps": [ { "id": "a", "say": { "en": "Do a." } }, { "id": "b", "say": { "en": "Do b." } } ] }
                    """,
                    """{ "allOf": ["printer", "dead"] }"""
                ),
                SomeRules.Rule("drops", """{ "outcome": "answer", "answer": { "en": "Do so." } }""", """{ "allOf": ["wifi", "drops"] }""")
            )
        );
        var talk = new Talk(rulebook, SomeRules.Issue("The printer is dead."));

        Assert.Equal((Outcome.Asked, "dead"), Came(talk.Begin()));
        var steps = talk.Say("It is a LaserJet.");
        Assert.Equal((Outcome.Answered, "dead"), Came(steps));
        Assert.Equal(["a", "b"], steps.Answer!.Steps.Select(step => step.Id));
        Assert.Equal(ResolutionReason.GoesOn, talk.Say("Thanks, I will try that tonight.").Reason);
        var handed = talk.Say("Still not working.");
        Assert.Equal((Outcome.Routed, "printing"), (handed.Outcome, handed.Team));
        Assert.Equal((Outcome.Answered, "drops"), Came(talk.Say("The wifi drops, too.")));
        Assert.Equal((Outcome.Closed, ResolutionReason.Solved), Of(talk.Say("It works now.")));

        static (Outcome, string?) Came(Resolution resolution) => (resolution.Outcome, resolution.Rule?.Id);
    }

    [Theory]
    [InlineData("alpha", Outcome.Asked, "asks")]
    [InlineData("alpha on line 7", Outcome.Answered, "seven")]
    [InlineData("alpha on line 8", Outcome.Routed, "asks")]
    public void Answer_ThatIsGivenBeforeItIsAsked_DecidesLikeOneThatIsGivenAfter(string text, Outcome outcome, string rule)
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "office",
                Questions,
                SomeRules.Rule(
                    "asks",
                    """{ "outcome": "route", "team": "desk", "ask": [ { "question": "line", "blocking": true } ] }""",
                    """{ "allOf": ["alpha"] }"""
                ),
                SomeRules.Rule(
                    "seven",
                    """{ "outcome": "answer", "answer": { "en": "It is so." } }""",
                    """{ "all": [ { "allOf": ["alpha"] }, { "field": "lineNumber", "equals": "7" } ] }"""
                )
            )
        );
        var atOnce = new Talk(rulebook, SomeRules.Issue(text)).Begin();
        Assert.Equal((outcome, rule), (atOnce.Outcome, atOnce.Rule?.Id));
        if (outcome == Outcome.Asked)
            return;

        var asked = new Talk(rulebook, SomeRules.Issue("alpha"));
        Assert.Equal(Outcome.Asked, asked.Begin().Outcome);
        var then = asked.Say(text.Replace("alpha on ", "", StringComparison.Ordinal));
        Assert.Equal((atOnce.Outcome, atOnce.Rule?.Id, atOnce.Team), (then.Outcome, then.Rule?.Id, then.Team));
    }

    [Fact]
    public void Answers_ThatAreGivenBeforeTheyAreAsked_AreReadOneAfterTheOther()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "office",
                Questions,
                SomeRules.Rule(
                    "first",
                    """{ "outcome": "route", "team": "desk", "ask": [ { "question": "line", "blocking": true } ] }""",
                    """{ "allOf": ["alpha"] }"""
                ),
                SomeRules.Rule(
                    "second",
                    """{ "outcome": "route", "team": "desk", "ask": [ { "question": "kind", "blocking": true } ] }""",
                    """{ "all": [ { "allOf": ["alpha"] }, { "field": "lineNumber", "exists": true } ] }"""
                ),
                SomeRules.Rule(
                    "third",
                    """{ "outcome": "answer", "answer": { "en": "It is so." } }""",
                    """
                    { "all": [ { "allOf": ["alpha"] }, { "field": "lineNumber", "exists": true },
                      { "field": "kind", "equals": "labs" } ] }
                    """
                )
            )
        );

        Assert.Equal("third", new Talk(rulebook, SomeRules.Issue("alpha on line 7, lab results")).Begin().Rule?.Id);
    }

    [Fact]
    public void Answer_ThatWasGiven_IsNotGivenAgain()
    {
        var talk = Begin("""{ "outcome": "answer", "answer": { "en": "It is so." }, "team": "desk" }""");
        Assert.Equal(Outcome.Answered, talk.Begin().Outcome);

        var next = talk.Say("alpha, I said");

        Assert.Equal((Outcome.Escalated, ResolutionReason.AllStepsTried, "desk"), (next.Outcome, next.Reason, next.Team));
        Assert.Null(next.Answer);
    }

    [Theory]
    [InlineData("7", Outcome.Escalated)]
    [InlineData("8", Outcome.Fixed)]
    public void Fix_ThatWasDone_IsDoneAgainOnlyWithOtherValues(string line, Outcome expected)
    {
        var talk = Begin(
            """
            { "outcome": "fix", "actions": [ { "do": "reset", "with": { "line": "{{ issue.fields.lineNumber }}" } } ],
              "ask": [ { "question": "line", "blocking": true } ] }
            """
        );
        Assert.Equal(Outcome.Asked, talk.Begin().Outcome);
        var done = talk.Say("It is line 7.");
        Assert.Equal((Outcome.Fixed, "7"), (done.Outcome, done.Actions[0].Parameters["line"]));

        Assert.Equal(expected, talk.Say("alpha again", ("lineNumber", line)).Outcome);
    }

    [Theory]
    [InlineData("It is my phone.", "", Outcome.Routed, ResolutionReason.RuleMatched)]
    [InlineData("Here you are.", "tablet", Outcome.Routed, ResolutionReason.RuleMatched)]
    [InlineData("?", "", Outcome.Routed, ResolutionReason.QuestionsOpen)]
    public void Reply_ToWhatBlocks_GoesOnAnsweredOrNot(string text, string field, Outcome outcome, ResolutionReason reason)
    {
        var talk = Begin("""{ "outcome": "route", "team": "desk", "ask": [ { "question": "device", "blocking": true } ] }""");
        Assert.Equal((Outcome.Asked, ResolutionReason.FactsMissing), Of(talk.Begin()));

        var next = field.Length == 0 ? talk.Say(text) : talk.Say(text, ("device", field));

        Assert.Equal((outcome, reason), Of(next));
        Assert.Empty(next.Questions);
        Assert.Equal(reason == ResolutionReason.QuestionsOpen, next.OpenQuestions.Count == 1);
    }

    [Fact]
    public void Question_ThatWasPut_IsNotPutAgain()
    {
        var talk = Begin("""{ "outcome": "route", "team": "desk", "ask": ["device", "kind", "line", "other"] }""");
        Assert.Equal(["device", "kind", "line"], Ids(talk.Begin().Questions));

        var next = talk.Say("My phone, I think.");

        Assert.Equal(["other"], Ids(next.Questions));
        Assert.Equal(["kind", "line", "other"], Ids(next.OpenQuestions));
    }

    [Theory]
    [InlineData("the lab results", "labs")]
    [InlineData("LABS", "labs")]
    [InlineData("notes and lab results", null)]
    public void Choice_InWords_FillsTheField(string reply, string? expected)
    {
        var talk = Begin(
            """
            { "outcome": "answer", "answer": { "en": "Your {{ issue.fields.kind }}." },
              "ask": [ { "question": "kind", "blocking": true } ] }
            """
        );
        Assert.Equal(Outcome.Asked, talk.Begin().Outcome);

        var next = talk.Say(reply);

        Assert.Equal(expected is null ? null : $"Your {expected}.", next.Answer?.Text);
    }

    [Fact]
    public void WholeReply_IsTheValueOfAQuestionThatTakesIt()
    {
        var talk = Begin(
            """
            { "outcome": "answer", "answer": { "en": "So: {{ issue.fields.other }}." },
              "ask": [ { "question": "other", "blocking": true } ] }
            """
        );
        talk.Begin();

        Assert.Equal("So: Nothing but this.", talk.Say("Nothing but this").Answer?.Text);
    }

    [Theory]
    [InlineData("Thanks!")]
    [InlineData("Still not working.")]
    [InlineData("lab results")]
    [InlineData("?")]
    public void WholeReply_ThatIsNoneOrAnswersAnother_IsNotTaken(string reply)
    {
        var talk = Begin("""{ "outcome": "route", "team": "desk", "ask": ["kind", "other"] }""");
        Assert.Equal(["kind", "other"], Ids(talk.Begin().Questions));

        talk.Say(reply);

        Assert.Contains("other", Ids(talk.Say("alpha").OpenQuestions));
    }

    [Fact]
    public void WhatTheTextSays_IsNotAskedAndStandsInTheAnswer()
    {
        var talk = new Talk(
            Rules(
                """
                { "outcome": "answer", "answer": { "en": "Line {{ issue.fields.lineNumber }}." },
                  "ask": [ { "question": "line", "blocking": true } ] }
                """
            ),
            SomeRules.Issue("alpha on line 12")
        );

        Assert.Equal("Line 12.", talk.Begin().Answer?.Text);
    }

    [Theory]
    [InlineData("It works now.", Outcome.Closed, ResolutionReason.Solved)]
    [InlineData("Never mind, you can close this.", Outcome.Closed, ResolutionReason.Withdrawn)]
    [InlineData("Let me talk to a person.", Outcome.Routed, ResolutionReason.PersonWanted)]
    [InlineData("Thanks!", Outcome.Answered, ResolutionReason.GoesOn)]
    [InlineData("beta", Outcome.Routed, ResolutionReason.RuleMatched)]
    [InlineData("It works now, but beta.", Outcome.Routed, ResolutionReason.RuleMatched)]
    [InlineData("omega: he is in danger. It works now.", Outcome.Escalated, ResolutionReason.Guarded)]
    public void Turn_AfterAnAnswer_IsHeardAsItIsMeant(string text, Outcome outcome, ResolutionReason reason)
    {
        var talk = Begin("""{ "outcome": "answer", "answer": { "en": "It is so." } }""");
        talk.Begin();

        Assert.Equal((outcome, reason), Of(talk.Say(text)));
    }

    [Fact]
    public void Guard_ThatMatchedOnce_StopsAllThatFollows()
    {
        var talk = Begin("""{ "outcome": "answer", "answer": { "en": "It is so." } }""");
        talk.Begin();
        Assert.Equal(ResolutionReason.Guarded, talk.Say("omega").Reason);

        Assert.Equal((Outcome.Escalated, ResolutionReason.Guarded), Of(talk.Say("It works now.")));
        Assert.Equal(ResolutionReason.Guarded, talk.Say("Thank you!").Reason);
    }

    [Fact]
    public void FirstMessage_ThatTakesItBackOrWantsAPerson_IsNotAnswered()
    {
        var rules = Rules("""{ "outcome": "answer", "answer": { "en": "It is so." } }""");

        Assert.Equal((Outcome.Closed, ResolutionReason.Withdrawn), Of(rules.Decide("alpha: never mind, please disregard.")));
        Assert.Equal((Outcome.Routed, ResolutionReason.PersonWanted), Of(rules.Decide("alpha. Let me talk to a person!")));
        Assert.Equal((Outcome.Escalated, ResolutionReason.PersonWanted), Of(rules.Decide("Let me talk to a person!")));
    }

    [Fact]
    public void Words_AboutAStep_CountAsTried()
    {
        var rules = Rules(
            """
            { "outcome": "answer", "steps": [ { "id": "a", "say": { "en": "Do a." },
              "triedWhen": { "anyOf": ["cleared cookies"] } }, { "id": "b", "say": { "en": "Do b." } } ] }
            """
        );

        var resolution = rules.Decide(SomeRules.Issue("alpha", tried: ["I cleared cookies and cache"]));

        Assert.Equal(["b"], resolution.Answer!.Steps.Select(step => step.Id));
        Assert.Equal(["a"], resolution.Tried);
    }

    [Theory]
    [InlineData(Author.Agent, Outcome.Answered, "Tell them so.")]
    [InlineData(Author.Customer, Outcome.Answered, "It is so.")]
    [InlineData(Author.Official, Outcome.Escalated, null)]
    [InlineData(Author.Machine, Outcome.Escalated, null)]
    public void Answer_IsSaidToWhoeverWrote(Author author, Outcome outcome, string? said)
    {
        var rules = Rules("""{ "outcome": "answer", "answer": { "en": "It is so." }, "answerToAgent": { "en": "Tell them so." } }""");

        var resolution = rules.Decide(SomeRules.Issue("alpha") with { Author = author });

        Assert.Equal((outcome, said), (resolution.Outcome, resolution.Answer?.Text));
        Assert.Equal(said is null ? null : author, resolution.Answer?.Reader);
    }

    [Fact]
    public void Official_IsRoutedWithoutBeingAsked()
    {
        var resolution = Rules("""{ "outcome": "route", "team": "desk", "ask": ["device"] }""")
            .Decide(SomeRules.Issue("alpha") with { Author = Author.Official });

        Assert.Equal((Outcome.Routed, 0, 1), (resolution.Outcome, resolution.Questions.Count, resolution.OpenQuestions.Count));
    }

    [Fact]
    public void Advice_BesideARoute_IsGivenAtOnceAndOnce()
    {
        var talk = Begin(
            """
            { "outcome": "route", "team": "desk", "answer": { "en": "Meanwhile, call." },
              "ask": [ { "question": "device", "blocking": true } ] }
            """
        );
        var first = talk.Begin();
        Assert.Equal((Outcome.Asked, "Meanwhile, call."), (first.Outcome, first.Answer?.Text));

        var next = talk.Say("My phone.");

        Assert.Equal((Outcome.Routed, null), (next.Outcome, next.Answer?.Text));
    }

    [Fact]
    public void Correction_ReplacesWhatWasSaid()
    {
        var rules = SomeRules.Load(
            SomeRules.Rule(
                "one",
                """{ "outcome": "answer", "answer": { "en": "For one." } }""",
                """{ "all": [ { "anyOf": ["alpha"] }, { "anyOf": ["gamma"] } ] }"""
            ),
            SomeRules.Rule(
                "other",
                """{ "outcome": "answer", "answer": { "en": "For the other." } }""",
                """{ "all": [ { "anyOf": ["alpha"] }, { "anyOf": ["delta"] } ] }"""
            )
        );
        var talk = new Talk(rules, SomeRules.Issue("alpha with gamma"));
        Assert.Equal("For one.", talk.Begin().Answer?.Text);

        Assert.Equal("For the other.", talk.Say("No, I meant delta.").Answer?.Text);
    }

    [Fact]
    public void Phrase_IsNotFoundAcrossTurns()
    {
        var rules = SomeRules.Load(SomeRules.Rule("a", when: """{ "anyOf": ["alpha beta"] }"""));
        var talk = new Talk(rules, SomeRules.Issue("beta"));
        talk.Begin();

        Assert.Equal(ResolutionReason.NoRuleMatched, talk.Say("alpha").Reason);
    }

    [Fact]
    public void LaterTurn_OfACaseThatATeamHas_GoesToThatTeamWhereNoRuleMatches()
    {
        var rules = SomeRules.Load(
            SomeRules.Rule(
                "a",
                """{ "outcome": "route", "team": "desk" }""",
                """{ "all": [ { "anyOf": ["alpha"] }, { "none": [ { "anyOf": ["zeta"] } ] } ] }"""
            )
        );
        var talk = new Talk(rules, SomeRules.Issue("alpha"));
        Assert.Equal("desk", talk.Begin().Team);

        var next = talk.Say("zeta");

        Assert.Equal((Outcome.Escalated, ResolutionReason.NoRuleMatched, "desk"), (next.Outcome, next.Reason, next.Team));
    }

    [Fact]
    public void AutomaticReply_InACase_IsNotHeard()
    {
        var talk = Begin("""{ "outcome": "answer", "answer": { "en": "It is so." } }""");
        talk.Begin();

        Assert.Equal(ResolutionReason.GoesOn, talk.Say("I am away. beta", ("Auto-Submitted", "auto-replied")).Reason);
        Assert.Equal(ResolutionReason.Guarded, talk.Say("omega", ("Auto-Submitted", "auto-replied")).Reason);
    }

    [Fact]
    public void Praise_InACaseThatATeamHas_ChangesNothing()
    {
        var rules = SomeRules.Load(
            SomeRules.Rule("a", """{ "outcome": "route", "team": "desk" }"""),
            SomeRules.Rule("praise", """{ "outcome": "ignore" }""", """{ "anyOf": ["great service"] }""")
        );
        var talk = new Talk(rules, SomeRules.Issue("alpha"));
        talk.Begin();

        Assert.Equal((Outcome.Routed, ResolutionReason.GoesOn), Of(talk.Say("Great service!")));
    }

    [Theory]
    [InlineData("My phone.", "Thank you!", Outcome.Routed, ResolutionReason.RuleMatched)]
    [InlineData("Let me talk to a person.", "Thank you!", Outcome.Routed, ResolutionReason.PersonWanted)]
    [InlineData("Let me talk to a person.", "beta", Outcome.Routed, ResolutionReason.PersonWanted)]
    [InlineData("It works now.", "Thank you!", Outcome.Closed, ResolutionReason.Solved)]
    [InlineData("Thank you!", "It works now.", Outcome.Closed, ResolutionReason.Solved)]
    [InlineData("It works now.", "beta", Outcome.Routed, ResolutionReason.RuleMatched)]
    public void Turns_ThatComeTogether_AreAllHeard(string first, string second, Outcome outcome, ResolutionReason reason)
    {
        var talk = Begin("""{ "outcome": "route", "team": "desk", "ask": [ { "question": "device", "blocking": true } ] }""");
        talk.Begin();

        Assert.Equal((outcome, reason), Of(talk.Say(new Turn { Id = "x", Text = first }, new Turn { Id = "y", Text = second })));
    }

    [Fact]
    public void Guard_ThatMatched_IsNotForgottenWhereTheIssueSaysSomethingElse()
    {
        var rules = Rules("""{ "outcome": "answer", "answer": { "en": "It is so." } }""");
        var guarded = new CaseReply { Rule = "g", Outcome = Outcome.Escalated };

        Assert.Equal(ResolutionReason.Guarded, rules.Decide(SomeRules.Issue("alpha") with { Replies = [guarded] }).Reason);
    }

    [Fact]
    public void Text_ThatGuardsHaveNotReadWhole_IsNotAnswered()
    {
        var rules = Rules("""{ "outcome": "answer", "answer": { "en": "It is so." } }""");

        var resolution = rules.Decide(SomeRules.Issue($"alpha {new string('x', 100_000)} omega"));

        Assert.Equal((Outcome.Escalated, ResolutionReason.TooLong), Of(resolution));
        Assert.Null(resolution.Answer);
    }

    [Fact]
    public void Reply_AfterAMachines_IsStillTheReply()
    {
        var talk = Begin(
            """
            { "outcome": "answer", "answer": { "en": "So: {{ issue.fields.other }}." },
              "ask": [ { "question": "other", "blocking": true } ] }
            """
        );
        talk.Begin();
        talk.Say(
            new Turn
            {
                Id = "auto",
                Text = "I am away.",
                Author = Author.Machine,
            }
        );

        Assert.Equal("So: Nothing but this.", talk.Say("Nothing but this").Answer?.Text);
    }

    [Fact]
    public void Fix_ThatWasDoneWithTheseValuesBefore_IsNotDoneAgain()
    {
        var talk = Begin(
            """{ "outcome": "fix", "actions": [ { "do": "reset", "with": { "line": "{{ issue.fields.lineNumber }}" } } ] }""",
            ("lineNumber", "7")
        );
        Assert.Equal(Outcome.Fixed, talk.Begin().Outcome);
        Assert.Equal(Outcome.Fixed, talk.Say("alpha", ("lineNumber", "8")).Outcome);

        Assert.Equal(Outcome.Escalated, talk.Say("alpha", ("lineNumber", "7")).Outcome);
    }

    [Fact]
    public void StepsAndQuestions_OfOneNameInTwoSets_AreToldApart()
    {
        const string Then = """
            { "outcome": "answer", "steps": [ { "id": "boot", "say": { "en": "TEXT" } } ],
              "ask": [ { "question": "q", "blocking": true } ] }
            """;
        const string Ask = """ "questions": { "q": { "say": { "en": "TEXT?" }, "field": "TEXT" } }, """;
        var rules = SomeRules.Load(
            SomeRules.Set(
                "one",
                Ask.Replace("TEXT", "one", StringComparison.Ordinal),
                SomeRules.Rule("a", Then.Replace("TEXT", "one", StringComparison.Ordinal))
            ),
            SomeRules.Set(
                "two",
                Ask.Replace("TEXT", "two", StringComparison.Ordinal),
                SomeRules.Rule("b", Then.Replace("TEXT", "two", StringComparison.Ordinal), """{ "anyOf": ["beta"] }""")
            )
        );
        var talk = new Talk(rules, SomeRules.Issue("alpha"));
        Assert.Equal("one?", talk.Begin().Questions[0].Text);
        Assert.Equal("one", talk.Say("here", ("one", "1")).Answer?.Steps[0].Text);

        Assert.Equal("two?", talk.Say("beta").Questions[0].Text);
        Assert.Equal("two", talk.Say("beta", ("two", "2")).Answer?.Steps[0].Text);
    }

    [Fact]
    public void AnswerToAQuestion_GoesToTheRuleThatAsked()
    {
        var rules = SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "questions": { "device": { "say": { "en": "Which?" }, "answeredWhen": { "anyOf": ["phone"] } } }, """,
                SomeRules.Rule("a", """{ "outcome": "answer", "answer": { "en": "A." } }"""),
                SomeRules.Rule(
                    "b",
                    """{ "outcome": "answer", "answer": { "en": "B." }, "ask": [ { "question": "device", "blocking": true } ] }""",
                    """{ "anyOf": ["beta"] }"""
                )
            )
        );
        var talk = new Talk(rules, SomeRules.Issue("alpha"));
        talk.Begin();
        Assert.Equal(Outcome.Asked, talk.Say("beta").Outcome);

        Assert.Equal("B.", talk.Say("My phone.").Answer?.Text);
    }

    private static Talk Begin(string then, params (string, string)[] fields) => new(Rules(then), SomeRules.Issue("alpha", fields: fields));

    private static (Outcome, ResolutionReason) Of(Resolution resolution) => (resolution.Outcome, resolution.Reason);

    private static IEnumerable<string> Ids(IEnumerable<Question> questions) => questions.Select(question => question.Id);

    private static Rulebook Rules(string then) =>
        SomeRules.Load(
            SomeRules.Set(
                "one",
                Questions,
                SomeRules.Rule("a", then),
                SomeRules.Rule("b", """{ "outcome": "route", "team": "other" }""", """{ "anyOf": ["beta"] }""")
            ),
            SomeRules.Set(
                "guards",
                """ "guard": true, """,
                SomeRules.Rule("g", """{ "outcome": "escalate", "team": "safety" }""", """{ "anyOf": ["omega"] }""")
            )
        );
}
