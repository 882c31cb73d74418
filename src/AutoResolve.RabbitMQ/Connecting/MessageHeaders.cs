using System.Globalization;
using System.Text;
using System.Text.Unicode;
using AutoResolve.Intake.Messages;
using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Connecting;

/// <summary>What messages carry beside themselves.</summary>
internal static class MessageHeaders
{
    /// <summary>How often it has waited for a further try.</summary>
    public const string Tries = "autoresolve-tries";

    /// <summary>Why a person gets it, in a word.</summary>
    public const string Reason = "autoresolve-reason";

    /// <summary>Why a person gets it, in a sentence.</summary>
    public const string Because = "autoresolve-because";

    /// <summary>The case that a person got.</summary>
    public const string Case = "autoresolve-case";

    /// <summary>What a broker says of one that has waited as long as it was to.</summary>
    public const string Expired = "expired";

    /// <summary>What else it may say.</summary>
    public static readonly IReadOnlyList<string> Deaths = [Expired, "rejected", "maxlen"];

    private const string DeliveryCount = "x-delivery-count";
    private const string DeathList = "x-death";

    // The broker's account of who gave a message up begins anew with what a worker sends.
    private static readonly string[] OfDeaths =
    [
        DeathList,
        "x-first-death-exchange",
        "x-first-death-queue",
        "x-first-death-reason",
        "x-last-death-exchange",
        "x-last-death-queue",
        "x-last-death-reason",
    ];

    // With a colon as the binding to AMQP says it; with an underscore where a colon cannot be.
    private static readonly string[] EventPrefixes = ["cloudEvents:", "cloudEvents_"];

    // What is read of them; others may add whatever they like.
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "specversion",
        "id",
        "source",
        "type",
        "time",
        "datacontenttype",
        "traceparent",
        "tracestate",
    };

    /// <summary>The attributes of an event in binary mode; null where it has none there.</summary>
    /// <exception cref="BadMessageException">One of them is no text.</exception>
    public static IReadOnlyDictionary<string, string>? AttributesOf(IReadOnlyBasicProperties properties)
    {
        if (properties.Headers is not { Count: > 0 } headers || IsStructured(properties))
            return null;
        Dictionary<string, string>? attributes = null;
        foreach (var name in headers.Keys)
        {
            if (EventPrefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is not { } prefix)
                continue;
            attributes ??= new Dictionary<string, string>(StringComparer.Ordinal);
            if (AttributeOf(name[prefix.Length..], headers[name]) is { } value)
                attributes[name[prefix.Length..]] = value;
        }

        if (attributes is not null && properties.ContentType is { Length: > 0 } contentType)
            attributes["datacontenttype"] = contentType;
        return attributes;
    }

    // What is no text would be taken for the same whatever it holds.
    private static string? AttributeOf(string name, object? value)
    {
        if (!Known.Contains(name))
            return null;
        if (value is (byte[] or string or AmqpTimestamp or null) && (value is not byte[] bytes || Utf8.IsValid(bytes)))
            return Text(value);
        throw new BadMessageException(
            BadMessageKind.NotCloudEvent,
            $"The message is no CloudEvent 1.0: its attribute '{name}' in the headers is no text in UTF-8. Send it as a string."
        );
    }

    private static bool IsStructured(IReadOnlyBasicProperties properties) =>
        properties.ContentType?.StartsWith("application/cloudevents", StringComparison.OrdinalIgnoreCase) == true;

    public static string? Text(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) == true ? Text(value) : null;

    private static string? Text(object? value) =>
        value switch
        {
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            AmqpTimestamp time => DateTimeOffset.FromUnixTimeSeconds(time.UnixTime).ToString("O", CultureInfo.InvariantCulture),
            null => null,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    /// <summary>How often it has waited for a further try. One that did not come out of a queue in which it waited begins anew, whatever it
    /// says: somebody has moved it back.</summary>
    public static int TriesOf(IReadOnlyBasicProperties properties) => DeathOf(properties) == Expired ? Number(properties, Tries) : 0;

    /// <summary>Takes away what tells of an earlier way through the queues.</summary>
    public static void BeginAnew(IDictionary<string, object?> headers)
    {
        foreach (var name in OfDeaths.Concat([Tries, Reason, Because, Case]))
            headers.Remove(name);
    }

    /// <summary>How often the broker handed it out before.</summary>
    public static int DeliveriesOf(IReadOnlyBasicProperties properties) => Number(properties, DeliveryCount);

    /// <summary>Why the broker itself gave it up the last time; null where it did not since a worker sent it.</summary>
    public static string? DeathOf(IReadOnlyBasicProperties properties) =>
        properties.Headers?.TryGetValue(DeathList, out var deaths) == true
        && deaths is IList<object?> and [IDictionary<string, object?> newest, ..]
        && newest.TryGetValue("reason", out var reason)
            ? Text(reason)
            : null;

    private static int Number(IReadOnlyBasicProperties properties, string name) =>
        int.TryParse(Text(properties, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
