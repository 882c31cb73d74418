using System.CommandLine;

namespace AutoResolve.Cli.Options;

/// <summary>The option for output that programs read.</summary>
internal static class OutputArguments
{
    public static Option<bool> Json(string shape) => new("--json") { Description = $"Write {shape} to standard output and nothing else." };
}
