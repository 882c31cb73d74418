using System.Buffers;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>An address that a table holds, as a link with a short text.</summary>
/// <param name="Address">The address.</param>
/// <param name="Text">What the reader sees of it.</param>
internal sealed record HtmlLink(string Address, string Text)
{
    private const int MaxLength = 2000;
    private const int MaxShownLength = 40;
    private const int Parts = 2;

    // What browsers and .NET may read differently, or people not see at all, is not followed.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&()*+,;=%"
    );

    /// <returns>Null for whatever is not plainly an address.</returns>
    public static HtmlLink? Of(string text) =>
        text.Length <= MaxLength
        && !text.AsSpan().ContainsAnyExcept(Plain)
        && (
            text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        )
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Host.Length: > 0, UserInfo.Length: 0 }
            ? new HtmlLink(address.AbsoluteUri, Short(address))
            : null;

    private static string Short(Uri address)
    {
        var path = (address.AbsolutePath.Trim('/') + address.Query).Split('/');
        var end = string.Join('/', path.TakeLast(Parts));
        if (end.Length == 0)
            return address.Authority;
        if (end.Length > MaxShownLength)
            end = "…" + end[^MaxShownLength..];
        return path.Length > Parts ? $"{address.Authority} … {end}" : $"{address.Authority}/{end}";
    }
}
