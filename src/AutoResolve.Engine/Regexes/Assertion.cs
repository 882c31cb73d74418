namespace AutoResolve.Regexes;

/// <summary>What can be asked of a place between two characters.</summary>
internal enum Assertion
{
    /// <summary><c>^</c>, <c>\A</c></summary>
    Start,

    /// <summary><c>^</c> with option m</summary>
    LineStart,

    /// <summary><c>\z</c></summary>
    End,

    /// <summary><c>$</c>, <c>\Z</c>: the end, or before a line feed that ends the text</summary>
    EndOrLastLineFeed,

    /// <summary><c>$</c> with option m</summary>
    LineEnd,

    /// <summary><c>\b</c></summary>
    Boundary,

    /// <summary><c>\B</c></summary>
    NoBoundary,
}

/// <summary>Answers what can be asked of a place.</summary>
internal static class Assertions
{
    /// <param name="assertion">What is asked.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">The place: that before the character at it.</param>
    /// <param name="words">What a word is to <c>\b</c>.</param>
    public static bool Holds(this Assertion assertion, ReadOnlySpan<char> text, int at, CharacterSet words) =>
        assertion switch
        {
            Assertion.Start => at == 0,
            Assertion.LineStart => at == 0 || text[at - 1] == '\n',
            Assertion.End => at == text.Length,
            Assertion.EndOrLastLineFeed => at == text.Length || (at == text.Length - 1 && text[at] == '\n'),
            Assertion.LineEnd => at == text.Length || text[at] == '\n',
            Assertion.Boundary => IsBoundary(text, at, words),
            _ => !IsBoundary(text, at, words),
        };

    private static bool IsBoundary(ReadOnlySpan<char> text, int at, CharacterSet words) =>
        (at > 0 && words.Contains(text[at - 1])) != (at < text.Length && words.Contains(text[at]));
}
