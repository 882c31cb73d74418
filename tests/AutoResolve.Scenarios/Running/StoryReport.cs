namespace AutoResolve.Scenarios.Running;

/// <summary>What came of many runs.</summary>
/// <param name="Stories">How many stories were run.</param>
/// <param name="Faults">How many times one was run with a fault.</param>
/// <param name="Wrong">Where a story without a fault is not as it tells.</param>
/// <param name="Broken">Where a fault broke a promise.</param>
internal sealed record StoryReport(int Stories, int Faults, IReadOnlyList<string> Wrong, IReadOnlyList<string> Broken)
{
    public bool IsGood => Wrong.Count == 0 && Broken.Count == 0;

    public override string ToString() =>
        $"{Stories} stories, {Wrong.Count} not as they tell; {Faults} faults, {Broken.Count} broke a promise.\n"
        + string.Join('\n', [.. Wrong, .. Broken]);
}
