using System.Globalization;
using System.Reflection;
using AutoResolve.Budgets;
using AutoResolve.Expressions;

namespace AutoResolve.Tests.Matching.Expressions;

/// <summary>Whatever rules write, it is refused, or it means the same on every machine and fails nothing.</summary>
public sealed class HostileExpressionTests
{
    // Each member of a string some ten times, each constant some twenty.
    private static readonly int Count = LongRun.Of(4_000);

    private static readonly ExpressionReader Reader = new(areAllowed: true, RulesEngineExpressions.Parser);

    private static readonly CultureInfo[] Cultures = [new("en-US"), new("tr-TR"), new("de-DE"), new("")];

    private static readonly string[] Codes =
    [
        ExpressionCodes.Unreadable,
        ExpressionCodes.UnknownMember,
        ExpressionCodes.Forbidden,
        ExpressionCodes.TooLarge,
    ];

    // All that a string has, allowed or not, and what people try beside it.
    private static readonly string[] Members =
    [
        .. typeof(string).GetMembers(BindingFlags.Public | BindingFlags.Instance).Select(member => member.Name).Distinct().Order(),
        .. typeof(object).GetMembers().Select(member => member.Name).Distinct().Order(),
        "Select",
        "Any",
        "Where",
    ];

    private static readonly string[] Constants =
    [
        "\"I\"",
        "\"i\"",
        "\"e\\u0301\"",
        "\"\"",
        "'i'",
        "0",
        "1",
        "4",
        "-1",
        "5.5",
        "99999999999",
        "null",
        "true",
        "StringComparison.Ordinal",
        "StringComparison.OrdinalIgnoreCase",
        "StringComparison.CurrentCulture",
        "StringComparison.CurrentCultureIgnoreCase",
        "StringComparison.InvariantCulture",
        "StringComparison.InvariantCultureIgnoreCase",
        "StringComparison(1)",
        "(StringComparison)1",
        "Int32(\"1\")",
        "DateTime.Now",
        "Guid.NewGuid()",
        "Environment.MachineName",
        "CultureInfo.CurrentCulture",
        "typeof(string)",
    ];

    private static readonly string[] Operators =
    [
        "==",
        "!=",
        "<",
        ">",
        "<=",
        ">=",
        "&&",
        "||",
        "+",
        "-",
        "*",
        "/",
        "%",
        "&",
        "|",
        "is",
        "as",
        "??",
    ];

    private static readonly Issue[] Issues =
    [
        new() { Id = "1", Text = "Istanbul i\u0131 caf\u00E9 stra\u00DFe" },
        new()
        {
            Id = "I",
            Title = "i",
            Text = "",
            Channel = "\u0130",
            Requester = "e\u0301",
            Fields = new Dictionary<string, string> { ["a"] = "i", ["b"] = "\0" },
        },
    ];

    [Theory]
    [InlineData("issue.Text.Contains(\"I\", 1)")]
    [InlineData("issue.Text.Contains(\"I\", 0)")]
    [InlineData("issue.Text.Contains(\"I\", 4)")]
    [InlineData("issue.Text.StartsWith(\"I\", issue.Text.Length)")]
    [InlineData("issue.Text.Equals(\"I\", 3)")]
    [InlineData("issue.Text.IndexOf(\"I\", 0, 1, 1) == 0")]
    [InlineData("issue.Text.Contains(\"I\", StringComparison.InvariantCulture)")]
    [InlineData("issue.Text.Contains(\"I\", StringComparison.InvariantCultureIgnoreCase)")]
    [InlineData("issue.Text.Contains(\"I\", issue.Has(\"a\") ? StringComparison.Ordinal : StringComparison.CurrentCulture)")]
    public void Read_AnyOtherComparison_IsRefused(string expression)
    {
        Assert.Null(Reader.Read(expression, out var problem));
        Assert.Contains(problem!.Code, Codes);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Holds_WithALongTextToSearchFor_IsNotComputed(int length, bool holds)
    {
        var expression = Reader.Read("issue.Text.Contains(issue.Field(\"b\"))", out _)!.Compile();
        var text = new string('a', length);

        Assert.Equal(holds, expression.Holds(new ExpressionIssue(new Issue { Id = "1" }, _ => text, length), new WorkBudget()));
    }

    [Fact]
    public void Read_Generated_IsRefusedOrMeansTheSameEverywhere()
    {
        var random = new Random(1);
        var accepted = 0;
        for (var count = 0; count < Count; count++)
        {
            var expression = Make(random, 2);
            var read = Reader.Read(expression, out var problem);
            if (read is null)
            {
                Assert.Contains(problem!.Code, Codes);
                continue;
            }

            accepted++;
            Assert.DoesNotContain("Culture", expression, StringComparison.Ordinal);
            var compiled = read.Compile();
            foreach (var issue in Issues)
                Assert.True(Verdicts(compiled, issue).Distinct().Count() == 1, expression);
        }

        // Else nothing was tried.
        Assert.InRange(accepted, Count / 20, Count);
    }

    private static List<bool> Verdicts(CompiledExpression expression, Issue issue)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            return
            [
                .. Cultures.Select(culture =>
                {
                    CultureInfo.CurrentCulture = culture;
                    return expression.Holds(new ExpressionIssue(issue, name => Field(issue, name), 0), new WorkBudget());
                }),
            ];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string? Field(Issue issue, string name) =>
        name switch
        {
            "text" => issue.Text,
            "title" => issue.Title,
            _ => issue.Fields.GetValueOrDefault(name),
        };

    // Mostly what has the right types, with a hostile part in it here and there: what cannot even be parsed tries nothing.
    private static string Make(Random random, int depth) =>
        random.Next(depth > 0 ? 9 : 3) switch
        {
            0 => $"{Text(random, depth)} {Pick(random, ["==", "!="])} {Text(random, depth)}",
            1 => $"{Text(random, depth)}.{Search(random)}({Text(random, depth)}{Comparison(random)})",
            2 => $"{Number(random, depth)} {Pick(random, ["==", "!=", "<", ">", "<=", ">="])} {Number(random, depth)}",
            3 or 4 => $"{Make(random, depth - 1)} {Pick(random, ["&&", "||", "and", "or"])} {Make(random, depth - 1)}",
            5 => $"!({Make(random, depth - 1)})",
            6 => $"({Make(random, depth - 1)} ? {Make(random, depth - 1)} : {Make(random, depth - 1)})",
            7 => $"{Text(random, depth)}.{Pick(random, Members)}({Pick(random, Constants)})",
            _ => $"{Make(random, depth - 1)} {Pick(random, Operators)} {Pick(random, Constants)}",
        };

    private static string Search(Random random) => Pick(random, ["Contains", "StartsWith", "EndsWith", "Equals"]);

    private static string Comparison(Random random) => random.Next(3) == 0 ? $", {Pick(random, Constants)}" : "";

    private static string Text(Random random, int depth) =>
        random.Next(depth > 0 ? 12 : 8) switch
        {
            0 => Pick(random, Constants),
            1 or 2 => "\"i\"",
            3 => $"issue.Field({Pick(random, ["\"a\"", "\"b\"", "issue.Text", "1"])})",
            4 => $"issue.{Pick(random, AllowedMembers.OfIssue)}",
            < 8 => $"issue.{Pick(random, ["Id", "Title", "Text", "Channel", "Product", "Locale", "Tenant", "Requester"])}",
            8 =>
                $"{Text(random, depth - 1)}.{Pick(random, ["Trim()", "ToLowerInvariant()", "ToUpperInvariant()", "ToLower()", "Normalize()"])}",
            9 => $"{Text(random, depth - 1)}.Substring({Number(random, depth - 1)})",
            10 => $"({Text(random, depth - 1)} + {Text(random, depth - 1)})",
            _ => $"{Text(random, depth - 1)}.{Pick(random, Members)}({Pick(random, Constants)})",
        };

    private static string Number(Random random, int depth) =>
        random.Next(depth > 0 ? 6 : 3) switch
        {
            0 => Pick(random, ["0", "1", "-1", "5.5", "99999999999"]),
            1 or 2 => $"{Text(random, depth - 1)}.Length",
            3 => $"{Text(random, depth - 1)}.{Pick(random, ["IndexOf", "LastIndexOf"])}({Text(random, depth - 1)}{Comparison(random)})",
            4 => $"({Number(random, depth - 1)} {Pick(random, ["+", "-", "*", "/", "%"])} {Number(random, depth - 1)})",
            _ => Pick(random, Constants),
        };

    private static string Pick(Random random, IReadOnlyList<string> texts) => texts[random.Next(texts.Count)];
}
