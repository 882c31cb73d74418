using AutoResolve.Matching.Text;

namespace AutoResolve.Conversations;

/// <summary>Finds a value in a text by any of several tests.</summary>
internal sealed class CompiledExtractor(IReadOnlyList<ValueTest> tests)
{
    /// <summary>The most UTF-16 units of a value.</summary>
    public const int MaxLength = 200;

    /// <returns>The value that begins first, of those the longest; null where there is none.</returns>
    public string? Find(TextView view)
    {
        TextRange? first = null;
        foreach (var test in tests)
        {
            if (test.Find(view) is { } found && (first is not { } known || found.Start < known.Start || (found.Start == known.Start && found.Length > known.Length)))
                first = found;
        }

        return first is { } value ? Cut(view.Text.AsSpan(value.Start, value.Length)).ToString() : null;
    }

    // Never between the two halves of a surrogate pair.
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> value)
    {
        if (value.Length <= MaxLength)
            return value;
        var length = char.IsHighSurrogate(value[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return value[..length].TrimEnd();
    }
}
