using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Tests.Rules.Reading;

/// <summary>A file of Microsoft RulesEngine is told as one, and nothing else is taken for it.</summary>
public sealed class WorkflowFileTests
{
    private const string Rule = """{ "RuleName": "a", "SuccessEvent": "10", "Expression": "input1.count > 2" }""";

    [Theory]
    [InlineData("""{ "WorkflowName": "Letters", "Rules": [@] }""", 1)]
    [InlineData("""[ { "WorkflowName": "Letters", "Rules": [@, @] }, { "WorkflowName": "Forms", "Rules": [] } ]""", 3)]
    [InlineData("""{ "workflowName": "Letters", "workflowsToInject": ["Forms"] }""", 1)]
    [InlineData("""{ "WORKFLOWNAME": "Letters", "globalParams": [], "RULES": [] }""", 1)]
    [InlineData("""{ "$schema": "workflow-schema.json", "Rules": [ { "RuleName": "a", "Operator": "And", "Rules": [@] } ] }""", 1)]
    [InlineData("""{ "rules": [ { "ruleName": "a", "expression": "true" } ] }""", 1)]
    [InlineData("[ @ ]", 3)]
    [InlineData("@", 1)]
    public void Read_Workflow_IsOneErrorThatSaysSo(string json, int column)
    {
        var problem = Assert.Single(Problems(json.Replace("@", Rule, StringComparison.Ordinal)));

        Assert.Equal((ReadingCodes.Workflow, 1, column), (problem.Code, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[ 1, null, {} ]")]
    [InlineData("{}")]
    [InlineData("""{ "rules": [] }""")]
    [InlineData("""{ "title": "No set", "owner": "a", "rules": [ { "id": "a.b", "when": { "expression": "true" } } ] }""")]
    [InlineData("""{ "set": "a", "title": "Half rewritten", "owner": "a", "workflowName": "a", "rules": [@] }""")]
    [InlineData("""{ "RuleName": "only a name" }""")]
    public void Read_OtherFile_IsToldAsItAlwaysWas(string json) =>
        Assert.DoesNotContain(Problems(json.Replace("@", Rule, StringComparison.Ordinal)), problem =>
            problem.Code == ReadingCodes.Workflow
        );

    private static List<Diagnostic> Problems(string json)
    {
        List<Diagnostic> diagnostics = [];
        RuleSetReader.Read(RuleFiles.File(json), diagnostics);
        Assert.NotEmpty(diagnostics);
        return diagnostics;
    }
}
