using System.Text;

namespace AutoResolve.Words;

/// <summary>
/// Words that people use, of several languages: where one stands, it is meant. A list a language, embedded in the assembly, read once a
/// process.
/// </summary>
internal static class CommonSpellings
{
    private const string Folder = "common/";

    private static readonly Lazy<WordTable> Words = new(() => Read(Folder));
    private static readonly Lazy<WordTable> English = new(() => Read(Folder + "en"));

    /// <param name="word">The word, folded.</param>
    public static bool Contains(ReadOnlySpan<byte> word) => Words.Value.Find(word) > 0;

    /// <param name="word">The word, folded.</param>
    public static bool Contains(string word) => Contains(Encoding.UTF8.GetBytes(word));

    /// <summary>Whether people use it in English.</summary>
    /// <param name="word">The word, folded.</param>
    public static bool IsEnglish(string word) => English.Value.Find(Encoding.UTF8.GetBytes(word)) > 0;

    private static WordTable Read(string prefix)
    {
        var table = new WordTable();
        var assembly = typeof(CommonSpellings).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            while (reader.ReadLine() is { } line)
            {
                if (!line.StartsWith('#'))
                    Add(line, table);
            }
        }

        return table;
    }

    private static void Add(string line, WordTable table)
    {
        if (line.All(char.IsAsciiLetterLower))
        {
            table.Add(line);
            return;
        }

        foreach (var word in Tokenizer.Read(line))
            table.Add(word.Folded);
    }
}
