using System.Text;

namespace AutoResolve.RabbitMQ.Tests.Working;

/// <summary>Headers as a broker writes them.</summary>
internal static class SomeHeaders
{
    /// <summary>Of a message that the broker gave up, for these reasons, the newest first.</summary>
    public static Dictionary<string, object?> OfDeaths(params string[] reasons)
    {
        var headers = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (reasons.Length == 0)
            return headers;
        headers["x-first-death-reason"] = Encoding.UTF8.GetBytes(reasons[^1]);
        headers["x-death"] = reasons
            .Select(object? (reason) => new Dictionary<string, object?> { ["reason"] = Encoding.UTF8.GetBytes(reason), ["count"] = 1L })
            .ToList();
        return headers;
    }
}
