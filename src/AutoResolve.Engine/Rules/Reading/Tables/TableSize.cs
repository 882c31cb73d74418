using System.Globalization;
using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading.Tables;

/// <summary>How large the tables of one file may become when they are written out, in characters; and those of all files.</summary>
/// <param name="ofAll">What is left for all files.</param>
internal sealed class TableSize(TotalTableSize ofAll)
{
    /// <summary>As much as a file may have by default.</summary>
    public const int Most = 8 * 1024 * 1024;

    // Line breaks, blanks, quotes and commas; without them, lists of digits would come to very many values.
    private const int AroundEach = 16;

    private long _taken;

    /// <summary>Whether it is too much for one file.</summary>
    public bool IsExceeded => _taken > Most;

    /// <summary>Whether no more may be written out, of this file or of all.</summary>
    public bool IsFull => IsExceeded || ofAll.IsExceeded;

    /// <returns>Whether there is room for a value, or a key, of so many characters more.</returns>
    public bool TryTake(long characters)
    {
        _taken += characters + AroundEach;
        ofAll.Take(characters + AroundEach);
        return !IsFull;
    }
}

/// <summary>How large the tables of all files may become.</summary>
internal sealed class TotalTableSize
{
    /// <summary>As much as all files of a source may have.</summary>
    public const long Most = 256 * 1024 * 1024;

    private long _taken;

    public bool IsExceeded => Interlocked.Read(ref _taken) > Most;

    public void Take(long characters) => Interlocked.Add(ref _taken, characters);

    /// <summary>Says that it is too much, of all files, for which of them is read last is chance.</summary>
    public static Diagnostic Report() =>
        SourceLocation
            .OfFile("")
            .Report(
                ReadingCodes.SourceTooLarge,
                DiagnosticSeverity.Error,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Written out, the rows of all files come to more than {Most:N0} characters: take what rules share into lists, "
                        + $"conditions and steps with names, or make several rulebooks of them."
                )
            );
}
