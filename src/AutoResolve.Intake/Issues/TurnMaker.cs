using AutoResolve.Intake.Dates;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Issues;

/// <summary>Makes turns of JSON: objects with id, text, author, at, fields and tried.</summary>
internal static class TurnMaker
{
    /// <exception cref="BadIssueException">It is no list of turns.</exception>
    public static IReadOnlyList<Turn> Make(JArray turns, TimeZoneInfo zone, DateOrder order) =>
        [
            .. turns.Select(
                (turn, place) =>
                    turn is JValue { Type: JTokenType.String } said
                        ? new Turn { Id = $"turn-{place + 1}", Text = (string)said! }
                        : Make(
                            turn as JObject ?? throw new BadIssueException("'turns' must be a list of objects or texts."),
                            place,
                            zone,
                            order
                        )
            ),
        ];

    private static Turn Make(JObject source, int place, TimeZoneInfo zone, DateOrder order)
    {
        var author = Text(source, "author");
        if (!Enum.TryParse<Author>(author ?? nameof(Author.Unknown), ignoreCase: true, out var by) || !Enum.IsDefined(by))
            throw new BadIssueException(
                $"The author of a turn must be customer, agent, official or machine; found '{SafeText.Start(author!, 40)}'."
            );
        return new Turn
        {
            Id = Text(source, "id") ?? $"turn-{place + 1}",
            Text = Text(source, "text") ?? "",
            Author = by,
            At = Text(source, "at") is { } at && DateReader.TryRead(at, zone, order.ForAmbiguous, out var time) ? time : null,
            Fields = Fields(source.GetValue("fields", StringComparison.OrdinalIgnoreCase) as JObject),
            Tried =
            [
                .. (source.GetValue("tried", StringComparison.OrdinalIgnoreCase) as JArray ?? [])
                    .OfType<JValue>()
                    .Select(Text)
                    .OfType<string>(),
            ],
        };
    }

    private static Dictionary<string, string> Fields(JObject? source)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in source?.Properties() ?? [])
        {
            if (property.Value is JValue value && Text(value) is { } text)
                fields[property.Name] = text;
        }

        return fields;
    }

    private static string? Text(JObject source, string name) =>
        source.GetValue(name, StringComparison.OrdinalIgnoreCase) is JValue value ? Text(value) : null;

    private static string? Text(JValue value) =>
        value.Type switch
        {
            JTokenType.Null or JTokenType.Undefined => null,
            JTokenType.String => (string?)value,
            _ => value.ToString(Formatting.None),
        };
}
