using AutoResolve.Languages;
using AutoResolve.Words;

namespace AutoResolve.Tests.Languages;

/// <summary>The language that is told of a text.</summary>
internal static class Told
{
    public static string? Of(string text)
    {
        var detector = LanguageDetector.OfThread;
        detector.Clear();
        detector.Read(text, [new TextRange(0, text.Length)]);
        return detector.Find();
    }
}
