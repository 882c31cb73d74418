using System.Globalization;
using AutoResolve.Journaling;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>The JSON of an entry of a journal.</summary>
internal static class JournalEntryJson
{
    public static JObject Of(JournalEntry entry) =>
        new()
        {
            ["sequence"] = entry.Sequence,
            ["at"] = entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["kind"] = JsonOutput.Name(entry.Kind),
            ["tenant"] = entry.Tenant,
            ["issueId"] = entry.IssueId.Length > 0 ? entry.IssueId : null,
            ["label"] = entry.Label,
            ["ruleId"] = entry.RuleId,
            ["ruleVersion"] = entry.RuleVersion,
            ["rulebookRevision"] = entry.RulebookRevision,
            ["key"] = entry.Key,
            ["isOpen"] = entry.IsOpen,
            ["closes"] = entry.Closes,
            ["content"] = Content(entry.Content),
        };

    // A damaged content is shown as the text that it is.
    public static JToken Content(string json)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
            return JToken.Load(reader);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
