using AutoResolve.Rules.Linting;
using AutoResolve.Tests.Decisions;
using CsCheck;

namespace AutoResolve.Tests.Rules.Linting;

/// <summary>What is said to follow from a condition does follow, by the matcher.</summary>
public sealed class ImplicationTests
{
    private static readonly string[] Words = ["alpha", "beta", "gamma"];

    private static readonly Gen<string> Phrases = Gen.Int[0, Words.Length - 1]
        .Select(number => $"\"{Words[number]}\"")
        .Array[1, 3]
        .Select(words => $"[{string.Join(", ", words)}]");

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Phrases.Select(words => $$"""{ "anyOf": {{words}} }"""),
        Phrases.Select(words => $$"""{ "allOf": {{words}} }"""),
        Gen.Bool.Select(exists => $$"""{ "field": "f", "exists": {{(exists ? "true" : "false")}} }"""),
        Gen.Const("""{ "field": "f", "equals": "x" }"""),
        Gen.Const("""{ "field": "f", "in": ["", "x"] }"""),
        Gen.Const("""{ "use": "named" }""")
    );

    private static readonly Gen<string> Condition = Leaf.SelectMany(Group).SelectMany(Group);

    private static readonly Issue[] Issues =
    [
        .. from words in Enumerable.Range(0, 1 << Words.Length)
        from field in new string?[] { null, "", "x", "y" }
        select SomeRules.Issue(
            string.Join(" and ", Words.Where((_, at) => (words & (1 << at)) != 0)),
            fields: field is null ? [] : [("f", field)]
        ),
    ];

    [Fact]
    public void Holds_AnyConditions_OnlyWhereItFollows() =>
        Gen.Select(Condition, Condition, Leaf)
            .Sample(
                (given, wanted, named) =>
                {
                    var condition = named.Contains("use", StringComparison.Ordinal) ? """{ "anyOf": ["beta"] }""" : named;
                    var more = $$""" "conditions": { "named": {{condition}} },""";
                    var file = SomeRules.Set("one", more, SomeRules.Rule("given", when: given), SomeRules.Rule("wanted", when: wanted));
                    var rulebook = SomeRules.Load(file);
                    var rules = rulebook.Sets.Single().Rules;
                    var holds = new Implication(rulebook.Sets).Holds(rules[0].When, rules[1].When);
                    var requires = new Implication(rulebook.Sets).Requires(rules[0].When, "F");
                    foreach (var issue in holds || requires ? Issues : [])
                    {
                        List<RuleReference> matches = [];
                        rulebook.FindMatches(issue, matches);
                        if (!matches.Any(match => match.Id == "given"))
                            continue;
                        Assert.True(!holds || matches.Any(match => match.Id == "wanted"), $"{issue.Text}: {given} but not {wanted}");
                        Assert.True(!requires || issue.Fields.ContainsKey("f"), $"{issue.Text}: {given} without f");
                    }
                }
            );

    private static Gen<string> Group(string condition) =>
        Gen.Select(Leaf, Gen.Int[0, 4])
            .Select(
                (other, kind) =>
                    kind switch
                    {
                        0 => $$"""{ "all": [ {{condition}}, {{other}} ] }""",
                        1 => $$"""{ "any": [ {{other}}, {{condition}} ] }""",
                        2 => $$"""{ "none": [ {{condition}} ] }""",
                        3 => $$"""{ "all": [ {{other}} ], "any": [ {{condition}} ], "none": [ {{other}} ] }""",
                        _ => condition,
                    }
            );
}
