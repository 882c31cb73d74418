using static System.FormattableString;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>Rules, issues for them, and how these ended.</summary>
internal sealed class ProcessRulebook(string name, string folder, IReadOnlyList<Issue> issues)
{
    private readonly long[] _outcomes = new long[Enum.GetValues<Outcome>().Length];

    public string Name => name;

    public string Folder => folder;

    /// <summary>An issue with an id and a requester that only that number has: whoever is written to too often is not answered.</summary>
    public Issue Issue(long number) => issues[(int)(number % issues.Count)] with { Id = $"issue-{number}", Requester = $"r-{number}" };

    /// <summary>Notes how an issue ended; whatever keeps it from being processed to its end would make it cheap.</summary>
    public void Add(Disposition disposition)
    {
        var isWhole = disposition is { IsJournaled: true, Status: DispositionStatus.Done, Outcome: not null };
        if (!isWhole || disposition.Actions.Any(action => action.State != ActionState.Succeeded))
            throw new InvalidOperationException($"'{disposition.Resolution.IssueId}' was not processed to its end: {disposition.Summary}");
        Interlocked.Increment(ref _outcomes[(int)disposition.Outcome!.Value]);
    }

    /// <summary>How its issues ended, in words.</summary>
    public string Describe()
    {
        var all = _outcomes.Sum();
        var shares = Enum.GetValues<Outcome>()
            .Where(outcome => _outcomes[(int)outcome] > 0)
            .OrderByDescending(outcome => _outcomes[(int)outcome])
            .Select(outcome => Invariant($"{100.0 * _outcomes[(int)outcome] / all:N0} % {outcome.ToString().ToLowerInvariant()}"));
        var length = issues.Average(issue => issue.Text.Length);
        return Invariant($"{name}: {issues.Count} texts of {length:N0} characters in the mean; {string.Join(", ", shares)}.");
    }
}
