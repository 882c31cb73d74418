using System.Globalization;

namespace AutoResolve.Json;

/// <summary>Says in plain words what a JSON text lacks at the place where it could not be read further.</summary>
internal static class SyntaxExplainer
{
    public static string Explain(SourceText source, JsonGap gap, SyntaxState state)
    {
        var text = source.Text;
        if (gap.End >= text.Length)
            return AtEnd(source, state);
        var c = text[gap.End];
        if (c is '“' or '”' or '„' or '‘' or '’')
            return "Curly quotes are not JSON: use straight ones (\").";
        if (c == '\'')
            return "Single quotes are not JSON: use double quotes (\").";
        if (c == '/' && gap.End + 1 < text.Length && text[gap.End + 1] is '/' or '*')
            return "This comment has no end: a /* needs a */, and a / alone is no comment.";
        if (state.Open is not { } open)
            return state.Finished
                ? "Text stands behind the end of the rule set: one file is one object. Delete what follows."
                : $"A rule file begins with {{, not with {Shown(text, gap.End)}.";
        if (c is '}' or ']' && c != Closing(open))
            return $"'{c}' closes nothing here: the '{Opening(open)}' of line {source.Line(open.Start)} is still open. "
                + $"Close it with '{Closing(open)}', or delete the '{c}'.";
        if (open.WaitingKey is { } key)
            return NoValue(text, gap, key);
        if (!open.IsEmpty && gap.Comma is null)
            return MissingComma(source, gap.End);
        if (open.IsObject && c == '"')
            return BehindKey(text, gap.End);
        return open.IsObject ? $"A key in double quotes is missing: found {Shown(text, gap.End)}." : Value(text, gap.End);
    }

    private static string AtEnd(SourceText source, SyntaxState state) =>
        state.Open is { } open
            ? $"The file ends, but the '{Opening(open)}' of line {source.Line(open.Start)} is still open: add '{Closing(open)}'."
            : "The file is empty: a rule file holds one object, { \"set\": … }.";

    private static string BehindKey(string text, int key)
    {
        var end = StringScanner.Scan(text, key).End;
        var next = JsonGap.After(text, end).End;
        return next < text.Length && text[next] == '/'
            ? "A comment cannot stand between a key and its colon: put it before the key or behind the value."
            : $"A colon is missing after the key {JsonQuote.Short(text[(key + 1)..(end - 1)])}.";
    }

    private static string MissingComma(SourceText source, int offset)
    {
        var line = source.Line(source.Text.AsSpan(0, offset).TrimEnd().Length - 1);
        var place = line == source.Line(offset) ? "" : string.Create(CultureInfo.InvariantCulture, $" at the end of line {line},");
        return $"A comma is missing{place} before {Shown(source.Text, offset)}.";
    }

    private static string NoValue(string text, JsonGap gap, string key) =>
        text[gap.End] is '}' or ']' ? $"The key {JsonQuote.Short(key)} has no value." : Value(text, gap.End);

    private static string Value(string text, int offset)
    {
        var word = Word(text, offset);
        if (word.ToUpperInvariant() is "TRUE" or "FALSE" or "NULL" or "NONE")
            return $"Write it in small letters: {(word.ToUpperInvariant() is "NONE" ? "null" : word.ToLowerInvariant())}.";
        if (NumberScanner.Scan(text, offset) is not null)
            return "This number is too large.";
        if (char.IsAsciiDigit(text[offset]) || text[offset] is '-' or '+' or '.')
            return $"'{word}' is not a number as JSON knows it: only digits, at most one point with digits around it, no "
                + $"leading zeros. A code such as an error code is a text: \"{word}\".";
        return char.IsLetter(text[offset])
            ? $"A text needs double quotes: \"{word}\". Only numbers, true, false and null stand without."
            : $"A value is missing: found {Shown(text, offset)}.";
    }

    private static string Shown(string text, int offset)
    {
        var c = text[offset];
        if (char.IsLetterOrDigit(c))
            return $"'{Word(text, offset)}'";
        if (c == '"')
            return JsonQuote.Short(text[(offset + 1)..Math.Max(offset + 1, StringScanner.Scan(text, offset).End - 1)]);
        return char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format
            ? $"an invisible or special character (U+{(int)c:X4})"
            : $"'{c}'";
    }

    private static string Word(string text, int offset)
    {
        var end = offset + 1;
        while (end < text.Length && end - offset < 30 && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-' or '+'))
            end++;
        return text[offset..end];
    }

    private static char Opening(Container open) => open.IsObject ? '{' : '[';

    private static char Closing(Container open) => open.IsObject ? '}' : ']';
}

/// <summary>Where in the grammar the reader stands: inside what, and whether the root value is complete or begun.</summary>
internal readonly record struct SyntaxState(Container? Open, bool Finished);
