using AutoResolve.Budgets;
using AutoResolve.Compiling;
using AutoResolve.Matching;
using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Index;

public sealed class IndexedMatcherTests
{
    // Each was once missed, or found wrongly, by the index; or is what an index easily gets wrong.
    [Theory]
    [InlineData("a prefix in a pair, on a word that no rule has", """{ "anyOf": ["up* in"] }""", "uploading in", true)]
    [InlineData("a cheaper word beside a list", """{ "anyOf": ["@out and", "in"] }""", "kicked and", true)]
    [InlineData("an apostrophe inside a word that a pattern bounds", """{ "regex": "\\bcan\\b" }""", "I can't", true)]
    [InlineData("a pattern beside an underscore", """{ "regex": "\\bcode\\b" }""", "code_1", false)]
    [InlineData("a letter that only ignoring case is one", """{ "regex": "kelvin" }""", "\u212Aelvin", true)]
    [InlineData("a string inside a word", """{ "contains": ["rro"] }""", "ERRORS", true)]
    [InlineData("a string at the end of a word with an accent", """{ "contains": ["contraseña"] }""", "micontraseñas", true)]
    [InlineData("a phrase across a quote", """{ "anyOf": ["sign in"] }""", "sign\n> quoted\nin", false)]
    [InlineData("a list inside a list, near", """{ "near": ["@nested", "page"], "within": 2 }""", "kicked off the page", true)]
    [InlineData("nothing but exceptions", """{ "none": [{ "anyOf": ["error"] }] }""", "", true)]
    [InlineData("a phrase only in a quote", """{ "anyOf": ["error"], "in": "everything" }""", "hello\n> an error", true)]
    [InlineData("the forms of a word", """{ "anyOf": ["sign in"] }""", "SIGNED IN", true)]
    [InlineData("a word as long as a key of the table", """{ "anyOf": ["abcdefghijklmnop"] }""", "abcdefghijklmnop", true)]
    [InlineData("another word as long as a key of the table", """{ "anyOf": ["abcdefghijklmnop"] }""", "abcdefghijklmnxy", false)]
    [InlineData("a word longer than a key of the table", """{ "anyOf": ["abcdefghijklmnopqrst"] }""", "abcdefghijklmnopqrst", true)]
    [InlineData(
        "a word that differs behind a key of the table",
        """{ "anyOf": ["abcdefghijklmnopqrst"] }""",
        "abcdefghijklmnopqrxy",
        false
    )]
    [InlineData("one letter inside a word", """{ "contains": ["q"] }""", "quiet", true)]
    [InlineData("one letter at the end of a word", """{ "contains": ["q"] }""", "iraq", true)]
    [InlineData("two letters of which the word has the first last", """{ "contains": ["rt"] }""", "error too", false)]
    [InlineData(
        "a very long part of a word",
        """{ "contains": ["abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"] }""",
        "xabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijy",
        true
    )]
    [InlineData(
        "a part longer than the word",
        """{ "contains": ["abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"] }""",
        "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghi",
        false
    )]
    [InlineData(
        "a very long prefix",
        """{ "anyOf": ["abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij*"] }""",
        "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijy",
        true
    )]
    [InlineData("a field in another case", """{ "field": "errorCode", "equals": "A1" }""", "", true)]
    public void Match_TrickyCase_AgreesWithPlainEvaluation(string name, string when, string text, bool matches)
    {
        const string Lists = """ "lists": { "out": ["signed out", "kicked", "locked", "thrown off"], "nested": ["@out off", "@out"] }, """;
        var rule = Programs.Rule(when, Lists);
        var (program, _) = Programs.TryCompile(File([Rule(0, when)], Lists));
        var issue = Programs.Text(text, null, ("ERRORCODE", " a1 "));

        Assert.True(matches == Programs.Holds(rule, issue), name);
        Assert.True(matches == program.Matcher.Match(issue, FactValues.None).Matches.Any(), name);
    }

    [Theory]
    [InlineData("I can’t sign the new file over here, and don't know why.\n> quoted\nSent from my iPhone")]
    [InlineData(
        "<html><p style='color:red'>I can&rsquo;t <b>si</b>gn&nbsp;the file<div hidden>x</div><blockquote type=cite>sign in</blockquote>"
    )]
    [InlineData("I can&#39;t sign =E2=80=93 the new file over=20\nhere, and donâ€™t know why. =\n")]
    public void Find_IssueWithoutAMatch_AllocatesNothing(string words)
    {
        var program = Some(
            """{ "anyOf": ["sign in", "up* file"] }""",
            """{ "near": ["sign", "file"], "within": 1 }""",
            """{ "regex": "sign\\s+off" }""",
            """{ "contains": ["n o"] }""",
            """{ "allOf": ["file", "lost"] }"""
        );
        var issue = new Issue
        {
            Id = "1",
            Title = "A file – please sign it",
            Text = words,
            Channel = "phone",
            Fields = new Dictionary<string, string> { ["code"] = "12" },
        };
        List<RuleReference> found = [];

        // Memory is kept from the first searches.
        for (var time = 0; time < 3; time++)
            program.Matcher.Find(issue, "en", 100_000, found);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
            program.Matcher.Find(issue, "en", 100_000, found);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("A big file was lost", 1)]
    [InlineData("I was signed out", 0)]
    [InlineData("Nothing of it", 0)]
    public void Match_RuleThatOnlyAsksAClassifier_IsEvaluatedWhereItHolds(string text, int evaluated)
    {
        var program = WithClassifier("""{ "readsLike": "big-file", "by": "subjects", "sure": 60 }""");

        Assert.Equal(evaluated, program.Matcher.Match(Programs.Text(text), FactValues.None).Evaluated);
        Assert.Empty(program.Matcher.AlwaysEvaluated);
    }

    [Fact]
    public void Find_ClassifierThatIsAsked_AllocatesNothing()
    {
        var program = WithClassifier(
            """{ "readsLike": "big-file", "by": "subjects", "sure": 95 }""",
            """{ "all": [{ "readsUnlike": "big-file", "by": "subjects", "sure": 1 }, { "anyOf": ["never"] }] }""",
            """{ "all": [{ "readsLike": "big-file", "by": "subjects", "sure": 5, "in": "everything" }, { "anyOf": ["there"] }] }"""
        );
        var issue = new Issue
        {
            Id = "1",
            Title = "A big file",
            Text = "I signed it – and it wasn't sent.\n> a big file\n",
        };
        List<RuleReference> found = [];
        for (var time = 0; time < 3; time++)
            program.Matcher.Find(issue, "en", 100_000, found);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
            program.Matcher.Find(issue, "en", 100_000, found);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(found);
    }

    [Fact]
    public void Match_ClassifierThatIsAsked_TakesAStepAWord()
    {
        var program = WithClassifier("""{ "readsLike": "big-file", "by": "subjects", "sure": 60 }""");
        var work = new WorkBudget();
        var text = string.Concat(Enumerable.Repeat("nothing of it. ", 1_000));

        program.Matcher.Match(MatchInput.Prepare(new Issue { Id = "1", Text = text }, "en", Programs.MaxLength, work), FactValues.None);

        Assert.InRange(work.Taken, 3_000, 3_100);
    }

    [Fact]
    public void Match_IssueWithOneMatch_AllocatesOnlyWhatItGives()
    {
        var program = Some(
            """{ "all": [{ "anyOf": ["sign in", "signed out"] }, { "anyOf": ["error"] }], "none": [{ "anyOf": ["new password"] }] }"""
        );
        var issue = new Issue { Id = "1", Text = "When I sign in it says error 42 and then I am signed out." };
        for (var time = 0; time < 3; time++)
            program.Matcher.Match(Programs.Prepare(issue), FactValues.None);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var match = Assert.Single(program.Matcher.Match(Programs.Prepare(issue), FactValues.None).Matches);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_296);
        Assert.Equal(["sign in", "error", "signed out"], match.Evidence.Select(evidence => evidence.Condition));
        Assert.Equal(3, match.Specificity);
    }

    [Fact]
    public void Settle_Facts_LooksOnlyAtWhatDependsOnThem()
    {
        var (program, problems) = Programs.TryCompile(
            File(
                [
                    Rule(0, """{ "anyOf": ["error"] }"""),
                    Rule(1, """{ "all": [{ "anyOf": ["error"] }, { "fact": "load", "equals": "high" }] }"""),
                    Rule(2, """{ "any": [{ "anyOf": ["error"] }, { "fact": "load", "equals": "low" }] }"""),
                    Rule(3, """{ "all": [{ "anyOf": ["error"] }, { "fact": "load", "equals": "low" }] }"""),
                ],
                """ "facts": { "load": "x" }, """
            )
        );
        Assert.Equal("", problems);
        var text = Programs.Text("error");
        var before = program.Matcher.Match(text, FactValues.None);

        var after = program.Matcher.Settle(before, text, new FactValues(new Dictionary<string, string?> { ["load"] = "low" }));

        Assert.Equal(["r0", "r2", "r3"], after.Matches.Select(match => match.Rule.Reference.Id));
        Assert.Same(before.Matches[0], after.Matches[0]);
        Assert.Equal(["text", "fact:load"], after.Matches[1].Evidence.Select(evidence => evidence.Source));
        Assert.Equal(Truth.True, after.Matches[2].Truth);
        Assert.Same(
            before.Matches[0],
            Assert.Single(program.Matcher.Settle(before with { Matches = [before.Matches[0]] }, text, FactValues.None).Matches)
        );
    }

    [Fact]
    public void Find_FromManyThreads_FindsTheSame()
    {
        var program = Some(
            """{ "anyOf": ["alpha beta"] }""",
            """{ "regex": "al+pha" }""",
            """{ "near": ["alpha", "gamma"], "within": 3 }""",
            """{ "field": "id", "contains": ["7"] }"""
        );
        var issues = Enumerable
            .Range(0, 200)
            .Select(number => new Issue
            {
                Id = $"{number}",
                Text = (number % 3) switch
                {
                    0 => "alpha beta gamma",
                    1 => "allpha",
                    _ => "gamma",
                },
            })
            .ToArray();
        var expected = issues.Select(issue => Ids(program, issue)).ToArray();

        Parallel.For(0, 2_000, number => Assert.Equal(expected[number % issues.Length], Ids(program, issues[number % issues.Length])));
        Assert.Contains("r0 r1 r2", expected);
    }

    // Counted, not timed: an issue that has only the words of one rule looks at that rule only.
    [Fact]
    public void Match_ManyRules_EvaluatesTheFewThatTheWordsLeadTo()
    {
        var program = Some([
            .. Enumerable.Range(0, 2_000).Select(number => $$"""{ "anyOf": ["word{{number}} problem", "cannot open{{number}}"] }"""),
        ]);

        var result = program.Matcher.Match(Programs.Text("I have a word77 problem, and cannot open the file"), FactValues.None);

        Assert.Equal("r77", Assert.Single(result.Matches).Rule.Reference.Id);
        Assert.Equal(1, result.Evaluated);
    }

    // The tables of an issue once grew while one of their entries was being counted.
    [Fact]
    public void Match_MoreTermsThanTheTablesBeginWith_CountsEach()
    {
        var program = Some([.. Enumerable.Range(0, 700).Select(number => $$"""{ "anyOf": ["word{{number}} word{{number}}"] }""")]);
        var text = string.Join(' ', Enumerable.Range(0, 700).Select(number => $"word{number} word{number}"));

        Assert.Equal(700, program.Matcher.Match(Programs.Text(text), FactValues.None).Matches.Count);
    }

    [Fact]
    public void Match_ManyTenants_EvaluatesOnlyTheOwnRules()
    {
        var rules = Enumerable
            .Range(0, 500)
            .Select(number => Rule(number, """{ "anyOf": ["password"] }""", $$""" "scope": { "tenant": ["t{{number}}"] }, """));
        var (program, _) = Programs.TryCompile(File(rules));

        var result = program.Matcher.Match(
            Programs.Prepare(
                new Issue
                {
                    Id = "1",
                    Text = "My password",
                    Tenant = " T42 ",
                }
            ),
            FactValues.None
        );

        Assert.Equal("r42", Assert.Single(result.Matches).Rule.Reference.Id);
        Assert.Equal(1, result.Evaluated);
    }

    [Theory]
    [InlineData("""{ "regex": "\\d{3}" }""", true)]
    [InlineData("""{ "none": [{ "anyOf": ["a"] }] }""", true)]
    [InlineData("""{ "expression": "issue.Text.Length > 3" }""", true)]
    [InlineData("""{ "expression": "issue.Text.Contains(\"timeout\") && issue.Text.Length > 3" }""", false)]
    [InlineData("""{ "all": [{ "regex": "\\d{3}" }, { "anyOf": ["code"] }] }""", false)]
    [InlineData("""{ "any": [{ "regex": "\\d{3}" }, { "anyOf": ["code"] }] }""", true)]
    [InlineData("""{ "field": "code", "atLeast": 3 }""", false)]
    [InlineData("""{ "contains": ["timeout"] }""", false)]
    public void AlwaysEvaluated_Rules_AreThoseThatRequireNothing(string when, bool always) =>
        Assert.Equal(always, Some(when).Matcher.AlwaysEvaluated.Any());

    [Fact]
    public void AlwaysEvaluated_BehindARuleOfAlternatives_IsTheRuleMeant()
    {
        var program = Some(
            """{ "any": [{ "anyOf": ["a"] }, { "anyOf": ["b"] }] }""",
            """{ "regex": "\\d{3}" }""",
            """{ "any": [{ "regex": "\\d{3}" }, { "regex": "\\d{4}" }] }"""
        );

        Assert.Equal(["r1", "r2"], program.Matcher.AlwaysEvaluated.Select(rule => rule.Reference.Id));
    }

    private static string Ids(RuleProgram program, Issue issue)
    {
        List<RuleReference> found = [];
        program.Matcher.Find(issue, "en", 100_000, found);
        return string.Join(' ', found);
    }

    private static RuleProgram WithClassifier(params string[] conditions)
    {
        var (program, problems) = Programs.TryCompile([
            File([.. conditions.Select((when, number) => Rule(number, when))]),
            """
            { "set": "learnt", "title": "L", "owner": "o", "shared": true,
              "classifiers": { "subjects": { "labels": { "big-file": 0, "other": 0 }, "words": ["big file 54 1:310", "signed 22 2:118"] }}}
            """,
        ]);
        Assert.Equal("", problems);
        return program;
    }

    private static RuleProgram Some(params string[] conditions)
    {
        var (program, problems) = Programs.TryCompile(File(conditions.Select((when, number) => Rule(number, when))));
        Assert.Equal("", problems);
        return program;
    }

    private static string File(IEnumerable<string> rules, string lists = "") =>
        $$"""{ "set": "s", "title": "S", "owner": "o", {{lists}} "rules": [{{string.Join(',', rules)}}] }""";

    private static string Rule(int number, string when, string more = "") =>
        $$"""
            { "id": "r{{number}}", "title": "R", "type": "a/b", "status": "active", {{more}} "when": {{when}},
              "then": { "outcome": "ignore" } }
            """;
}
