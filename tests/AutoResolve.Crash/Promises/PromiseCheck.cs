namespace AutoResolve.Crash.Promises;

/// <summary>Holds what was left behind against what is promised.</summary>
internal static class PromiseCheck
{
    /// <returns>What is broken, in words; empty where all holds.</returns>
    public static IReadOnlyList<string> Violations(Remains remains)
    {
        var journal = new JournalView(remains.Entries);
        return
        [
            .. TurnPromises.Violations(remains, journal),
            .. CallPromises.Violations(remains, journal),
            .. DecisionPromises.Violations(remains, journal),
            .. CasePromises.Violations(remains, journal),
            .. ApprovalPromises.Violations(remains, journal),
        ];
    }
}
