using System.Linq.Expressions;
using AutoResolve.Expressions;
using AutoResolve.Tests.Rules;

namespace AutoResolve.Tests.Matching.Expressions;

/// <summary>What the engine makes of a parser, whoever wrote it.</summary>
public sealed class ExpressionParserTests
{
    private const string When = """{ "expression": "issue.Text" }""";

    public static TheoryData<Expression<Func<ExpressionIssue, bool>>> Forbidden() =>
        [
            issue => issue.Text == Environment.MachineName,
            issue => issue.Text.PadLeft(500_000_000) == "x",
            issue => issue.GetType().Name == "x",
            issue => new string('a', 5) == issue.Text,
            issue => ((Func<bool>)(() => true))(),
            Expression.Lambda<Func<ExpressionIssue, bool>>(
                Expression.Call(Expression.Parameter(typeof(ExpressionIssue), "other"), "Has", null, Expression.Constant("a")),
                Expression.Parameter(typeof(ExpressionIssue), "issue")
            ),
        ];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Read_WhatRulesMayNotDo_IsRefusedWhoeverParsedIt(Expression<Func<ExpressionIssue, bool>> tree) =>
        Assert.Contains(" AR3014 ", Problems(_ => tree), StringComparison.Ordinal);

    [Fact]
    public void Read_WhatIsAllowed_HoldsWhoeverParsedIt()
    {
        var (program, problems) = Programs.TryCompile(RuleFiles.Rule(when: When), Reader(_ => issue => issue.Text.Contains("load")));

        Assert.Equal("", problems);
        Assert.True(Programs.Holds(program.Rules.Single(), Programs.Text("My upload")));
        Assert.False(Programs.Holds(program.Rules.Single(), Programs.Text("My letter")));
    }

    [Fact]
    public void Read_TooLarge_IsNeverShownToAParser() =>
        Assert.Contains(
            " AR3015 ",
            Programs.Problems(
                $$"""{ "expression": "{{new string('(', 200)}}" }""",
                expressions: Reader(_ => throw new InvalidOperationException("It was asked."))
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_WhereTheParserFails_IsAnErrorOfTheRule()
    {
        Assert.EndsWith(
            "AR3012 This expression cannot be read: no.",
            Problems(_ => throw new FormatException("no.")),
            StringComparison.Ordinal
        );
        Assert.Contains(" AR3012 ", Problems(_ => null!), StringComparison.Ordinal);
        Assert.Contains(" AR3012 ", Problems(_ => throw new ExpressionException("no.", 1000)), StringComparison.Ordinal);
        Assert.Contains(" AR3013 ", Problems(_ => throw ExpressionException.Unknown("a", null, -1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TreeThatIsNotWhatItSays_IsAnErrorOfTheRule() =>
        Assert.Contains(
            " AR3012 ",
            Problems(_ =>
                Expression.Lambda<Func<ExpressionIssue, bool>>(new Odd(), Expression.Parameter(typeof(ExpressionIssue), "issue"))
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_ControlCharactersOfAParser_AreNotPrinted() =>
        Assert.EndsWith("cannot be read: no  x.", Problems(_ => throw new FormatException("no\n\u001Bx.")), StringComparison.Ordinal);

    [Fact]
    public void Read_WithoutAParser_SaysWhatToAdd()
    {
        var problem = Programs.Problems(When, expressions: new ExpressionReader(areAllowed: true, parser: null));

        Assert.Contains(" AR3021 ", problem, StringComparison.Ordinal);
        Assert.Contains("AutoResolve.RulesEngine", problem, StringComparison.Ordinal);
        Assert.Contains("UseExpressions(RulesEngineExpressions.Parser)", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OnManyThreads_GivesEachItsOwn() => Parallel.For(0, 2_000, number =>
        {
            var tree = RulesEngineExpressions.Parser.Parse($"issue.Text.Length > {number}");
            Assert.Equal($"(issue.Text.Length > {number})", tree.Body.ToString());
        });

    private static string Problems(Func<string, Expression<Func<ExpressionIssue, bool>>> parse) =>
        Programs.Problems(When, expressions: Reader(parse));

    private static ExpressionReader Reader(Func<string, Expression<Func<ExpressionIssue, bool>>> parse) =>
        new(areAllowed: true, new Parser(parse));

    private sealed class Odd : Expression
    {
        public override ExpressionType NodeType => ExpressionType.Call;

        public override Type Type => typeof(bool);
    }

    private sealed class Parser(Func<string, Expression<Func<ExpressionIssue, bool>>> parse) : IExpressionParser
    {
        public Expression<Func<ExpressionIssue, bool>> Parse(string expression) => parse(expression);
    }
}
