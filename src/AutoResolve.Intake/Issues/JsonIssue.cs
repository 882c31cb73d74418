using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Intake.Issues;

/// <summary>Makes an issue of a JSON object.</summary>
internal static class JsonIssue
{
    /// <exception cref="BadIssueException">It is not an issue.</exception>
    public static Issue Read(JObject source, string defaultId)
    {
        var builder = new IssueBuilder();
        foreach (var (name, value) in source)
        {
            if (name.Equals("tried", StringComparison.OrdinalIgnoreCase) && value is JArray steps)
                builder.AddTried(
                    steps.Select(step =>
                        step.Type == JTokenType.String
                            ? (string)step!
                            : throw new BadIssueException("'tried' must be a list of the ids of steps.")
                    )
                );
            else if (name.Equals("fields", StringComparison.OrdinalIgnoreCase) && value is JObject fields)
                AddFields(builder, fields);
            else if (value is JValue scalar)
                builder.Set(name, Text(scalar));
            else if (IssueBuilder.IsOwn(name))
                throw new BadIssueException($"'{name}' must be a text, not {(value is JArray ? "a list" : "an object")}.");
        }

        return builder.Build(defaultId);
    }

    private static void AddFields(IssueBuilder builder, JObject fields)
    {
        foreach (var (name, value) in fields)
        {
            if (value is not JValue scalar)
                throw new BadIssueException($"The field '{SafeText.Start(name, 40)}' must be a text, a number, true or false.");
            if (Text(scalar) is { } text)
                builder.SetField(name, text);
        }
    }

    private static string? Text(JValue value) =>
        value.Type switch
        {
            JTokenType.Null or JTokenType.Undefined => null,
            JTokenType.String => (string?)value,
            _ => value.ToString(Formatting.None),
        };
}
