using System.Globalization;

namespace AutoResolve.Cli.Rendering;

/// <summary>Numbers with their nouns.</summary>
internal static class Plural
{
    public static string Of(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
