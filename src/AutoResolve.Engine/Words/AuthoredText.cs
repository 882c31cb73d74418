namespace AutoResolve.Words;

/// <summary>Finds the customer's own words in a message: what is not a quoted reply or a signature.</summary>
internal static class AuthoredText
{
    private static readonly string[] OriginalMessage =
    [
        "-----original message",
        "----- original message",
        "-----mensaje original",
        "----- mensaje original",
        "________________________________",
    ];

    private static readonly string[] HeaderNames =
    [
        "from:",
        "sent:",
        "to:",
        "subject:",
        "date:",
        "cc:",
        "de:",
        "enviado:",
        "para:",
        "asunto:",
        "fecha:",
    ];

    private static readonly string[] DeviceSignatures =
    [
        "sent from my ",
        "sent from mail for ",
        "sent from yahoo mail",
        "get outlook for ",
        "enviado desde mi ",
        "enviado desde el ",
    ];

    [ThreadStatic]
    private static List<TextRange>? _lines;

    /// <summary>Gives the ranges of the customer's own words, in order. Everything, where nothing would be left.</summary>
    public static void Find(ReadOnlySpan<char> text, List<TextRange> own)
    {
        own.Clear();
        var lines = _lines ??= [];
        TextLines.Split(text, lines);
        for (var number = 0; number < lines.Count; number++)
        {
            var line = Trimmed(text, lines[number]);
            if (EndsOwnWords(text, lines, number, line))
                break;
            var introduction = IntroductionLines(text, lines, number);
            if (introduction > 0)
            {
                number += introduction - 1;
                if (!QuotedLineFollows(text, lines, number + 1))
                    break;
                continue;
            }

            if (!line.StartsWith('>') && !StartsWithAny(line, DeviceSignatures))
                Add(own, lines[number]);
        }

        if (!HasWords(text, own))
        {
            own.Clear();
            own.Add(new TextRange(0, text.Length));
        }
    }

    private static bool HasWords(ReadOnlySpan<char> text, List<TextRange> ranges)
    {
        foreach (var range in ranges)
        {
            if (!text.Slice(range.Start, range.Length).IsWhiteSpace())
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text, TextRange line) => text.Slice(line.Start, line.Length).Trim();

    private static bool EndsOwnWords(ReadOnlySpan<char> text, List<TextRange> lines, int number, ReadOnlySpan<char> line) =>
        line is "--" || StartsWithAny(line, OriginalMessage) || IsHeaderBlock(text, lines, number);

    // A mail header pasted by a mail program: at least three of its lines in a row, so that "To: be or not" is not one.
    private static bool IsHeaderBlock(ReadOnlySpan<char> text, List<TextRange> lines, int number)
    {
        var found = 0;
        for (var next = number; next < lines.Count && found < 3; next++)
        {
            var line = Trimmed(text, lines[next]);
            if (line.IsEmpty && next > number)
                continue;
            if (!StartsWithAny(line, HeaderNames))
                return false;
            found++;
        }

        return found == 3;
    }

    // "On Monday, someone wrote:", on one line or broken into two.
    private static int IntroductionLines(ReadOnlySpan<char> text, List<TextRange> lines, int number)
    {
        var line = Trimmed(text, lines[number]);
        if (!line.StartsWith("On ", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("El ", StringComparison.OrdinalIgnoreCase))
            return 0;
        if (EndsIntroduction(line))
            return 1;
        return number + 1 < lines.Count && line.Length < 120 && EndsIntroduction(Trimmed(text, lines[number + 1])) ? 2 : 0;
    }

    private static bool EndsIntroduction(ReadOnlySpan<char> line) =>
        line.Length < 200
        && (
            line.EndsWith(" wrote:", StringComparison.OrdinalIgnoreCase)
            || line.EndsWith(" escribió:", StringComparison.OrdinalIgnoreCase)
            || line.Equals("wrote:", StringComparison.OrdinalIgnoreCase)
        );

    private static bool QuotedLineFollows(ReadOnlySpan<char> text, List<TextRange> lines, int number)
    {
        while (number < lines.Count && Trimmed(text, lines[number]).IsEmpty)
            number++;
        return number < lines.Count && Trimmed(text, lines[number]).StartsWith('>');
    }

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] starts)
    {
        if (line.IsEmpty)
            return false;
        var first = char.ToLowerInvariant(line[0]);
        foreach (var start in starts)
        {
            if (start[0] == first && line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static void Add(List<TextRange> own, TextRange line)
    {
        if (own.Count > 0 && own[^1].End == line.Start)
            own[^1] = new TextRange(own[^1].Start, own[^1].Length + line.Length);
        else
            own.Add(line);
    }
}
