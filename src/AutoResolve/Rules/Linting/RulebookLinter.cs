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

    public static void Lint(LintContext context, ICollection<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in Lints.SelectMany(lint => lint.Check(context)))
            diagnostics.Add(diagnostic);
    }
}
