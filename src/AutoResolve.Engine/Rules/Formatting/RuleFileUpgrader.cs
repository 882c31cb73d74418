using System.Text;
using AutoResolve.Json;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Rules.Formatting;

/// <summary>
/// Writes rules of earlier days in the words of today's format: an outcome <c>ask</c> without a question that the case waits for is
/// <c>route</c>, and what its tests expected as <c>asked</c> is what it comes to now. All else, comments and white space included, stays.
/// </summary>
internal static class RuleFileUpgrader
{
    /// <returns>Null, and a problem reported, where the file is not JSON.</returns>
    public static UpgradedFile? Upgrade(RuleFile file, ICollection<Diagnostic> diagnostics)
    {
        if (RuleFileParser.Parse(file, diagnostics) is not { } tree)
            return null;
        var words = tree.Root is JsonObject set ? OfSet(set).ToList() : [];
        if (words.Count == 0)
            return new UpgradedFile(file, []);
        var text = new StringBuilder(tree.Source.Text);
        foreach (var (word, after, _) in words.OrderByDescending(found => found.Word.Start))
            text.Remove(word.Start, word.End - word.Start).Insert(word.Start, InlineWriter.Quote(after));
        return new UpgradedFile(
            file with
            {
                Content = Encoding.UTF8.GetBytes(text.ToString()),
            },
            [.. words.Select(found => new Rewording(found.Word.Location.Position, found.What, found.Word.Value, found.After))]
        );
    }

    // Tables are younger than what is upgraded.
    private static IEnumerable<(JsonString Word, string After, string What)> OfSet(JsonObject set)
    {
        var isGuard = set.Find("guard")?.Value is JsonBoolean { Value: true };
        return Objects(set, "rules").Where(rule => rule.Find("rows") is null).SelectMany(rule => OfRule(rule, isGuard));
    }

    private static IEnumerable<(JsonString Word, string After, string What)> OfRule(JsonObject rule, bool isGuard)
    {
        if (rule.Find("then")?.Value is not JsonObject then || then.Find("ask") is null || Waits(then))
            yield break;
        var outcome = then.Find("outcome")?.Value as JsonString;
        var id = JsonQuote.Short(Text(rule, "id") ?? "");
        if (outcome?.Value == "ask")
            yield return (outcome, "route", $"outcome of rule {id}");
        foreach (var test in Objects(rule, "tests"))
        {
            if (
                test.Find("outcome")?.Value is JsonString { Value: "asked" } expected
                && Becomes(then, test, isGuard ? "escalate" : outcome?.Value) is { } now
            )
                yield return (expected, now, $"outcome in a test of rule {id}");
        }
    }

    // Today only a question that the case waits for makes an issue asked.
    private static bool Waits(JsonObject then) =>
        Objects(then, "ask").Any(asked => asked.Find("blocking")?.Value is JsonBoolean { Value: true });

    private static string? Becomes(JsonObject then, JsonObject test, string? outcome)
    {
        var last = then.Find("whenAllTried")?.Value is JsonObject given ? Text(given, "outcome") : null;
        return outcome switch
        {
            "ask" or "route" or "escalate" => Past(last is not null && AllTried(then, test) ? last : outcome),
            "answer" or "fix" => Past(last ?? "escalate"),
            _ => null,
        };
    }

    private static string Past(string outcome) => outcome == "escalate" ? "escalated" : "routed";

    private static bool AllTried(JsonObject then, JsonObject test)
    {
        var tried = test.Find("tried")?.Value is JsonArray list ? list.Items.OfType<JsonString>().Select(step => step.Value).ToList() : [];
        return Objects(then, "steps").All(step => tried.Contains(Text(step, "id") ?? "", StringComparer.OrdinalIgnoreCase));
    }

    private static string? Text(JsonObject node, string key) => (node.Find(key)?.Value as JsonString)?.Value;

    private static IEnumerable<JsonObject> Objects(JsonObject node, string key) =>
        node.Find(key)?.Value is JsonArray list ? list.Items.OfType<JsonObject>() : [];
}
