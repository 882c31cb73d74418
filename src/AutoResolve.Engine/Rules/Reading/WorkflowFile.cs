using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Recognises a file of Microsoft RulesEngine: one workflow, a list of them, or a list of its rules, in any case of the
/// keys.</summary>
internal static class WorkflowFile
{
    // What a rule of that library has beside its name.
    private static readonly string[] KeysOfRule =
    [
        "Expression",
        "Rules",
        "Operator",
        "RuleExpressionType",
        "SuccessEvent",
        "ErrorMessage",
        "LocalParams",
        "WorkflowsToInject",
        "Actions",
    ];

    /// <returns>What is wrong with the file; null where it is none of that library.</returns>
    public static Diagnostic? Find(JsonNode root)
    {
        var workflow = root switch
        {
            JsonObject one when IsForeign(one) => one,
            JsonArray several => several.Items.OfType<JsonObject>().FirstOrDefault(IsForeign),
            _ => null,
        };
        return workflow?.Location.Report(
            ReadingCodes.Workflow,
            DiagnosticSeverity.Error,
            "This is a workflow of Microsoft RulesEngine. AutoResolve reads rule sets: begin with \"set\", \"title\" and \"owner\", and "
                + "write each of the \"rules\" with \"id\", \"title\", \"type\", \"when\" and \"then\". A lambda expression can stay, as "
                + "\"when\": { \"expression\": \"issue.…\" }, where the host allows expressions; words to look for are better."
        );
    }

    // A set that somebody has begun to rewrite is read as a set.
    private static bool IsForeign(JsonObject node) =>
        node.Find("set") is null
        && (
            Find(node, "WorkflowName") is not null
            || IsRule(node)
            || (Find(node, "Rules") is JsonArray rules && rules.Items.OfType<JsonObject>().Any(IsRule))
        );

    private static bool IsRule(JsonObject node) => Find(node, "RuleName") is not null && KeysOfRule.Any(key => Find(node, key) is not null);

    private static JsonNode? Find(JsonObject node, string key) =>
        Array.Find(node.Properties, property => property.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;
}
