using System.Collections.Frozen;

namespace AutoResolve.Mails;

/// <summary>Lines such as "Sent from my iPhone", which devices and mail programs write.</summary>
internal sealed class DeviceLines
{
    private const string Device = "{device}";
    private const int MaxLength = 120;
    private const int MaxWords = 7;

    private readonly FrozenDictionary<string, Template[]>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;
    private readonly WordSet _names;
    private readonly WordSet _fillers;
    private readonly WordSet _sentences;

    /// <param name="templates">The lines, with <c>{device}</c> where the device or program is named.</param>
    /// <param name="names">Words of which the name of a device has one.</param>
    /// <param name="fillers">Other words that may stand in such a name.</param>
    /// <param name="sentences">Words that do not, with a capital either.</param>
    public DeviceLines(IEnumerable<string> templates, WordSet names, WordSet fillers, WordSet sentences)
    {
        (_names, _fillers, _sentences) = (names, fillers, sentences);
        _byFirstWord = templates
            .Select(Template.Of)
            .GroupBy(template => FirstWord(template.Before).ToString(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a line is one, all of it.</summary>
    public bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length is < 6 or > MaxLength)
            return false;
        line = WithoutLink(line.Trim("*_- \t")).TrimEnd(". ");
        if (!_byFirstWord.TryGetValue(FirstWord(line), out var templates))
            return false;
        foreach (var template in templates)
        {
            if (template.Fits(line, out var device) && (!template.HasDevice || IsDevice(device)))
                return true;
        }

        return false;
    }

    // A model has a number or a capital, as no verb of a sentence has.
    private bool IsDevice(ReadOnlySpan<char> device)
    {
        var (words, named) = (0, false);
        foreach (var range in device.SplitAny(WordSet.Separators))
        {
            var word = WordSet.Core(device[range]);
            if (word.IsEmpty)
                continue;
            var isName = _names.Contains(word);
            named |= isName;
            if (++words > MaxWords || !(isName || _fillers.Contains(word) || IsModel(word)))
                return false;
        }

        return named;
    }

    private bool IsModel(ReadOnlySpan<char> word) =>
        word.Length > 1 && (char.IsUpper(word[0]) || word.ContainsAny(WordSet.Digits)) && !_sentences.Contains(word);

    private static ReadOnlySpan<char> WithoutLink(ReadOnlySpan<char> line)
    {
        var link = line.IndexOf("<http", StringComparison.OrdinalIgnoreCase);
        if (link < 0)
            link = line.IndexOf("(http", StringComparison.OrdinalIgnoreCase);
        return link > 0 && line[^1] is '>' or ')' ? line[..link].TrimEnd() : line;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line) =>
        line.IndexOfAny(' ', '\u00A0') is var end and >= 0 ? line[..end] : line;

    private readonly record struct Template(string Before, string After, bool HasDevice)
    {
        public static Template Of(string words)
        {
            var device = words.IndexOf(Device, StringComparison.Ordinal);
            return device < 0 ? new Template(words, "", false) : new Template(words[..device], words[(device + Device.Length)..], true);
        }

        public bool Fits(ReadOnlySpan<char> line, out ReadOnlySpan<char> device)
        {
            device = default;
            if (!HasDevice)
                return line.Equals(Before, StringComparison.OrdinalIgnoreCase);
            if (
                line.Length <= Before.Length + After.Length
                || !line.StartsWith(Before, StringComparison.OrdinalIgnoreCase)
                || !line.EndsWith(After, StringComparison.OrdinalIgnoreCase)
            )
                return false;
            device = line[Before.Length..^After.Length];
            return true;
        }
    }
}
