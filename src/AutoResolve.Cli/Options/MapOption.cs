using System.CommandLine;

namespace AutoResolve.Cli.Options;

/// <summary>The option that names a map.</summary>
internal static class MapOption
{
    public static Option<string?> Create() =>
        new("--map")
        {
            Description =
                "A JSON file that says what rules call the types, teams and tiers of past issues. Default: none; "
                + "where they differ, a report prints the one to fill in.",
            HelpName = "FILE",
        };
}
