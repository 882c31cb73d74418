using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Operators.Combinations;

public sealed class GroupConditionTests
{
    [Theory]
    [InlineData("""{ "all": [ { "anyOf": ["a"] }, { "anyOf": ["b"] } ] }""", "a b", true)]
    [InlineData("""{ "all": [ { "anyOf": ["a"] }, { "anyOf": ["b"] } ] }""", "a", false)]
    [InlineData("""{ "any": [ { "anyOf": ["a"] }, { "anyOf": ["b"] } ] }""", "b", true)]
    [InlineData("""{ "any": [ { "anyOf": ["a"] }, { "anyOf": ["b"] } ] }""", "c", false)]
    [InlineData("""{ "none": [ { "anyOf": ["a"] }, { "anyOf": ["b"] } ] }""", "c", true)]
    [InlineData("""{ "none": [ { "anyOf": ["a"] }, { "anyOf": ["b"] } ] }""", "b", false)]
    [InlineData(
        """{ "all": [ { "anyOf": ["a"] } ], "any": [ { "anyOf": ["b"] }, { "anyOf": ["c"] } ], "none": [ { "anyOf": ["d"] } ] }""",
        "a c",
        true
    )]
    [InlineData(
        """{ "all": [ { "anyOf": ["a"] } ], "any": [ { "anyOf": ["b"] }, { "anyOf": ["c"] } ], "none": [ { "anyOf": ["d"] } ] }""",
        "a c d",
        false
    )]
    [InlineData(
        """{ "all": [ { "anyOf": ["a"] } ], "any": [ { "anyOf": ["b"] }, { "anyOf": ["c"] } ], "none": [ { "anyOf": ["d"] } ] }""",
        "a",
        false
    )]
    [InlineData("""{ "none": [ { "none": [ { "anyOf": ["a"] } ] } ] }""", "a", true)]
    public void Group_OfConditions_Holds(string when, string text, bool holds) => Assert.Equal(holds, Programs.Holds(when, text));

    [Theory]
    [InlineData("reset", true)]
    [InlineData("password", true)]
    [InlineData("upload", false)]
    public void Use_NamedCondition_MeansWhatItSays(string text, bool holds) =>
        Assert.Equal(
            holds,
            Programs.Holds(
                """{ "use": "account" }""",
                text,
                """
                "conditions": { "account": { "any": [ { "use": "secret" }, { "anyOf": ["reset"] } ] },
                  "secret": { "anyOf": ["password"] } },
                """
            )
        );

    [Fact]
    public void Use_UnknownName_IsReportedWithSuggestion()
    {
        var problem = Programs.Problems("""{ "use": "acount" }""", """ "conditions": { "account": { "anyOf": ["a"] } },""");

        Assert.Contains(" AR3003 There is no condition 'acount'", problem, StringComparison.Ordinal);
        Assert.EndsWith("Did you mean 'account'?", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "conditions": { "a": { "use": "a" } },""", "a -> a")]
    [InlineData(
        """ "conditions": { "a": { "all": [ { "use": "b" } ] }, "b": { "none": [ { "use": "c" } ] }, "c": { "use": "a" } },""",
        "a -> b -> c -> a"
    )]
    [InlineData(""" "conditions": { "z": { "use": "a" }, "a": { "use": "b" }, "b": { "use": "a" } },""", "a -> b -> a")]
    public void Compile_ConditionThatUsesItself_IsReportedOnceWithItsWay(string set, string way)
    {
        var problem = Programs.Problems("""{ "anyOf": ["x"] }""", set);

        Assert.DoesNotContain('\n', problem);
        Assert.Contains($" AR3004 ", problem, StringComparison.Ordinal);
        Assert.Contains($": {way}.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_ConditionsThatDouble_AreRefused()
    {
        var conditions = Enumerable
            .Range(0, 40)
            .Select(number =>
                $$"""
                    "c{{number}}": { "all": [ { "use": "c{{number + 1}}" }, { "use": "c{{number + 1}}" } ] }
                    """
            )
            .Append("\"c40\": { \"anyOf\": [\"a\"] }");

        Assert.Contains(
            " AR3020 ",
            Programs.Problems("""{ "use": "c0" }""", " \"conditions\": {" + string.Join(',', conditions) + "},"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Compile_ChainOfConditions_IsRefusedWhereTooDeep()
    {
        var conditions = Enumerable
            .Range(0, 3_000)
            .Select(number =>
                $$"""
                    "c{{number}}": { "use": "c{{number + 1}}" }
                    """
            )
            .Append("\"c3000\": { \"anyOf\": [\"a\"] }");

        Assert.Contains(
            " AR3018 ",
            Programs.Problems("""{ "use": "c0" }""", " \"conditions\": {" + string.Join(',', conditions) + "},"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Compile_DeepConditionsInChain_AreRefused()
    {
        const int Levels = 20;
        var conditions = Enumerable
            .Range(0, 45)
            .Select(number =>
                $"\"c{number}\": {string.Concat(Enumerable.Repeat("{ \"all\": [ ", Levels))} {{ \"use\": "
                + $"\"c{number + 1}\" }} {string.Concat(Enumerable.Repeat(" ] }", Levels))}"
            )
            .Append("\"c45\": { \"anyOf\": [\"a\"] }");

        Assert.Contains(
            " AR3020 ",
            Programs.Problems("""{ "use": "c0" }""", " \"conditions\": {" + string.Join(',', conditions) + "},"),
            StringComparison.Ordinal
        );
    }
}
