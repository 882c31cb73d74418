namespace AutoResolve.Sources;

/// <summary>How large a source may be, all its files together.</summary>
/// <param name="MaxFiles">How many files it may give, those that cannot be read included.</param>
/// <param name="MaxBytes">How many bytes they may have; one file may have as many as a file may.</param>
internal sealed record SourceLimits(int MaxFiles = 20_000, long MaxBytes = 256 * 1024 * 1024)
{
    public static SourceLimits Default { get; } = new();
}
