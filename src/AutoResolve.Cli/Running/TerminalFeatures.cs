namespace AutoResolve.Cli.Running;

/// <summary>What the terminal can show.</summary>
internal static class TerminalFeatures
{
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>See https://no-color.org: any value that is not empty.</summary>
    public static bool WantsColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public static bool SupportsUnicode()
    {
        if (OperatingSystem.IsWindows())
            return Console.IsOutputRedirected || Console.OutputEncoding.CodePage is 65001 or 1200;
        var locale = LocaleVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));

        // Containers often set none of these and still show UTF-8.
        return locale is null
            || locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase)
            || locale.Contains("UTF8", StringComparison.OrdinalIgnoreCase);
    }
}
