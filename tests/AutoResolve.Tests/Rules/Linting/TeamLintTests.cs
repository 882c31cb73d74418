using AutoResolve.Rules;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Rules.Linting;

public sealed class TeamLintTests
{
    private const string Teams = """ "teams": [ { "name": "air", "label": "Air" }, { "name": "road", "label": "Road" } ] """;

    [Theory]
    [InlineData(""" "outcome": "route", "team": "aer" """, "air", """ "teams": ["air"] """, "Rule 'a' hands issues to 'aer',")]
    [InlineData(
        """ "outcome": "route" """,
        "aer",
        """ "teams": ["air"] """,
        "Rule 'a' names no \"team\", so its owner gets the issues: 'aer',"
    )]
    [InlineData(""" "outcome": "route", "team": "air" """, "any", """ "teams": ["raod"] """, "The handover 'Form' is that of 'raod',")]
    public void Lint_ATeamThatTheDeskDoesNotDescribe_IsTold(string then, string owner, string form, string message)
    {
        var found = Warnings(then, owner, form, """[ { "name": "any", "resolve": "1d" } ]""");

        Assert.StartsWith(message, Assert.Single(found).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean", found[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_APriorityOfATeamThatTheDeskDoesNotDescribe_IsToldWhereItStands()
    {
        var found = Assert.Single(
            Warnings(
                """ "outcome": "route", "team": "air" """,
                "any",
                """ "teams": ["AIR"] """,
                """[ { "name": "high", "teams": ["air", "rode"], "resolve": "1d" } ]"""
            )
        );

        Assert.StartsWith("The priority 'high' is for 'rode',", found.Message, StringComparison.Ordinal);
        Assert.EndsWith("teams/1", found.Pointer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "outcome": "route", "team": "road" """)]
    [InlineData(""" "outcome": "answer", "answer": { "en": "Wait." } """)]
    public void Lint_TeamsOfTheDesk_AreNotTold(string then) =>
        Assert.Empty(Warnings(then, "any", """ "teams": ["air"] """, """[ { "name": "any", "resolve": "1d" } ]"""));

    private static List<Diagnostic> Warnings(string then, string owner, string form, string priorities)
    {
        var set = $$"""
            { "set": "a", "title": "A", "owner": "{{owner}}",
              "desk": { {{Teams}}, "priorities": {{priorities}},
                "handovers": [ { "title": "Form", {{form}}, "sections": [ { "title": "Text", "show": "text" } ] } ] },
              "rules": [ { "id": "a", "title": "A", "type": "t/a", "status": "active", "when": { "anyOf": ["alpha"] },
                "then": { {{then}} } } ] }
            """;
        return [.. SomeRules.TryLoad(SomeRules.File("a.json", set)).Diagnostics.Where(found => found.Code == "AR2033")];
    }
}
