namespace AutoResolve.Tests.Words.Inflection;

/// <summary>Pairs of words of a language.</summary>
internal static class InflectionPairs
{
    public static IReadOnlyList<(string Word, string Other, bool IsSame)> Of(string language)
    {
        using var reader = new StreamReader(typeof(InflectionPairs).Assembly.GetManifestResourceStream($"Pairs/{language}.tsv")!);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Select(cells => (cells[0], cells[1], cells[2] == "yes")),
        ];
    }
}
