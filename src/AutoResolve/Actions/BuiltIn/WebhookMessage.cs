using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AutoResolve.Actions.BuiltIn;

/// <summary>
/// What a receiver is sent. All keys are always there; what the customer wrote is not in it, unless the rule puts it into its body.
/// </summary>
internal sealed record WebhookMessage
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required string? Tenant { get; init; }
    public required string IssueId { get; init; }
    public required string? Event { get; init; }
    public required string? Rule { get; init; }
    public required int? Version { get; init; }
    public required Outcome Outcome { get; init; }
    public required string? Type { get; init; }
    public required string? Team { get; init; }
    public required int? Tier { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required JsonObject? Body { get; init; }

    public static byte[] Write(ActionContext<WebhookParameters> context)
    {
        var resolution = context.Resolution;
        return JsonSerializer.SerializeToUtf8Bytes(
            new WebhookMessage
            {
                Tenant = context.Issue.Tenant,
                IssueId = context.Issue.Id,
                Event = context.Parameters.Event,
                Rule = resolution.Rule?.Id,
                Version = resolution.Rule?.Version,
                Outcome = resolution.Outcome,
                Type = resolution.Type,
                Team = resolution.Team,
                Tier = resolution.Tier,
                Tags = resolution.Tags,
                Body = context.Parameters.Body is { } body
                    ? new JsonObject(body.Select(value => KeyValuePair.Create(value.Key, Node(value.Value))))
                    : null,
            },
            Options
        );
    }

    // Binding leaves lists and objects as tokens of its JSON library, whose text is JSON.
    private static JsonNode? Node(object? value) =>
        value switch
        {
            null => null,
            string or IConvertible or IReadOnlyList<object?> or IReadOnlyDictionary<string, object?> => JsonSerializer.SerializeToNode(
                value,
                value.GetType()
            ),
            _ => JsonNode.Parse(value.ToString()!),
        };
}
