namespace AutoResolve.Words;

/// <summary>What must stand around a word, or how it must be written, so that it is the word that is meant: "c#", "£20", "I'll", "IT".</summary>
/// <param name="Before">The sign before it; none where it is 0.</param>
/// <param name="After">The signs behind it; none where it is empty.</param>
internal readonly record struct WordSigns(char Before, string After)
{
    public static readonly WordSigns None = new('\0', "");

    /// <summary>Whether it may be no part of a larger number: "5 GHz" is not in "2.5 GHz", nor "£20" in "£20,000".</summary>
    public bool IsWholeNumber { get; init; }

    /// <summary>Whether an apostrophe must be in it: "I'll" is not "ill".</summary>
    public bool HasApostrophe { get; init; }

    /// <summary>Whether none may be in it: "ill" is not "I'll".</summary>
    public bool HasNoApostrophe { get; init; }

    /// <summary>How many of its first letters must be capitals: "IT" is not "it", "March" is not "march".</summary>
    public int Capitals { get; init; }

    /// <summary>A word with them.</summary>
    public string With(string word) =>
        (Before == '\0' ? "" : Before.ToString())
        + string.Concat(
            word.AsSpan(0, Math.Min(word.Length, Capitals)).ToString().ToUpperInvariant(),
            word.AsSpan(Math.Min(word.Length, Capitals))
        )
        + After;

    /// <summary>Whether they are there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word begins in it.</param>
    /// <param name="end">Where it ends.</param>
    public bool StandAt(ReadOnlySpan<char> text, int start, int end) =>
        IsBefore(text[..start])
        && text[end..].TrimStart(' ').StartsWith(After, StringComparison.Ordinal)
        && !(IsWholeNumber && start > 1 && text[start - 1] is '.' or ',' && char.IsAsciiDigit(text[start - 2]))
        && !(IsWholeNumber && end + 1 < text.Length && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]))
        && (!HasApostrophe || text[start..end].IndexOfAnyExcept(Letters) >= 0)
        && (!HasNoApostrophe || text[start..end].IndexOfAnyExcept(Letters) < 0)
        && !text[start..Math.Min(end, start + Capitals)].ContainsAnyInRange('a', 'z');

    private bool IsBefore(ReadOnlySpan<char> text) =>
        Before switch
        {
            '\0' => true,
            '-' => text is [.., '-' or '−'] && !(text.Length > 1 && char.IsLetterOrDigit(text[^2])),
            '.' => text is [.., '.'],
            _ => text.TrimEnd(' ') is [.., var last] && last == Before,
        };

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );
}
