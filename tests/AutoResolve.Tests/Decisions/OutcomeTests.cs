namespace AutoResolve.Tests.Decisions;

/// <summary>What each outcome of a winning rule comes to.</summary>
public sealed class OutcomeTests
{
    private const string Steps = """
        "steps": [
          { "id": "cookies", "say": { "en": "Clear the cookies." }, "triedWhen": { "anyOf": ["cleared cookies"] } },
          { "id": "browser", "say": { "en": "Try another browser." } } ]
        """;

    private const string Questions = """
        "questions": {
          "device": { "say": { "en": "Which device?", "es": "¿Qué dispositivo?" } },
          "error": { "say": { "en": "Which error?", "es": "¿Qué error?" }, "field": "errorCode",
            "answeredWhen": { "anyOf": ["error 002"] } },
          "when": { "say": { "en": "When?" } },
          "where": { "say": { "en": "Where?" } } },
        """;

    [Fact]
    public void Decide_Answer_GivesTextAndSteps()
    {
        var resolution = One($$"""{ "outcome": "answer", "answer": { "en": "It is the cookies." }, "tier": 1, {{Steps}} }""")
            .Decide("alpha");

        Assert.Equal((Outcome.Answered, ResolutionReason.RuleMatched, 1), (resolution.Outcome, resolution.Reason, resolution.Tier));
        Assert.Null(resolution.Team);
        Assert.Equal("It is the cookies.", resolution.Answer?.Text);
        Assert.Equal(
            [new AnswerStep("cookies", "Clear the cookies."), new AnswerStep("browser", "Try another browser.")],
            resolution.Answer?.Steps
        );
        Assert.Equal("Rule a matched \"alpha\".", resolution.Summary);
        Assert.Equal("t/a", resolution.Type);
    }

    [Fact]
    public void Decide_StepsTriedByIdOrInTheText_AreLeftOut()
    {
        var rulebook = One($$"""{ "outcome": "answer", {{Steps}} }""");

        var byId = rulebook.Decide(SomeRules.Issue("alpha", tried: ["BROWSER", "unknown"]));
        Assert.Equal("", byId.Answer?.Text);
        Assert.Equal(["browser"], byId.Tried);
        Assert.Equal(["cookies"], byId.Answer?.Steps.Select(step => step.Id));

        var byText = rulebook.Decide("alpha, I cleared cookies");
        Assert.Equal(["cookies"], byText.Tried);
        Assert.Equal(["browser"], byText.Answer?.Steps.Select(step => step.Id));
    }

    [Theory]
    [InlineData("", Outcome.Escalated, "support", null, "It escalates to team support.")]
    [InlineData(
        """, "whenAllTried": { "outcome": "route", "team": "browsers", "tier": 2 }""",
        Outcome.Routed,
        "browsers",
        2,
        "It goes to team browsers."
    )]
    public void Decide_AllStepsTried_HandsOn(string whenAllTried, Outcome outcome, string team, int? tier, string consequence)
    {
        var resolution = One($$"""{ "outcome": "answer", "answer": { "en": "It is the cookies." }, {{Steps}} {{whenAllTried}} }""")
            .Decide(SomeRules.Issue("alpha, cleared cookies", tried: ["browser"]));

        Assert.Equal(
            (outcome, ResolutionReason.AllStepsTried, team, tier),
            (resolution.Outcome, resolution.Reason, resolution.Team, resolution.Tier)
        );
        Assert.Null(resolution.Answer);
        Assert.Equal(["cookies", "browser"], resolution.Tried);
        Assert.Equal($"Rule a matched \"alpha\". Every step that it offers was already tried. {consequence}", resolution.Summary);
    }

    [Fact]
    public void Decide_AllStepsOfARouteTried_FollowsItsWhenAllTried()
    {
        const string Route = """{ "outcome": "route", "team": "first", "steps": [ { "id": "s", "say": { "en": "Wait." } } ] %LAST% }""";

        var without = One(Route.Replace("%LAST%", "", StringComparison.Ordinal)).Decide(SomeRules.Issue("alpha", tried: ["s"]));
        Assert.Equal((Outcome.Routed, ResolutionReason.RuleMatched, "first"), (without.Outcome, without.Reason, without.Team));

        var with = One(
                Route.Replace("%LAST%", """, "whenAllTried": { "outcome": "escalate", "team": "second" }""", StringComparison.Ordinal)
            )
            .Decide(SomeRules.Issue("alpha", tried: ["s"]));
        Assert.Equal((Outcome.Escalated, ResolutionReason.AllStepsTried, "second"), (with.Outcome, with.Reason, with.Team));
    }

    [Fact]
    public void Decide_AllStepsTriedWithQuestionsOpen_HandsOnAndAsks()
    {
        var resolution = WithQuestions($$"""{ "outcome": "answer", "ask": ["device"], {{Steps}} }""")
            .Decide(SomeRules.Issue("alpha", tried: ["cookies", "browser"]));

        Assert.Equal(
            (Outcome.Escalated, ResolutionReason.AllStepsTried, "support"),
            (resolution.Outcome, resolution.Reason, resolution.Team)
        );
        Assert.Equal(["cookies", "browser"], resolution.Tried);
        Assert.Equal("device", Assert.Single(resolution.Questions).Id);
        Assert.Equal("device", Assert.Single(resolution.OpenQuestions).Id);
    }

    [Fact]
    public void Decide_AnswerWithQuestions_AnswersWithoutAsking() =>
        Assert.Equal(
            Outcome.Answered,
            WithQuestions("""{ "outcome": "answer", "answer": { "en": "A" }, "ask": ["device"] }""").Decide("alpha").Outcome
        );

    [Theory]
    [InlineData(false, Outcome.Routed, ResolutionReason.RuleMatched, "It goes to team payments. What is missing: device, error.")]
    [InlineData(true, Outcome.Asked, ResolutionReason.FactsMissing, "The customer is asked first for what is missing: device.")]
    public void Decide_RouteWithQuestions_PutsThemAndWaitsOnlyWhereOneBlocks(
        bool isBlocking,
        Outcome outcome,
        ResolutionReason reason,
        string said
    )
    {
        var device = isBlocking ? """{ "question": "device", "blocking": true }""" : "\"device\"";
        var rulebook = WithQuestions(
            $$"""{ "outcome": "route", "team": "payments", "tier": 2, "ask": [{{device}}, "error"], "tags": ["x"] }"""
        );
        var issue = SomeRules.Issue("alpha", locale: "es-MX");

        var resolution = rulebook.Decide(issue);

        Assert.Equal((outcome, reason), (resolution.Outcome, resolution.Reason));
        Assert.Equal(("payments", 2), (resolution.Team, resolution.Tier));
        Assert.Equal(
            [
                new Question("device", "device", "¿Qué dispositivo?") { IsBlocking = isBlocking },
                new Question("error", "errorCode", "¿Qué error?"),
            ],
            resolution.Questions
        );
        Assert.Equal($"Rule a matched \"alpha\". {said}", resolution.Summary);
        Assert.Equal(["device", "error"], rulebook.HandOver(issue).OpenQuestions.Select(question => question.Id));
    }

    [Theory]
    [InlineData("route", "ask", Outcome.Routed)]
    [InlineData("escalate", "ask", Outcome.Escalated)]
    [InlineData("ask", "ask", Outcome.Routed)]
    public void Decide_EverythingAnswered_GoesOn(string outcome, string ask, Outcome expected)
    {
        var resolution = WithQuestions($$"""{ "outcome": "{{outcome}}", "{{ask}}": ["device", "error"] }""")
            .Decide(SomeRules.Issue("alpha error 002", fields: [("Device", "unknown")]));

        Assert.Equal((expected, ResolutionReason.RuleMatched, "support"), (resolution.Outcome, resolution.Reason, resolution.Team));
        Assert.Contains("Everything that the team asks for is there.", resolution.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_BlankField_IsNoAnswer() =>
        Assert.Equal(
            ["device"],
            WithQuestions("""{ "outcome": "ask", "ask": ["device"] }""")
                .Decide(SomeRules.Issue("alpha", fields: [("device", " \t")]))
                .Questions.Select(question => question.Id)
        );

    [Fact]
    public void Decide_ManyQuestions_AsksThreeAtATime()
    {
        var rulebook = WithQuestions("""{ "outcome": "ask", "ask": ["where", "when", "device", "error"] }""");

        Assert.Equal(["where", "when", "device"], rulebook.Decide("alpha").Questions.Select(question => question.Id));
        Assert.Equal(
            ["when", "device", "error"],
            rulebook.Decide(SomeRules.Issue("alpha", fields: [("where", "here")])).Questions.Select(question => question.Id)
        );
    }

    [Fact]
    public void Decide_Route_GoesToTheTeamElseTheOwner()
    {
        var named = One(SomeRules.Route).Decide("alpha");
        Assert.Equal(
            (Outcome.Routed, "payments", "Rule a matched \"alpha\". It goes to team payments."),
            (named.Outcome, named.Team, named.Summary)
        );

        Assert.Equal("support", One("""{ "outcome": "route" }""").Decide("alpha").Team);
        Assert.Equal(
            "own",
            SomeRules.Load(SomeRules.Rule("a", """{ "outcome": "route" }""", more: "\"owner\": \"own\",")).Decide("alpha").Team
        );
    }

    [Fact]
    public void Decide_Ignore_DoesNothing()
    {
        var resolution = One("""{ "outcome": "ignore" }""").Decide("alpha");

        Assert.Equal((Outcome.Ignored, ResolutionReason.RuleMatched), (resolution.Outcome, resolution.Reason));
        Assert.Null(resolution.Team);
        Assert.Equal("Rule a matched \"alpha\". Nothing is to be done.", resolution.Summary);
    }

    [Fact]
    public void Decide_Fix_PlansActionsWithTheirTypes()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "handlers": { "close": "Closes it" }, """,
                SomeRules.Rule(
                    "a",
                    """
                    { "outcome": "fix", "answer": { "en": "Done." }, "actions": [
                      { "do": "close", "with": { "user": "{{ issue.fields.user }} <b>", "n": 3, "big": 99999999999999999999,
                        "f": 2.5, "t": true, "z": null, "l": ["{{ rule.id }}", 1], "o": { "k": "v" } } },
                      { "do": "close" } ] }
                    """
                )
            )
        );

        var resolution = rulebook.Decide(SomeRules.Issue("alpha", fields: [("user", "Ann & Bob\n")]), format: AnswerFormat.Html);

        Assert.Equal((Outcome.Fixed, "Done."), (resolution.Outcome, resolution.Answer?.Text));
        Assert.Equal(["close", "close"], resolution.Actions.Select(action => action.Handler));
        var parameters = resolution.Actions[0].Parameters;
        Assert.Equal("Ann & Bob  <b>", parameters["user"]);
        Assert.Equal(3L, parameters["n"]);
        Assert.Equal(99999999999999999999d, parameters["big"]);
        Assert.Equal(2.5, parameters["f"]);
        Assert.Equal(true, parameters["t"]);
        Assert.Null(parameters["z"]);
        Assert.Equal(["a", 1L], Assert.IsType<IReadOnlyList<object?>>(parameters["l"], exactMatch: false));
        Assert.Equal("v", Assert.IsType<IReadOnlyDictionary<string, object?>>(parameters["o"], exactMatch: false)["k"]);
        Assert.Empty(resolution.Actions[1].Parameters);
    }

    [Fact]
    public void Decide_AnswerWithActions_HasBoth()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "one",
                """ "handlers": { "log-it": "Logs it" }, """,
                SomeRules.Rule("a", """{ "outcome": "answer", "answer": { "en": "A" }, "actions": [ { "do": "log-it" } ] }""")
            )
        );

        var resolution = rulebook.Decide("alpha");

        Assert.Equal((Outcome.Answered, "A", "log-it"), (resolution.Outcome, resolution.Answer?.Text, resolution.Actions.Single().Handler));
    }

    private static Rulebook One(string then) => SomeRules.Load(SomeRules.Rule("a", then));

    private static Rulebook WithQuestions(string then) => SomeRules.Load(SomeRules.Set("one", Questions, SomeRules.Rule("a", then)));
}
