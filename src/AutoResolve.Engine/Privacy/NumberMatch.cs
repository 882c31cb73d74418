namespace AutoResolve.Privacy;

/// <summary>A number of a known kind.</summary>
/// <param name="Runs">How many runs of digits it has; 0 where there is none.</param>
/// <param name="Placeholder">What is to stand there; null where it stays.</param>
/// <param name="Before">How many characters before its first digit belong to it.</param>
/// <param name="After">How many characters behind its last digit belong to it.</param>
internal readonly record struct NumberMatch(int Runs, string? Placeholder = null, int Before = 0, int After = 0)
{
    public static NumberMatch None => default;

    public static NumberMatch Stays(int runs) => new(runs);
}
