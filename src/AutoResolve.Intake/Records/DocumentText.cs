using System.Text;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Records;

/// <summary>The text of a document as Jira keeps it (Atlassian Document Format).</summary>
internal static class DocumentText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "paragraph",
        "heading",
        "listItem",
        "codeBlock",
        "blockquote",
        "tableRow",
        "panel",
        "rule",
        "hardBreak",
    };

    public static string Of(JObject document)
    {
        var text = new StringBuilder();
        Add(document, text);
        return text.ToString().Trim();
    }

    private static void Add(JObject node, StringBuilder text)
    {
        var type = (string?)(node["type"] as JValue) ?? "";
        if (node["text"] is JValue { Type: JTokenType.String } said)
            text.Append((string)said!);
        else if (node["attrs"] is JObject attributes && attributes["text"] is JValue { Type: JTokenType.String } shown)
            text.Append((string)shown!);
        foreach (var child in (node["content"] as JArray ?? []).OfType<JObject>())
            Add(child, text);
        if (Blocks.Contains(type) && text is [.., not '\n'])
            text.Append('\n');
    }
}
