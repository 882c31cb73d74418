using System.Globalization;

namespace AutoResolve.Cli.Rendering;

/// <summary>Numbers with their nouns.</summary>
internal static class Plural
{
    public static string Of(int count, string noun) => Of(count, noun, noun + "s");

    public static string Of(int count, string noun, string nouns) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : nouns)}");
}
