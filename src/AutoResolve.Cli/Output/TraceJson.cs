using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>The JSON of a condition tree.</summary>
internal static class TraceJson
{
    public static JObject Of(ConditionTrace trace)
    {
        var json = new JObject
        {
            ["pointer"] = trace.Pointer,
            ["description"] = trace.Description,
            ["truth"] = JsonOutput.Name(trace.Truth),
            ["evidence"] = new JArray(trace.Evidence.Select(ExplanationJson.Of)),
            ["denied"] = new JArray(trace.Denied.Select(ExplanationJson.Of)),
            ["children"] = new JArray(trace.Children.Select(Of)),
        };
        if (trace.Reached is not null)
            json["reached"] = trace.Reached;
        return json;
    }
}
