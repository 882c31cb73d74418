using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace AutoResolve.Intake.Messages;

/// <summary>Messages as JSON. The envelope may have attributes that others added; the data has what the schema says and nothing else, for
/// a name with a slip in it would be a value that is not read.</summary>
internal static class MessageJson
{
    private const string Prefix = "autoresolve.";
    private const string IssueType = $"{Prefix}issue.v1";
    private const string TurnType = $"{Prefix}turn.v1";
    private const string EventType = $"{Prefix}event.v1";
    private const int MaxNameLength = 60;
    private const int MaxDepth = 32;
    private const string NoTime = "its \"time\" is no time of RFC 3339";
    private const string WriteTime = "Write it as 2026-11-29T10:00:00Z, or leave it out";

    private static readonly JsonSerializerOptions Envelopes = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    private static readonly JsonSerializerOptions Data = new(Envelopes)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static CaseMessage Read(ReadOnlyMemory<byte> json) => Read(ReadEnvelope(json));

    public static CaseMessage Read(IReadOnlyDictionary<string, string> attributes, ReadOnlyMemory<byte> data)
    {
        var contentType = attributes.GetValueOrDefault("datacontenttype");
        if (contentType is not null && !IsJson(contentType))
            throw Bad($"it is of the type {Quoted(contentType)}", "Send it as application/json");
        return Read(
            new Envelope
            {
                SpecVersion = attributes.GetValueOrDefault("specversion"),
                Id = attributes.GetValueOrDefault("id"),
                Source = attributes.GetValueOrDefault("source"),
                Type = attributes.GetValueOrDefault("type"),
                Time = attributes.GetValueOrDefault("time") is { } time ? TimeOf(time) : null,
                TraceParent = attributes.GetValueOrDefault("traceparent"),
                TraceState = attributes.GetValueOrDefault("tracestate"),
                Data = ReadData(data),
            }
        );
    }

    private static CaseMessage Read(Envelope envelope)
    {
        if (envelope.SpecVersion != "1.0")
            throw NotCloudEvent(
                envelope.SpecVersion is null ? "it has no \"specversion\"" : "its \"specversion\" is not \"1.0\"",
                "Write \"specversion\": \"1.0\""
            );
        if (string.IsNullOrWhiteSpace(envelope.Id))
            throw NotCloudEvent("it has no \"id\"", "Give each message an id of its own");
        if (string.IsNullOrWhiteSpace(envelope.Source))
            throw NotCloudEvent("it has no \"source\"", "Say who sends it, such as \"/help-desk\"");
        if (string.IsNullOrWhiteSpace(envelope.Type))
            throw NotCloudEvent("it has no \"type\"", $"Write one of {IssueType}, {TurnType}, {EventType}");
        return envelope.Type switch
        {
            IssueType => Of(new IssueMessage(DataOf<Issue>(envelope)) { Id = envelope.Id, Source = envelope.Source }),
            TurnType when DataOf<TurnData>(envelope) is var data => Of(
                new TurnMessage(data.Case.ToReference(), data.Turn) { Id = envelope.Id, Source = envelope.Source }
            ),
            EventType when Checked(DataOf<EventData>(envelope)) is var data => Of(
                new EventMessage(data.Case.ToReference(), data.Event.ToEvent()) { Id = envelope.Id, Source = envelope.Source }
            ),
            _ => throw new BadMessageException(
                BadMessageKind.UnknownType,
                $"The type of the message, {Quoted(envelope.Type)}, is not known: this program reads {IssueType}, "
                    + $"{TurnType} and {EventType}. Where a newer program sends it, update this one first."
            ),
        };

        CaseMessage Of(CaseMessage message) =>
            message with
            {
                Time = envelope.Time,
                TraceParent = envelope.TraceParent,
                TraceState = envelope.TraceState,
            };
    }

    // What no later try can mend.
    private static EventData Checked(EventData data) =>
        data.Event switch
        {
            { Kind: CaseEventKind.Merged, Into: null } => throw Bad(
                "'event' of the kind 'merged' has no 'into'",
                "Write which case goes on: \"into\": { \"issue\": \"1018\" }"
            ),
            { Kind: CaseEventKind.Reassigned, Team: null } => throw Bad(
                "'event' of the kind 'reassigned' has no 'team'",
                "Write which team has the case now: \"team\": \"network\""
            ),
            _ => data,
        };

    public static byte[] Write(CaseMessage message)
    {
        var (type, data) = message switch
        {
            IssueMessage issue => (IssueType, JsonSerializer.SerializeToElement(issue.Issue, Data)),
            TurnMessage turn => (TurnType, JsonSerializer.SerializeToElement(new TurnData(CaseData.Of(turn.Reference), turn.Turn), Data)),
            EventMessage happened => (
                EventType,
                JsonSerializer.SerializeToElement(new EventData(CaseData.Of(happened.Reference), EventPart.Of(happened.Happened)), Data)
            ),
            _ => throw new ArgumentException("There is no other kind of message.", nameof(message)),
        };
        return JsonSerializer.SerializeToUtf8Bytes(
            new Envelope
            {
                SpecVersion = "1.0",
                Id = message.Id,
                Source = message.Source,
                Type = type,
                Time = message.Time,
                DataContentType = "application/json",
                TraceParent = message.TraceParent,
                TraceState = message.TraceState,
                Data = data,
            },
            Envelopes
        );
    }

    public static string Schema()
    {
        using var stream = typeof(MessageJson).Assembly.GetManifestResourceStream("AutoResolve.Intake.Messages.message.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Envelope ReadEnvelope(ReadOnlyMemory<byte> json)
    {
        CheckText(json.Span, "The message");
        try
        {
            return JsonSerializer.Deserialize<Envelope>(WithoutMark(json).Span, Envelopes)
                ?? throw new BadMessageException(BadMessageKind.NotJson, "The message is null. Send a CloudEvent as JSON.");
        }
        catch (JsonException exception) when (exception.Path == "$.time")
        {
            throw NotCloudEvent(NoTime, WriteTime);
        }
        catch (JsonException exception)
        {
            throw IsJson(WithoutMark(json))
                ? NotCloudEvent($"{Place(exception)} is not what a CloudEvent has there", "Send a CloudEvent 1.0 in the JSON format")
                : new BadMessageException(
                    BadMessageKind.NotJson,
                    $"The message is no JSON ({Position(exception)}). Send a CloudEvent 1.0 in the JSON format."
                );
        }
    }

    private static JsonElement ReadData(ReadOnlyMemory<byte> data)
    {
        CheckText(data.Span, "The data of the message");
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(WithoutMark(data).Span, Envelopes);
        }
        catch (JsonException exception)
        {
            throw new BadMessageException(
                BadMessageKind.NotJson,
                $"The data of the message is no JSON ({Position(exception)}). Its attributes are those of a CloudEvent in binary "
                    + "mode; send the data as JSON."
            );
        }
    }

    // Else it would be told of whatever text is the first that is read.
    private static void CheckText(ReadOnlySpan<byte> json, string what)
    {
        if (json.Trim(" \t\r\n"u8).IsEmpty)
            throw new BadMessageException(BadMessageKind.NotJson, $"{what} is empty. Send a CloudEvent 1.0 with its data as JSON.");
        if (Utf8.IsValid(json))
            return;
        var at = 0;
        while (Rune.DecodeFromUtf8(json[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        throw new BadMessageException(
            BadMessageKind.NotJson,
            string.Create(CultureInfo.InvariantCulture, $"{what} is not in UTF-8 (byte {at + 1}). Send its text in UTF-8.")
        );
    }

    private static DateTimeOffset TimeOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw NotCloudEvent(NoTime, WriteTime);

    // With or without parameters, such as its charset.
    private static bool IsJson(string contentType)
    {
        var type = contentType.Split(';')[0].Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) => json.Span is [0xEF, 0xBB, 0xBF, ..] ? json[3..] : json;

    private static bool IsJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static T DataOf<T>(Envelope envelope)
    {
        if (envelope.DataBase64 is not null)
            throw Bad("it is in \"data_base64\"", "Write it as JSON in \"data\"");
        if (envelope.Data is not { } element)
            throw Bad("it is missing", "Write it in \"data\"");
        try
        {
            return element.Deserialize<T>(Data) ?? throw Bad("it is null", "Write an object");
        }
        catch (JsonException exception)
        {
            throw Bad(Wrong(exception), "The schema of messages says what it may have (autoresolve schema --message)");
        }
        catch (InvalidOperationException)
        {
            throw Bad("a text in it is no Unicode", "Escape halves of surrogate pairs together or not at all");
        }
    }

    // The library's message names the member, which is not what a person wrote, or the type, which helps nobody.
    private static string Wrong(JsonException exception)
    {
        var quoted = exception.Message.Split('\'');
        return exception.Message switch
        {
            var text when text.Contains("could not be mapped", StringComparison.Ordinal) && quoted.Length > 1 =>
                $"it has a member {Quoted(quoted[1])} that is not known",
            var text when text.Contains("missing required", StringComparison.Ordinal) && quoted.Length > 2 =>
                $"{Place(exception)} lacks {Quoted(quoted[^2])}",
            var text when text.Contains("Duplicate property", StringComparison.Ordinal) => $"{Place(exception)} stands twice",
            _ => $"{Place(exception)} has a value of another kind",
        };
    }

    private static string Place(JsonException exception) =>
        exception.Path is { Length: > 1 } path ? Quoted(path[1..].TrimStart('.')) : "the whole";

    // Where a name is to stand may stand anything, such as an address of mail.
    private static string Quoted(string name) =>
        name.Length <= MaxNameLength && name.All(IsOfAName) ? $"'{name}'" : "(which is not quoted, since it is no name)";

    private static bool IsOfAName(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '/' or '+' or '$' or '[' or ']';

    private static string Position(JsonException exception) =>
        exception.Message.Contains("maximum configured depth", StringComparison.Ordinal)
            ? $"it is nested more than {MaxDepth} deep"
            : PlaceOf(exception);

    private static string PlaceOf(JsonException exception) =>
        exception is { LineNumber: { } line, BytePositionInLine: { } place }
            ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, byte {place + 1}")
            : "empty";

    private static BadMessageException NotCloudEvent(string what, string cure) =>
        new(BadMessageKind.NotCloudEvent, $"The message is no CloudEvent 1.0: {what}. {cure}.");

    private static BadMessageException Bad(string what, string cure) =>
        new(BadMessageKind.BadData, $"The data of the message is wrong: {what}. {cure}.");

    private sealed record Envelope
    {
        [JsonPropertyName("specversion")]
        public string? SpecVersion { get; init; }

        public string? Id { get; init; }

        public string? Source { get; init; }

        public string? Type { get; init; }

        public DateTimeOffset? Time { get; init; }

        [JsonPropertyName("datacontenttype")]
        public string? DataContentType { get; init; }

        [JsonPropertyName("traceparent")]
        public string? TraceParent { get; init; }

        [JsonPropertyName("tracestate")]
        public string? TraceState { get; init; }

        public JsonElement? Data { get; init; }

        [JsonPropertyName("data_base64")]
        public string? DataBase64 { get; init; }
    }
}
