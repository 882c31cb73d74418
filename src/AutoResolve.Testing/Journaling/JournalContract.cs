namespace AutoResolve.Testing;

/// <summary>
/// What every <see cref="Journaling.IJournal"/> promises, as checks that any test framework can run; for those who write their own journal.
/// </summary>
/// <remarks>
/// <code>
/// public static TheoryData&lt;string&gt; Checks => new(JournalContract.Checks.Select(check => check.Name));
///
/// [Theory, MemberData(nameof(Checks))]
/// public async Task Holds(string name)
/// {
///     await using var store = new MyStore(); // a JournalTestStore
///     await JournalContract.Find(name).RunAsync(store);
/// }
/// </code>
/// What outlives a crash is not among them: that no check inside the process can tell.
/// </remarks>
public static class JournalContract
{
    /// <summary>All promises.</summary>
    public static IReadOnlyList<JournalCheck> Checks { get; } =
    [
        .. AppendChecks.All,
        .. ReadChecks.All,
        .. QueryChecks.All,
        .. RulebookChecks.All,
        .. CaseChecks.All,
        .. LeaseChecks.All,
        .. CaseQueryChecks.All,
    ];

    /// <summary>Finds a check by its name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static JournalCheck Find(string name) =>
        Checks.FirstOrDefault(check => check.Name == name) ?? throw new ArgumentException($"There is no check '{name}'.", nameof(name));
}
