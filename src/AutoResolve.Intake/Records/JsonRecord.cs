using System.Globalization;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Issues;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Records;

/// <summary>
/// Makes a record of a JSON object: its scalars; lists as their texts, of objects their names; objects as <c>device.os</c>. What an export
/// wraps a record in is taken off.
/// </summary>
internal sealed class JsonRecord
{
    private const int MaxNames = 2_000;
    private const string Fields = "fields";
    private const string Turns = "turns";

    // What names an object in a list, best first.
    private static readonly string[] NameKeys = ["name", "display_value", "displayName", "value", "title", "login", "label"];

    // What somebody says in a list of comments or messages.
    private static readonly string[] SaidKeys = ["text", "body", "message", "content", "comment", "plain_body", "html_body", "note"];

    private static readonly string[] PairKeys = ["id", "field", "key", "name"];

    private readonly List<string> _names = [];
    private readonly List<List<string>> _values = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _conversations = [];
    private JArray? _turns;

    /// <exception cref="BadIssueException">It is no record.</exception>
    public static RecordValues Read(IEnumerable<KeyValuePair<string, JToken>> members, ColumnMap columns)
    {
        var record = new JsonRecord();
        var all = Unwrap([.. members]);
        if (ColumnData.Known.Between.FirstOrDefault(other => all.Any(member => IsOf(member, other))) is { } between)
            throw new BadIssueException($"This is {between.Is}, and no issue.");
        var isOwn = all.Any(member => IsOneOf(member.Key, "text", "title"));
        foreach (var (name, value) in all)
        {
            if (name.Equals(Turns, StringComparison.OrdinalIgnoreCase) && value is JArray turns)
                record._turns = turns;
            else if (name.Equals(Turns, StringComparison.OrdinalIgnoreCase) && value is JValue { Type: JTokenType.String })
                record._turns = [value];
            else if (name.Equals(Fields, StringComparison.OrdinalIgnoreCase) && value is JObject fields)
                record.AddAll(fields, "");
            else if (isOwn && HeaderCheck.IsSingle(name) && (value is JArray || (value is JObject one && Shown(one) is null)))
                throw new BadIssueException($"'{name}' must be a text, not {(value is JArray ? "a list" : "an object")}.");
            else if (HeaderCheck.IsSingle(name) && record._places.ContainsKey(name))
                throw new BadIssueException($"'{name}' occurs twice.");
            else
                record.Add(name, value);
        }

        return new RecordValues(new ColumnLayout(record._names, columns), record._values)
        {
            Turns = record._turns,
            Conversations = record._conversations,
        };
    }

    /// <summary>Whether a text stands in it directly or in its fields, so that it is a record and no wrapper of records.</summary>
    public static bool HasText(IEnumerable<string> names) => names.Any(name => IsOneOf(name, "text", "title", "subject", "summary"));

    private static bool IsOf(KeyValuePair<string, JToken> member, OtherRecord other) =>
        member.Key.Equals(other.Key, StringComparison.OrdinalIgnoreCase)
        && member.Value.Type is not (JTokenType.Null or JTokenType.Boolean)
        && (other.Value is null || (member.Value is JValue { Value: string held } && held.Equals(other.Value, StringComparison.Ordinal)));

    // As in [{"ticket": {…}}] and [{"_id": …, "_source": {…}}].
    private static IReadOnlyList<KeyValuePair<string, JToken>> Unwrap(IReadOnlyList<KeyValuePair<string, JToken>> members)
    {
        if (members is [{ Value: JObject { Count: > 0 } only } wrapper] && !wrapper.Key.Equals(Fields, StringComparison.OrdinalIgnoreCase))
            return [.. Members(only)];
        return members.FirstOrDefault(member => IsOneOf(member.Key, "_source", "node")).Value is JObject source
            ? [.. Members(source)]
            : members;
    }

    private static IEnumerable<KeyValuePair<string, JToken>> Members(JObject source) =>
        source.Properties().Select(property => KeyValuePair.Create(property.Name, property.Value));

    private void AddAll(JObject source, string path)
    {
        foreach (var property in source.Properties())
            Add(path + property.Name, property.Value);
    }

    private void Add(string name, JToken value)
    {
        switch (value)
        {
            case JValue scalar:
                Set(name, Text(scalar) is { } text ? [text] : []);
                break;
            case JArray list:
                AddList(name, list);
                break;
            case JObject one when Shown(one) is { } shown:
                Set(name, [shown]);
                break;
            case JObject one:
                AddAll(one, name + ".");
                break;
        }
    }

    // Lists of other objects, such as comments and attachments, say nothing of an issue by themselves.
    private void AddList(string name, JArray list)
    {
        if (list.Count > 0 && list.All(item => item is JObject pair && Pair(pair) is not null))
        {
            foreach (var (key, value) in list.Select(item => Pair((JObject)item)!.Value))
                Add($"{name}.{key}", value);
            return;
        }

        List<string> parts =
        [
            .. list.Select(item =>
                    item switch
                    {
                        JValue scalar => Text(scalar),
                        JObject named => NameKeys
                            .Select(key => named.GetValue(key, StringComparison.Ordinal))
                            .OfType<JValue>()
                            .Select(Text)
                            .FirstOrDefault(),
                        _ => null,
                    }
                )
                .OfType<string>(),
        ];
        if (parts.Count > 0 || list.Count == 0)
            Set(name, parts);
        else if (list.OfType<JObject>().Any(IsSaid))
            _conversations.Add(name);
    }

    private static bool IsSaid(JObject item) =>
        SaidKeys
            .Select(key => item.GetValue(key, StringComparison.OrdinalIgnoreCase))
            .Any(value => value is JObject || (value is JValue { Type: JTokenType.String } said && !VisibleText.IsBlank((string)said!)));

    // Fields that somebody defined: [{"id": 360001, "value": "x"}].
    private static (string Key, JToken Value)? Pair(JObject pair) =>
        pair.Count <= 3
        && pair.GetValue("value", StringComparison.OrdinalIgnoreCase) is { } value
        && PairKeys
            .Select(key => pair.GetValue(key, StringComparison.OrdinalIgnoreCase))
            .OfType<JValue>()
            .Select(Text)
            .FirstOrDefault(key => key is not null)
            is { } name
            ? (name, value)
            : null;

    // A reference is what people see of it: that of ServiceNow, or a document of Jira.
    private static string? Shown(JObject source)
    {
        if (source["display_value"] is JValue shown)
            return Text(shown) ?? "";
        if (source["link"] is JValue && source["value"] is JValue reference)
            return Text(reference) ?? "";
        return source is { Count: > 0 } && (string?)(source["type"] as JValue) == "doc" && source["content"] is JArray
            ? DocumentText.Of(source)
            : null;
    }

    // Of several of one name, each is a part.
    private void Set(string name, List<string> parts)
    {
        if (_places.TryGetValue(name, out var place))
        {
            _values[place].AddRange(parts);
            return;
        }

        if (_names.Count == MaxNames)
            return;
        _places[name] = _names.Count;
        _names.Add(name);
        _values.Add(parts);
    }

    private static bool IsOneOf(string name, params ReadOnlySpan<string> names)
    {
        foreach (var one in names)
        {
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string? Text(JValue value) =>
        value.Type switch
        {
            JTokenType.Null or JTokenType.Undefined => null,
            JTokenType.String => (string?)value,

            // 0.0 is nought; of other fractions the noughts stay, as in 2.50.
            JTokenType.Float when value.Value is decimal number && number == decimal.Truncate(number) => decimal.Truncate(number)
                .ToString(CultureInfo.InvariantCulture),
            _ => value.ToString(Formatting.None),
        };
}
