using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AutoResolve.Intake.Messages;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>What became of a message, as a CloudEvent of the type <c>autoresolve.disposition.v1</c>: who has it and why, and nothing that
/// was written by or to a person.</summary>
internal static class DispositionMessage
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The same for the same message, however often it is delivered.</summary>
    public static string IdOf(CaseMessage cause) => IdOf($"{cause.Source}\n{cause.Id}");

    /// <summary>Another one where it went to a person, since it may be moved back and done.</summary>
    public static string IdOf(Fate.Parked parked) =>
        IdOf(parked.Message is { } cause ? $"{cause.Source}\n{cause.Id}\nparked" : $"{parked.Case}\nparked");

    private static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>By which a queue chooses: status and outcome, such as <c>done.fixed</c>; the outcome is <c>none</c> where it has not
    /// ended.</summary>
    public static string KeyOf(Disposition disposition) =>
        $"{disposition.Status}.{disposition.Outcome?.ToString() ?? "None"}".ToLowerInvariant();

    /// <param name="id">Its id.</param>
    /// <param name="reference">The case.</param>
    /// <param name="cause">The message that caused it; null where it cannot be read.</param>
    /// <param name="disposition">What became of it.</param>
    /// <param name="problem">Why it went to a person unprocessed, in a word; null where it was processed.</param>
    /// <param name="source">Who tells it.</param>
    /// <param name="now">When.</param>
    public static byte[] Write(
        string id,
        CaseReference reference,
        CaseMessage? cause,
        Disposition disposition,
        string? problem,
        string source,
        DateTimeOffset now
    )
    {
        var resolution = disposition.Resolution;
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                specversion = "1.0",
                id,
                source,
                type = "autoresolve.disposition.v1",
                time = now,
                datacontenttype = "application/json",
                traceparent = cause?.TraceParent,
                data = new
                {
                    @case = new { tenant = reference.Tenant, issue = reference.IssueId },
                    turn = (cause as TurnMessage)?.Turn.Id,
                    cause = cause is null ? null : new { cause.Source, cause.Id },
                    disposition.Status,
                    disposition.Outcome,
                    resolution.Reason,
                    problem,
                    rule = resolution.Rule?.Id,
                    resolution.Type,
                    resolution.Team,
                    resolution.Tier,
                    actions = disposition.Actions.Select(action => new { action.Handler, action.State }),
                },
            },
            Form
        );
    }
}
