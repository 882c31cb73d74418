namespace AutoResolve.Intake.Issues;

/// <summary>One issue of an input, or what is wrong with it.</summary>
/// <param name="Line">Where it begins, from 1; 0 where no line can be named.</param>
/// <param name="Issue">The issue; null where there is a problem.</param>
/// <param name="Problem">What is wrong and what to do; null where nothing is.</param>
public sealed record IssueLine(int Line, Issue? Issue, string? Problem)
{
    /// <summary>What of the issue could not be read and why; null where all could.</summary>
    public string? Remark { get; init; }

    internal static IssueLine Bad(int line, string problem) => new(line, null, problem);
}
