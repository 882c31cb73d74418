namespace AutoResolve.Rules.Linting;

/// <summary>Runs every lint.</summary>
internal static class RulebookLinter
{
    private static readonly ILint[] Lints =
    [
        new StealthyWorkaroundLint(),
        new MissingTestsLint(),
        new ProvenanceLint(),
        new PeriodLint(),
        new DefaultLocaleLint(),
        new ShortSubstringLint(),
        new UnusedNameLint(),
        new RepeatedPhraseLint(),
        new MatchesAlmostEverythingLint(),
        new AddsNothingLint(),
    ];

    /// <param name="context">What is looked at.</param>
    /// <param name="diagnostics">Takes what is found, lint by lint.</param>
    /// <param name="threads">How many lints look at once.</param>
    public static void Lint(LintContext context, ICollection<Diagnostic> diagnostics, int threads)
    {
        foreach (var diagnostic in Lints.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).SelectMany(lint => lint.Check(context)))
            diagnostics.Add(diagnostic);
    }
}
