using AutoResolve.Compiling;
using AutoResolve.Expressions;
using AutoResolve.Matching;
using AutoResolve.Oracles;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;
using AutoResolve.Tests.Rules;

namespace AutoResolve.Tests.Matching;

/// <summary>Compiled rules for the tests of matching, and short ways to ask them.</summary>
internal static class Programs
{
    public const int MaxLength = 100_000;

    /// <summary>As where the host allows expressions.</summary>
    public static readonly ExpressionReader Expressions = new(areAllowed: true, RulesEngineExpressions.Parser);

    /// <summary>Compiles one rule that must be sound.</summary>
    public static CompiledRule Rule(string when, string set = "", string more = "")
    {
        var (program, problems) = TryCompile(RuleFiles.Rule(when: when, set: set, more: more));
        Assert.Equal("", problems);
        return Assert.Single(program.Rules);
    }

    /// <summary>The problems of compiling one rule, one a line.</summary>
    public static string Problems(string when, string set = "", ExpressionReader? expressions = null) =>
        TryCompile(RuleFiles.Rule(when: when, set: set), expressions).Problems;

    public static (RuleProgram Program, string Problems) TryCompile(string json, ExpressionReader? expressions = null) =>
        TryCompile([json], expressions);

    public static (RuleProgram Program, string Problems) TryCompile(IReadOnlyList<string> files, ExpressionReader? expressions = null)
    {
        var diagnostics = new List<Diagnostic>();
        var sets = files
            .Select((json, index) => RuleSetReader.Read(RuleFiles.File(json, $"{(char)('a' + index)}.json"), diagnostics)!)
            .ToList();
        Assert.Empty(diagnostics);
        var program = RuleCompiler.Compile(sets, expressions ?? Expressions, diagnostics, threads: 2);
        return (program, string.Join('\n', diagnostics));
    }

    public static MatchInput Text(string text, string? title = null, params (string Name, string Value)[] fields) =>
        Prepare(
            new Issue
            {
                Id = "1",
                Text = text,
                Title = title,
                Fields = fields.ToDictionary(field => field.Name, field => field.Value),
            }
        );

    public static MatchInput Prepare(Issue issue) => MatchInput.Prepare(issue, "en", MaxLength);

    /// <summary>Whether a condition holds for a text, after checking that the ways to ask agree.</summary>
    public static bool Holds(string when, string text, string set = "") => Holds(Rule(when, set), Text(text));

    public static bool Holds(CompiledRule rule, MatchInput text) => Examine(rule, text).Truth == Truth.True;

    public static PlainMatch Examine(CompiledRule rule, MatchInput text, params (string Name, string Value)[] facts)
    {
        var known = new FactValues(facts.ToDictionary(fact => fact.Name, fact => (string?)fact.Value));
        var match = new PlainMatcher([rule]).Match(text, known).Matches.SingleOrDefault();
        var truth = match?.Truth ?? Truth.False;
        Assert.Equal(truth, rule.When.Evaluate(text.For(rule, known), known));
        Assert.Equal(truth, ConditionTracer.Trace(rule, text, known).Truth);
        return match ?? new PlainMatch(rule, Truth.False, text, known);
    }

    /// <summary>Whether a phrase stands in a text.</summary>
    public static bool Found(string phrase, string text) =>
        Holds($$"""{ "anyOf": [{{Newtonsoft.Json.JsonConvert.ToString(phrase)}}] }""", text);

    /// <summary>The evidence of a match, one a line: pointer, condition, source and the text that it spans.</summary>
    public static string Evidence(PlainMatch match, MatchInput text) =>
        string.Join(
            '\n',
            match.Evidence.Select(item =>
                $"{item.Pointer} '{item.Condition}' {item.Source}{(item.Turn is { } turn ? " of " + turn : "")} '{Words(item, text)}'"
            )
        );

    private static string? Words(Evidence evidence, MatchInput text) =>
        evidence.TextIn(text.Delivered)
        ?? (
            evidence.Source.StartsWith("field:", StringComparison.Ordinal)
                ? text.Field(evidence.Source["field:".Length..])?.ToString().Substring(evidence.Start, evidence.Length)
                : null
        );
}
