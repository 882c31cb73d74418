using AutoResolve.Matching;
using AutoResolve.Oracles;

namespace AutoResolve.Tests.Matching;

public sealed class ConditionTracerTests
{
    [Fact]
    public void Trace_Rule_IsTheWholeTree()
    {
        var rule = Programs.Rule(
            """
            {
              "all": [
                { "any": [ { "anyOf": ["a", "b"] }, { "allOf": ["c", "d"] } ] },
                { "near": ["a", "c"], "within": 3, "in": "title" },
                { "contains": ["x"] }, { "regex": "y+" },
                { "field": "code", "in": ["1", "2"] }, { "field": "code", "atLeast": 1, "exists": true },
                  { "field": "code", "exists": false },
                { "field": "day", "before": "2026-11-01" }, { "fact": "incident", "anyOf": ["a"] },
                { "use": "named" }, { "expression": "issue.Text.Length > 5" }
              ],
              "none": [ { "anyOf": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"], "in": "everything" } ]
            }
            """,
            """ "facts": { "incident": "x" }, "conditions": { "named": { "anyOf": ["n"], "in": "text" } },"""
        );

        Snapshooter.Xunit.Snapshot.Match(
            Render(ConditionTracer.Trace(rule, Programs.Text("a x", fields: ("code", "2")), FactValues.None), "")
        );
    }

    [Theory]
    [InlineData("a b", "/when/all/2")]
    [InlineData("a", null)]
    [InlineData("a b c", null)]
    [InlineData("a b c d", "/when/none/0")]
    [InlineData("d", null)]
    [InlineData("b c", "/when/all/0")]
    public void FindOnlyFailure_AllAndNone_IsTheOneThatFailed(string text, string? pointer) =>
        Assert.Equal(
            pointer,
            OnlyFailure(
                """{ "all": [ { "anyOf": ["a"] }, { "anyOf": ["b"] }, { "anyOf": ["c"] } ], "none": [ { "anyOf": ["d"] } ] }""",
                text
            )
        );

    [Theory]
    [InlineData("a", "/when/any")]
    [InlineData("b", "/when/all/0")]
    [InlineData("x", null)]
    public void FindOnlyFailure_Any_CountsAsOne(string text, string? pointer) =>
        Assert.Equal(
            pointer,
            OnlyFailure("""{ "all": [ { "anyOf": ["a"] } ], "any": [ { "anyOf": ["b"] }, { "anyOf": ["c"] } ] }""", text)
        );

    [Theory]
    [InlineData("""{ "anyOf": ["a"] }""")]
    [InlineData("""{ "any": [ { "anyOf": ["a"] }, { "anyOf": ["b"] } ] }""")]
    [InlineData("""{ "all": [ { "anyOf": ["a"] } ], "none": [ { "anyOf": ["b"] } ] }""")]
    public void FindOnlyFailure_NothingElseHeld_IsNull(string when) => Assert.Null(OnlyFailure(when, "x"));

    [Fact]
    public void Flatten_Trace_HasEveryCondition()
    {
        var rule = Programs.Rule("""{ "all": [ { "anyOf": ["a"] }, { "any": [ { "anyOf": ["b"] }, { "anyOf": ["c"] } ] } ] }""");

        Assert.Equal(
            ["/when/all", "/when/all/0", "/when/all/1/any", "/when/all/1/any/0", "/when/all/1/any/1"],
            ConditionTracer.Flatten(ConditionTracer.Trace(rule, Programs.Text("a"), FactValues.None)).Select(trace => trace.Pointer)
        );
    }

    private static string? OnlyFailure(string when, string text) =>
        NearMissOracle.Miss(Programs.Rule(when), Programs.Text(text), FactValues.None)?.Pointer;

    private static string Render(ConditionTrace trace, string indent) =>
        $"{indent}{trace.Truth} {trace.Pointer} {trace.Description} "
        + $"[{string.Join(' ', trace.Evidence.Select(item => $"{item.Source}:{item.Start}+{item.Length}"))}]\n"
        + string.Concat(trace.Children.Select(child => Render(child, indent + "  ")));
}
