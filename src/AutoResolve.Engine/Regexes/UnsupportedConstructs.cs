namespace AutoResolve.Regexes;

/// <summary>Recognises what a pattern may not have.</summary>
internal static class UnsupportedConstructs
{
    private const string Reason = "which can take very long on some texts, so it is not allowed.";

    private static readonly (string Start, string Message)[] Groups =
    [
        ("(?=", $"'(?=' looks ahead, {Reason} Match the words themselves, or write the second part as a condition of its own in 'all'."),
        ("(?!", $"'(?!' looks ahead, {Reason} Write what must not be there as a condition of its own in 'none'."),
        ("(?<=", $"'(?<=' looks behind, {Reason} Match the words themselves, or write the first part as a condition of its own in 'all'."),
        ("(?<!", $"'(?<!' looks behind, {Reason} Write what must not be there as a condition of its own in 'none'."),
        ("(?>", $"'(?>' is an atomic group, {Reason} Write a plain group: '(?:'."),
        ("(?(", $"'(?(' is a choice by condition, {Reason} Write both possibilities with '|'."),
        ("(?#", "'(?#' is a comment, and comments inside patterns are not allowed. Write it beside the condition with //."),
    ];

    public static UnsupportedConstruct? Find(string pattern, int index)
    {
        var rest = pattern.AsSpan(index);
        if (rest[0] == '\\' && rest.Length > 1)
            return FindEscape(rest[1], index);
        if (!rest.StartsWith("(?"))
            return null;
        foreach (var (start, message) in Groups)
        {
            if (rest.StartsWith(start))
                return new(index, message);
        }

        return FindInHeader(rest[2..], index);
    }

    private static UnsupportedConstruct? FindEscape(char escaped, int index) =>
        escaped switch
        {
            >= '1' and <= '9' or 'k' => new(index, $"'\\{escaped}' repeats what a group found, {Reason} Write the possibilities out."),
            'G' => new(index, $"'\\G' goes on from an earlier match, and there is none. Leave it out."),
            _ => null,
        };

    private static UnsupportedConstruct? FindInHeader(ReadOnlySpan<char> header, int index)
    {
        if (header.Length > 0 && header[0] is '<' or '\'')
        {
            var name = header[1..];
            var end = name.IndexOfAny('>', '\'');
            return end >= 0 && name[..end].Contains('-')
                ? new(index, $"This group takes back what another found, {Reason} Write a plain group: '(?:'.")
                : null;
        }

        var options = header[..Math.Max(0, header.IndexOfAny(':', ')'))];
        return options.Contains('x')
            ? new(index, "The option x (white space means nothing) is not allowed. Write the pattern without it.")
            : null;
    }
}

/// <summary>A part of a pattern that is not allowed, and why.</summary>
internal readonly record struct UnsupportedConstruct(int Index, string Message);
