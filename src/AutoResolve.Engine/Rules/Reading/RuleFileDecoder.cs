using System.Text;
using System.Text.Unicode;
using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Turns bytes into text: UTF-8, with or without a byte order mark.</summary>
internal static class RuleFileDecoder
{
    public static string? Decode(RuleFile file, ICollection<Diagnostic> diagnostics)
    {
        var bytes = file.Content.Span;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0))
            return Encoding.UTF8.GetString(bytes);

        var text = new char[bytes.Length];
        Utf8.ToUtf16(bytes, text, out var read, out var written, replaceInvalidSequences: false);
        var valid = text.AsSpan(0, written);
        var zero = valid.IndexOf('\0');
        if (zero >= 0)
            valid = valid[..zero];
        var isUtf16 = zero >= 0 || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        var what = zero >= 0 ? "a zero byte" : $"the byte 0x{bytes[read]:X2}";
        var guess = isUtf16 ? "It looks like UTF-16 or no text at all" : "It was probably saved as Windows-1252 (\"ANSI\")";
        diagnostics.Add(
            Locate(file.Path, valid)
                .Report(
                    ReadingCodes.NotUtf8,
                    DiagnosticSeverity.Error,
                    $"This file is not UTF-8: {what} cannot stand here. {guess}: open it in an editor and save it with the encoding UTF-8."
                )
        );
        return null;
    }

    private static SourceLocation Locate(string file, ReadOnlySpan<char> before)
    {
        var source = new SourceText(file, before.ToString());
        return source.Locate(before.Length, JsonPath.Root);
    }
}
