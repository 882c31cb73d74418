using AutoResolve.Testing;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Matching;
using AutoResolve.Tests.Rules;

namespace AutoResolve.Tests.Compiling;

/// <summary>What takes away all rules of a set.</summary>
public sealed class SetNoneTests
{
    private const string None =
        """ "lists": { "other": ["bank", "school"] }, "none": [ { "anyOf": ["@other"] }, { "use": "past" } ], """ + Past;
    private const string Past = """ "conditions": { "past": { "anyOf": ["solved"] } }, """;

    [Theory]
    [InlineData("alpha", true)]
    [InlineData("alpha of my bank", false)]
    [InlineData("alpha is solved", false)]
    public void None_OfASet_TakesItsRulesAway(string text, bool holds)
    {
        Assert.Equal(holds, Programs.Holds("""{ "anyOf": ["alpha"] }""", text, None));
        Assert.Equal(holds, Programs.Holds("""{ "any": [ { "anyOf": ["alpha"] } ], "none": [ { "anyOf": ["beta"] } ] }""", text, None));
        Assert.False(Programs.Holds("""{ "any": [ { "anyOf": ["alpha"] } ], "none": [ { "anyOf": ["alpha"] } ] }""", text, None));
    }

    [Fact]
    public void None_OfASet_LeavesThoseOfOthers()
    {
        var rulebook = SomeRules.Load(
            SomeRules.Set("a", None, SomeRules.Rule("a")),
            SomeRules.Set("b", "", SomeRules.Rule("b", when: """{ "anyOf": ["beta"] }"""))
        );

        Assert.Equal(Outcome.Escalated, rulebook.Decide("alpha, bank").Outcome);
        Assert.Equal(Outcome.Routed, rulebook.Decide("beta, bank").Outcome);
    }

    [Fact]
    public void None_OfASet_IsTold()
    {
        var trace = SomeRules
            .Load(
                SomeRules.Set(
                    "a",
                    None,
                    SomeRules.Rule("a", when: """{ "all": [ { "anyOf": ["alpha"] } ], "any": [ { "anyOf": ["x"] } ] }""")
                )
            )
            .Inspect("a", SomeRules.Issue("alpha of my bank"))!
            .Trace!;

        Assert.Equal(["/when/all", "/when/any", "/none"], trace.Children.Select(child => child.Pointer));
        var none = trace.Children[2];
        Assert.Equal(("none of", Truth.False), (none.Description, none.Truth));
        Assert.Equal(["/none/0", "/conditions/past"], none.Children.Select(child => child.Pointer));
        Assert.Equal([Truth.True, Truth.False], none.Children.Select(child => child.Truth));
    }

    [Fact]
    public void None_OfASet_IsANearMiss()
    {
        var miss = Assert.Single(SomeRules.Load(SomeRules.Set("a", None, SomeRules.Rule("a"))).Explain("alpha of my bank").NearMisses);

        Assert.Equal(("a", "/none/0", "not any of \"bank/school\""), (miss.Match.Rule.Id, miss.Pointer, miss.Failed));
    }

    [Fact]
    public void None_Broken_IsReportedOnce() =>
        Assert.Equal(
            "a.json:1:77 AR3001 There is no list 'nope' in this set or in a shared one. Define it under \"lists\", or correct the name.",
            string.Join(
                '\n',
                SomeRules
                    .TryLoad(SomeRules.Set("a", """ "none": [ { "anyOf": ["@nope"] } ], """, SomeRules.Rule("a"), SomeRules.Rule("b")))
                    .Diagnostics.Where(diagnostic => diagnostic.Severity == AutoResolve.Rules.DiagnosticSeverity.Error)
            )
        );

    [Fact]
    public void None_OfASet_IsCountedOnceByCoverage()
    {
        const string Tests = """ "tests": [ { "text": "alpha", "match": true } ], """;
        var rulebook = SomeRules.Load(
            SomeRules.Set(
                "a",
                None,
                SomeRules.Rule("a", more: Tests),
                SomeRules.Rule("b", more: """ "tests": [ { "text": "alpha bank", "match": false } ], """)
            )
        );

        var found = RuleTests.In(rulebook).Run().Coverage.Where(condition => condition.Pointer == "/none/0");

        var only = Assert.Single(found);
        Assert.Equal(("a", true, true), (only.Owner, only.SeenTrue, only.SeenFalse));
    }

    [Fact]
    public void None_OfASetWithoutRules_IsRemarkedOn() =>
        Assert.Contains(
            SomeRules
                .TryLoad(
                    SomeRules.File(
                        "a.json",
                        """{ "set": "a", "title": "A", "owner": "o", "shared": true, "none": [ { "anyOf": ["b"] } ] }"""
                    )
                )
                .Diagnostics,
            diagnostic => diagnostic.Code == "AR2009" || diagnostic.Message.StartsWith("The \"none\" of a set", StringComparison.Ordinal)
        );

    [Fact]
    public void None_NoList_IsReported() =>
        Assert.Contains(
            "must be a list",
            RuleFiles.Problems(RuleFiles.Rule(set: """ "none": { "anyOf": ["a"] }, """)),
            StringComparison.Ordinal
        );
}
