using AutoResolve.Cli.Running;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Output;

/// <summary>Writes JSON to standard output.</summary>
internal static class JsonOutput
{
    /// <summary>One document over several lines.</summary>
    public static void WriteDocument(JToken document, Screen screen) => screen.Line(LineEnds.Unify(document.ToString(Formatting.Indented)));

    /// <summary>One document on one line.</summary>
    public static void WriteLine(JToken document, Screen screen) => screen.Line(document.ToString(Formatting.None));

    /// <summary>An enum's name as JSON says it: <c>ruleMatched</c>.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
