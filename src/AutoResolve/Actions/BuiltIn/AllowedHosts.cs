using System.Collections.Frozen;
using System.Globalization;

namespace AutoResolve.Actions.BuiltIn;

/// <summary>The hosts that webhooks may call.</summary>
internal sealed class AllowedHosts(IEnumerable<string> hosts)
{
    private readonly FrozenSet<string> _origins = hosts.Select(Origin).OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    public bool Allow(Uri address) => Find(address) is not null;

    /// <summary>Scheme, host and port of an address that is allowed; null for any other.</summary>
    public string? Find(Uri address) => Origin(address) is { } origin && _origins.Contains(origin) ? origin : null;

    /// <summary>What an entry of the list allows: scheme, host and port. Null where the entry is not well formed.</summary>
    public static string? Origin(string entry)
    {
        var text = entry?.Contains("://", StringComparison.Ordinal) == true ? entry : "https://" + entry;
        return
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address
                is {
                    HostNameType: UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6,
                    UserInfo: "",
                    PathAndQuery: "/",
                    Fragment: ""
                }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? Origin(address)
            : null;
    }

    private static string? Origin(Uri address)
    {
        try
        {
            return string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{address.IdnHost}:{address.Port}");
        }
        catch (UriFormatException)
        {
            // Not a name by the standards for names in other scripts.
            return null;
        }
    }
}
