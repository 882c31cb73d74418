using System.Buffers;
using System.Collections.Frozen;

namespace AutoResolve.Mails;

/// <summary>Words to look up pieces of a text in, whatever their case.</summary>
internal readonly struct WordSet(IEnumerable<string> words)
{
    /// <summary>What stands between words.</summary>
    public static readonly SearchValues<char> Separators = SearchValues.Create(" \t\u00A0\u202F\r\n\f/|");

    public static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private const string Marks = "*_.,;:!?()[]{}<>\"'’“”„«»…\u200E\u200F\u202A\u202C\uFEFF：";

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = words
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    /// <summary>How many of the words of a line are in it.</summary>
    public int CountIn(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var range in line.SplitAny(Separators))
        {
            if (Contains(Core(line[range])))
                count++;
        }

        return count;
    }

    /// <summary>A word without the marks around it.</summary>
    public static ReadOnlySpan<char> Core(ReadOnlySpan<char> word) => word.Trim(Marks);
}
