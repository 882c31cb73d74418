using System.Globalization;
using System.Text;
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

    private const string DeliveryCount = "x-delivery-count";
    private const string FirstDeath = "x-first-death-reason";

    // With a colon as the binding to AMQP says it; with an underscore where a colon cannot be.
    private static readonly string[] EventPrefixes = ["cloudEvents:", "cloudEvents_"];

    /// <summary>The attributes of an event in binary mode; null where it has none there.</summary>
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
            if (Text(properties, name) is { } value)
                attributes[name[prefix.Length..]] = value;
        }

        if (attributes is not null && properties.ContentType is { Length: > 0 } contentType)
            attributes["datacontenttype"] = contentType;
        return attributes;
    }

    private static bool IsStructured(IReadOnlyBasicProperties properties) =>
        properties.ContentType?.StartsWith("application/cloudevents", StringComparison.OrdinalIgnoreCase) == true;

    public static string? Text(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) == true
            ? value switch
            {
                byte[] bytes => Encoding.UTF8.GetString(bytes),
                AmqpTimestamp time => DateTimeOffset.FromUnixTimeSeconds(time.UnixTime).ToString("O", CultureInfo.InvariantCulture),
                null => null,
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            }
            : null;

    public static int TriesOf(IReadOnlyBasicProperties properties) => Number(properties, Tries);

    /// <summary>How often the broker handed it out before.</summary>
    public static int DeliveriesOf(IReadOnlyBasicProperties properties) => Number(properties, DeliveryCount);

    /// <summary>Why the broker itself gave it up; null where it did not.</summary>
    public static string? DeathOf(IReadOnlyBasicProperties properties) => Text(properties, FirstDeath);

    private static int Number(IReadOnlyBasicProperties properties, string name) =>
        int.TryParse(Text(properties, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
