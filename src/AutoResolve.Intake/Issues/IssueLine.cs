namespace AutoResolve.Intake.Issues;

/// <summary>One issue of an input, or what is wrong with it.</summary>
/// <param name="Line">Where it begins, from 1; 0 where no line can be named.</param>
/// <param name="Issue">The issue; null where there is a problem.</param>
/// <param name="Problem">What is wrong and what to do; null where nothing is.</param>
public sealed record IssueLine(int Line, Issue? Issue, string? Problem)
{
    /// <summary>What of the issue was not read and why, such as what a mail has attached; null where nothing is to be said.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether the issue has no id of its own and is called by its place, which is none for a journal: in another file that is
    /// another issue.</summary>
    public bool IsIdMade { get; init; }

    internal static IssueLine Bad(int line, string problem) => new(line, null, problem);
}
