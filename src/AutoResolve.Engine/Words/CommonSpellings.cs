using System.Text;

namespace AutoResolve.Words;

/// <summary>
/// Words that people use, of several languages: where one stands, it is meant. A list a language, embedded in the assembly, read once a
/// process.
/// </summary>
internal static class CommonSpellings
{
    /// <summary>The list of names.</summary>
    public const string Names = "names";

    private const string Folder = "common/";
    private const int MaxOnStack = 96;

    private static readonly string[] ListNames =
    [
        .. typeof(CommonSpellings)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    private static readonly int English = ListNames
        .Select((name, list) => name.StartsWith("en", StringComparison.Ordinal) ? 1 << list : 0)
        .Sum();

    private static readonly Lazy<(WordTable Words, List<ushort> Lists)> Table = new(Read);

    /// <summary>What the lists are called: by language, such as <c>es</c> and <c>en-web</c>.</summary>
    public static IReadOnlyList<string> Lists => ListNames;

    /// <summary>The lists that have a folded word, a bit each.</summary>
    /// <remarks>Parameters as in <see cref="ITokenConsumer.AddWord"/>.</remarks>
    public static int ListsOf(byte[] buffer, int at, int length)
    {
        var (words, lists) = Table.Value;
        var number = words.Find(buffer, at, length);
        return number == 0 ? 0 : lists[number - 1];
    }

    /// <param name="word">The word, folded.</param>
    public static bool Contains(ReadOnlySpan<byte> word) => Table.Value.Words.Find(word) > 0;

    /// <param name="word">The key of a folded word, where that is the word.</param>
    public static bool Contains(in WordKey word) => Table.Value.Words.MayHave(in word) != 0 && Table.Value.Words.Find(in word) > 0;

    /// <param name="word">The word, folded.</param>
    public static bool Contains(string word) => NumberOf(word) > 0;

    /// <summary>Whether people use it in English.</summary>
    /// <param name="word">The word, folded.</param>
    public static bool IsEnglish(ReadOnlySpan<char> word) =>
        NumberOf(word) is > 0 and var number && (Table.Value.Lists[number - 1] & English) != 0;

    private static int NumberOf(ReadOnlySpan<char> word)
    {
        var most = Encoding.UTF8.GetMaxByteCount(word.Length);
        var bytes = most <= MaxOnStack ? stackalloc byte[MaxOnStack] : new byte[most];
        return Table.Value.Words.Find(bytes[..Encoding.UTF8.GetBytes(word, bytes)]);
    }

    /// <summary>The folded words of a list, read anew.</summary>
    /// <param name="list">What it is called.</param>
    public static IEnumerable<string> WordsOf(string list)
    {
        using var reader = new StreamReader(typeof(CommonSpellings).Assembly.GetManifestResourceStream(Folder + list)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            foreach (var word in Tokenizer.Read(line))
                yield return word.Folded;
        }
    }

    private static (WordTable Words, List<ushort> Lists) Read()
    {
        var (words, lists) = (new WordTable(), new List<ushort>());
        for (var list = 0; list < ListNames.Length; list++)
        {
            using var reader = new StreamReader(typeof(CommonSpellings).Assembly.GetManifestResourceStream(Folder + ListNames[list])!);
            while (reader.ReadLine() is { } line)
            {
                if (!line.StartsWith('#'))
                    AddLine(line, list);
            }
        }

        return (words, lists);

        void AddLine(string line, int list)
        {
            if (line.All(char.IsAsciiLetterLower))
            {
                Add(line, list);
                return;
            }

            foreach (var word in Tokenizer.Read(line))
                Add(word.Folded, list);
        }

        void Add(string word, int list)
        {
            var number = words.Add(word);
            if (number > lists.Count)
                lists.Add(0);
            lists[number - 1] |= (ushort)(1 << list);
        }
    }
}
