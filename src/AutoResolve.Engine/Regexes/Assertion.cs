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
