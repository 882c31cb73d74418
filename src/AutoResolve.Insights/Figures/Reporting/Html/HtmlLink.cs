using System.Buffers;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>An address that a table holds, as a link with a short text; null for whatever is not plainly one.</summary>
internal static class HtmlLink
{
    private const int Longest = 2000;
    private const int Letters = 40;
    private const int Parts = 2;

    // What browsers and .NET may read differently, or people not see at all, is not followed.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&()*+,;=%"
    );

    public static string? Of(string text) =>
        text.Length <= Longest
        && !text.AsSpan().ContainsAnyExcept(Plain)
        && (
            text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        )
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Host.Length: > 0, UserInfo.Length: 0 }
            ? $"<a href=\"{HtmlText.Of(address.AbsoluteUri)}\" rel=\"noreferrer noopener\">{HtmlText.Breakable(Short(address))}</a>"
            : null;

    private static string Short(Uri address)
    {
        var path = (address.AbsolutePath.Trim('/') + address.Query).Split('/');
        var end = string.Join('/', path.TakeLast(Parts));
        if (end.Length > Letters)
            end = "…" + end[^Letters..];
        return end.Length == 0 ? address.Authority
            : path.Length > Parts ? $"{address.Authority} … {end}"
            : $"{address.Authority}/{end}";
    }
}
