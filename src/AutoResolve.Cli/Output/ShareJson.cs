using AutoResolve.Insights.Measuring;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>A share with its interval.</summary>
internal static class ShareJson
{
    public static JObject Of(Proportion share) =>
        new()
        {
            ["hits"] = share.Hits,
            ["of"] = share.Of,
            ["value"] = share.Of == 0 ? null : Math.Round(share.Value, 4),
            ["lower"] = Math.Round(share.Lower, 4),
            ["upper"] = Math.Round(share.Upper, 4),
        };
}
