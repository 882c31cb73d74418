using System.Globalization;
using AutoResolve.Budgets;
using AutoResolve.Compiling;
using AutoResolve.Matching;
using AutoResolve.Oracles;
using AutoResolve.Tests.Matching;
using CsCheck;

namespace AutoResolve.Tests.Index;

/// <summary>However much work the rules would take: what is found within a budget is what evaluating every rule finds, or it is told that
/// not all was looked for, and then nothing is said but of guards that are certain.</summary>
public sealed class WorkLimitProperties
{
    private static readonly string Deep = $", \"deep\": [{Join([.. Enumerable.Range(0, 250).Select(number => Binary(number))])}]";

    private static readonly Gen<string> Pattern = Gen.OneOf(
        Gen.Select(Gen.OneOf("[ab]", "\\w", "[^x]", "\\p{L}", "(?:a|b|ab)", "[а-яa]"), Gen.Int[1, 60], Gen.Int[1, 6])
            .Select(parts => $"({parts.Item1}{{1,{parts.Item2}}}c?){{{parts.Item3}}}q$")
            .Where(pattern => AutoResolve.Regexes.PatternScan.Of(pattern).Size <= 500),
        Gen.OneOf("(a+)+$", "(a|aa|aaa|aaaa)*b", "(?:(a?b?){1,20}c?){4}q", "\\b\\w+\\b\\W+\\b\\w+\\bq", "a", "b$", "[0-9]{3}-[0-9]{4}")
    );

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Pattern.Select(pattern => $$"""{ "regex": {{Json(pattern)}} }"""),
        Gen.OneOf("a", "ab", "a a a b", "éé", "éééééééééb", "ab ab", "q")
            .Array[1, 6]
            .Select(strings => $$"""{ "contains": [{{Join(strings)}}] }"""),
        Words(2, 12).Select(words => $$"""{ "near": [{{Join(words)}}], "within": 4 }"""),
        Words(1, 12).Select(words => $$"""{ "anyOf": [{{Join(words)}}] }"""),
        Words(1, 3).Select(words => $$"""{ "allOf": [{{Join(words)}}], "except": ["a b a"] }"""),
        Gen.Select(Words(1, 6), Words(1, 12))
            .Select(words => $$"""{ "points": { "3": [{{Join(words.Item1)}}], "-2": [{{Join(words.Item2)}}] }, "needed": 3 }"""),
        Gen.Select(Gen.OneOf("readsLike", "readsUnlike"), Gen.OneOf("", ", \"window\": 8"))
            .Select((key, window) => $$"""{ "{{key}}": "one", "by": "letters", "sure": 60{{window}} }"""),
        Gen.Const("""{ "anyOf": ["@many", "@many @many b"] }"""),
        Gen.OneOf(
                "issue.Text.ToLowerInvariant().Contains(\\\"q\\\")",
                "(issue.Text + issue.Text + issue.Text).LastIndexOf(\\\"ab\\\", StringComparison.OrdinalIgnoreCase) > 3",
                "issue.Text.IndexOf(issue.Field(\\\"f\\\")) > 1",
                "issue.Text.Length > 3"
            )
            .Select(expression => $$"""{ "expression": "{{expression}}" }"""),
        Gen.Const("""{ "field": "f", "contains": "a" }""")
    );

    private static readonly Gen<string> Condition = Gen.OneOf(
        Leaf,
        Gen.Select(Leaf, Leaf).Select(both => $$"""{ "all": [{{both.Item1}}, {{both.Item2}}] }"""),
        Gen.Select(Leaf, Leaf).Select(both => $$"""{ "any": [{{both.Item1}}, {{both.Item2}}] }"""),
        Gen.Select(Leaf, Leaf).Select(both => $$"""{ "all": [{{both.Item1}}], "none": [{{both.Item2}}] }""")
    );

    private static readonly Gen<string[]> Files = Gen.Select(Condition.Array[1, 25], Condition.Array[1, 4])
        .Select(sets => new[] { File("rules", sets.Item1, ""), File("guards", sets.Item2, "\"guard\": true,") });

    private static readonly Gen<Issue> Issue = Gen.Select(
            Gen.OneOf("ab", "a", "a ", "a b ", "ab ab ", "é", "a b a ", "x", "q ", "aab c", "привет a ", "ab\n> a b\n"),
            Gen.Int[1, LongRun.Of(1_000)],
            Gen.OneOf("", "q", " q", " b$"),
            Gen.Bool
        )
        .Select(parts =>
        {
            var text = string.Concat(Enumerable.Repeat(parts.Item1, 1 + (parts.Item2 / parts.Item1.Length))) + parts.Item3;
            return new Issue
            {
                Id = "1",
                Text = text,
                Title = parts.Item4 ? text : null,
                Fields = parts.Item4 ? new Dictionary<string, string> { ["f"] = text } : [],
            };
        });

    [Fact]
    public void Match_AnyBudget_IsWholeOrToldAndKeepsSureGuards()
    {
        var (whole, told, guards) = (0, 0, 0);
        Gen.Select(Files, Issue.Array[4], Gen.OneOf(0L, 300, 10_000, 200_000, WorkBudget.UsualSteps))
            .Sample(
                (files, issues, max) =>
                {
                    var program = Compile(files);
                    var plain = new PlainMatcher(program.Rules);
                    foreach (var issue in issues)
                    {
                        var work = new WorkBudget(max);
                        var found = program.Matcher.Match(MatchInput.Prepare(issue, "en", Programs.MaxLength, work), FactValues.None);
                        var all = plain.Match(Programs.Prepare(issue), FactValues.None).Matches;
                        if (!work.IsSpent)
                        {
                            Assert.Equal(
                                all.Select(match => (match.Rule, match.Truth)),
                                found.Matches.Select(match => (match.Rule, match.Truth))
                            );
                            Interlocked.Increment(ref whole);
                            continue;
                        }

                        Assert.All(found.Matches, match =>
                        {
                            Assert.True(match.Rule.Rule.Guard);
                            Assert.Contains(all, one => one.Rule == match.Rule && one.Truth == match.Truth);
                        });
                        if (!work.IsSpentByGuards)
                            Assert.Equal(all.Count(match => match.Rule.Rule.Guard), found.Matches.Count);
                        Interlocked.Increment(ref told);
                        Interlocked.Add(ref guards, found.Matches.Count);
                    }
                },
                iter: 500
            );

        Assert.InRange(whole, 200, 1_800);
        Assert.InRange(told, 200, 1_800);
        Assert.InRange(guards, 20, int.MaxValue);
    }

    [Fact]
    public void Match_AnyRulebookAndIssue_TakesTheSameWorkEachTime() =>
        Gen.Select(Files, Issue.Array[3])
            .Sample(
                (files, issues) =>
                {
                    var (first, second) = (Compile(files), Compile(files));
                    foreach (var issue in issues)
                        Assert.Equal(WorkOf(first, issue), WorkOf(second, issue));
                    foreach (var issue in issues.Reverse())
                        Assert.Equal(WorkOf(second, issue), WorkOf(first, issue));
                },
                iter: 100
            );

    [Fact]
    public void Match_WordsThatOnlyMayBeThere_TakesTheSameWorkEachTime()
    {
        // Each rule holds by any of its words, and the first that is looked at saves the others: so the order shows.
        string[] words = ["appointment", "prescription", "dependent", "travel", "message", "password", "document", "education"];
        var conditions = words.Select(
            (word, at) =>
                $$"""{ "any": [{ "anyOf": ["{{word}}"] }, { "near": ["{{words[(at + 1) % words.Length]}}", "{{words[(at + 3) % words.Length]}}"], "within": 90 }] }"""
        );
        string[] files = [File("rules", [.. conditions], "")];
        var issue = new Issue
        {
            Id = "1",
            Text = string.Join(' ', words.SelectMany(word => Enumerable.Range(1, word.Length - 2).Select(at => word.Remove(at, 1)))),
        };

        var taken = Enumerable.Range(0, 200).Select(_ => WorkOf(Compile(files), issue)).Distinct();

        Assert.Single(taken);
    }

    [Theory]
    [InlineData("""{ "near": [$words], "within": 30 }""", "a ")]
    [InlineData("""{ "near": [$words], "within": 30 }""", "a a b ")]
    [InlineData("""{ "allOf": ["@deep", "zz"] }""", "a b ")]
    [InlineData("""{ "anyOf": ["@deep @deep @deep zz"] }""", "a b ")]
    [InlineData("""{ "allOf": ["a b"], "except": ["@deep zz", "b zz"] }""", "a b zz. ")]
    [InlineData("""{ "contains": ["éééééééééééééééééééééééééééééééb", "a a a a a a a a b"] }""", "a é")]
    [InlineData("""{ "expression": "issue.Text.LastIndexOf(issue.Field(\"f\"), StringComparison.OrdinalIgnoreCase) == 1" }""", "a")]
    [InlineData("""{ "regex": "(\\w{1,30}\\W?){8}q$" }""", "a b")]
    [InlineData("""{ "any": [{ "regex": "[ab]{1,99}q" }, { "regex": "[ab]{1,98}q" }, { "regex": "[ab]{1,97}q" }] }""", "ab")]
    public void Match_HundredsOfCostlyRules_EndsWithinTheBudget(string when, string piece)
    {
        var words = Join([.. Enumerable.Range(1, 18).Select(count => string.Join(' ', Enumerable.Repeat("a", count)))]);
        var conditions = Enumerable
            .Range(0, 300)
            .Select(number => $$"""{ "all": [{{when.Replace("$words", words)}}, { "field": "f{{number}}", "exists": false }] }""");
        var program = Compile([File("rules", [.. conditions], "")]);
        var text = string.Concat(Enumerable.Repeat(piece, 99_990 / piece.Length)) + " zz q";
        var issue = new Issue
        {
            Id = "1",
            Text = text,
            Title = text,
            Fields = new Dictionary<string, string> { ["f"] = text[..250] + "b" },
        };
        var work = new WorkBudget(WorkBudget.UsualSteps);

        var found = program.Matcher.Match(MatchInput.Prepare(issue, "en", Programs.MaxLength, work), FactValues.None);

        Assert.True(work.IsSpent || work.Taken > 0);
        Assert.True(work.IsSpent ? found.Matches.Count == 0 : work.Taken <= work.Max);
    }

    [Fact]
    public void Match_ExceptionAtEachPlace_TakesStepsForEach()
    {
        const int Places = 1_000;
        var issue = new Issue { Id = "1", Text = string.Concat(Enumerable.Repeat("a b zz. ", Places)) };
        long Work(string exception) =>
            WorkOf(Compile([File("rules", [$$"""{ "allOf": ["a b"], "except": ["{{exception}}"] }"""], "")]), issue);

        // To find the exceptions takes a step for each of their words; the others are for looking at them.
        Assert.True(Work("b zz") - Work("qq zz") > 5 * Places);
    }

    private static long WorkOf(RuleProgram program, Issue issue)
    {
        var work = new WorkBudget();
        program.Matcher.Match(MatchInput.Prepare(issue, "en", Programs.MaxLength, work), FactValues.None);
        return work.Taken;
    }

    private static RuleProgram Compile(string[] files)
    {
        var (program, problems) = Programs.TryCompile(files);
        Assert.Equal("", problems);
        return program;
    }

    private static string File(string set, string[] conditions, string more) =>
        $$"""
            { "set": "{{set}}", "title": "Set", "owner": "support", {{more}}
              "classifiers": { "letters": { "labels": { "one": 0, "other": 5 }, "words": ["a 9 1:90", "b a 20 2:150 1:-90", "q 60 1:70"] } },
              "lists": { "many": ["a", "a b", "b a", "a b a", "b"]{{(conditions.Any(IsDeep) ? Deep : "")}} },
              "rules": [ {{string.Join(",\n", conditions.Select((when, number) => Rule(set, number, when)))}} ] }
            """;

    // It takes longer to compile than most rulebooks.
    private static bool IsDeep(string condition) => condition.Contains("@deep", StringComparison.Ordinal);

    private static string Rule(string set, int number, string when) =>
        $$"""
            { "id": "{{set}}.r{{number.ToString("D3", CultureInfo.InvariantCulture)}}", "title": "R", "type": "t/t", "status": "active",
              "when": {{when}}, "then": { "outcome": "escalate", "team": "support" } }
            """;

    // Phrases of two words, all different.
    private static string Binary(int number) => string.Join(' ', Convert.ToString(number + 2, 2).Select(digit => digit == '0' ? "a" : "b"));

    private static Gen<string[]> Words(int least, int most) =>
        Gen.OneOf("a", "b", "a b", "b a", "a a", "q", "@many", "прив*", "a @many", "привет")
            .Array[least, most]
            .Select(words => words.Distinct().ToArray())
            .Where(words => words.Length >= least);

    private static string Join(string[] strings) => string.Join(", ", strings.Select(Json));

    private static string Json(string text) => Newtonsoft.Json.JsonConvert.ToString(text);
}
