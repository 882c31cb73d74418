namespace AutoResolve.Words.Inflection;

/// <summary>The words that rules of inflection do not know, in files embedded in the assembly.</summary>
internal static class InflectionTable
{
    private const string Folder = "inflection/";

    /// <summary>The text of a table, without its comments.</summary>
    /// <param name="name">The name of its file.</param>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(InflectionTable).Assembly.GetManifestResourceStream(Folder + name)!);
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')));
    }
}
