using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Tests.Rules.Reading;

public sealed class CrossFileChecksTests
{
    private const string Retired =
        """{ "id": "old", "title": "A", "type": "a", "status": "retired", "when": { "anyOf": ["a"] }, "then": { "outcome": "ignore" } }""";

    [Fact]
    public void Check_SameIdTwice_IsReportedAtTheLaterPathWhateverTheOrder()
    {
        var (a, b) = (Set("a.json", Retired, "a"), Set("b.json", Retired, "b"));

        var expected =
            "b.json:1:62 AR1025 The rule id 'old' is already taken in a.json:1: an id is unique for ever; give this rule another.";
        Assert.Equal([expected], Check(a, b));
        Assert.Equal([expected], Check(b, a));
    }

    [Fact]
    public void Check_SameIdTwiceInOneFile_IsReported() => Assert.Single(Check(Set("a.json", $"{Retired}, {Retired}")));

    [Fact]
    public void Check_RulesWithoutIds_AreNotTheSame() => Assert.Empty(Check(Set("a.json", "{}", "a"), Set("b.json", "{}", "b")));

    [Fact]
    public void Check_NameSharedTwice_IsReportedPerKind()
    {
        const string Names = """ "shared": true, "lists": { "n": ["a"] }, "facts": { "m": "a" }, """;

        Assert.Equal(
            [
                "b.json:1:70 AR1027 The list 'n' is already shared by a.json:1: use that one and delete this, or give this another name.",
                "b.json:1:95 AR1027 The fact 'm' is already shared by a.json:1: use that one and delete this, or give this another name.",
            ],
            Check(Set("b.json", Retired.Replace("old", "b", StringComparison.Ordinal), "b", Names), Set("a.json", Retired, "a", Names))
        );
    }

    [Fact]
    public void Check_SameNamesOfOtherKindsOrUnsharedSets_AreFine() =>
        Assert.Empty(
            Check(
                Set("a.json", Retired, "a", """ "lists": { "n": ["a"] }, "conditions": { "m": { "anyOf": ["a"] } }, """),
                Set(
                    "b.json",
                    Retired.Replace("old", "b", StringComparison.Ordinal),
                    "b",
                    """ "lists": { "n": ["a"] }, "facts": { "m": "a" }, """
                )
            )
        );

    [Theory]
    [InlineData("old", "retired", null)]
    [InlineData("new", "retired", "The rule 'new' cannot supersede itself: name the retired rule that it replaces.")]
    [InlineData("olt", "retired", "There is no rule 'olt' to supersede. Did you mean 'old'?")]
    [InlineData("old", "active", "The rule 'old' (a.json:1) is superseded but not retired: give it \"status\": \"retired\".")]
    public void Check_Supersedes_NamesAnotherRetiredRule(string superseded, string status, string? message)
    {
        var rule = Retired
            .Replace("old", "new", StringComparison.Ordinal)
            .Replace("\"type\"", $"\"supersedes\": [\"{superseded}\"], \"type\"", StringComparison.Ordinal);

        var found = Check(Set("a.json", Retired.Replace("retired", status, StringComparison.Ordinal), "a"), Set("b.json", rule, "b"));

        Assert.Equal(message is null ? [] : [$"b.json:1:98 AR1028 {message}"], found);
    }

    private static RuleSet Set(string path, string rules, string name = "s", string more = "") =>
        RuleSetReader.Read(
            RuleFiles.File($$"""{ "set": "{{name}}", "title": "S", "owner": "o",{{more}} "rules": [ {{rules}} ] }""", path),
            []
        )!;

    private static IEnumerable<string> Check(params RuleSet[] sets)
    {
        var diagnostics = new List<Diagnostic>();
        CrossFileChecks.Check(sets, diagnostics);
        return diagnostics.Select(diagnostic => diagnostic.ToString());
    }
}
