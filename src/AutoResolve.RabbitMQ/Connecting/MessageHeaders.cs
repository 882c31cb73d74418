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

    public static string? Text(IReadOnlyBasicProperties properties, string name) =>
        properties.Headers?.TryGetValue(name, out var value) == true
            ? value switch
            {
                byte[] bytes => Encoding.UTF8.GetString(bytes),
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
