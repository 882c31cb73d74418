namespace AutoResolve.Rules.Linting;

/// <summary>Runs every lint.</summary>
internal static class RulebookLinter
{
    // Only these find errors.
    private static readonly ILint[] Strict = [new StealthyWorkaroundLint(), new PeriodLint()];

    private static readonly ILint[] Lints =
    [
        .. Strict,
        new MissingTestsLint(),
        new ProvenanceLint(),
        new DefaultLocaleLint(),
        new ShortSubstringLint(),
        new UnusedNameLint(),
        new RepeatedPhraseLint(),
        new MatchesAlmostEverythingLint(),
        new AddsNothingLint(),
        new WrittenOutContactLint(),
        new StaleContactLint(),
        new ReadingLevelLint(),
        new MissingLanguageLint(),
        new NotForCustomersLint(),
        new WaitsInVainLint(),
        new NeverOpenLint(),
        new DeadKeyLint(),
        new VainCompoundsLint(),
        new AsksNothingLint(),
        new NoSuchChoiceLint(),
        new NoTierLint(),
        new NearWordsLint(),
        new NoInflectionLint(),
        new FoundAnywayLint(),
        new LostSignLint(),
        new VainExceptionLint(),
        new ForeignPlaceholderLint(),
        new UnknownTeamLint(),
        new MisspeltFieldLint(),
        new MarkupLint(),
    ];

    /// <summary>Whether a lint refuses the rules.</summary>
    /// <param name="context">What is looked at.</param>
    public static bool HasErrors(LintContext context) =>
        Strict.Any(lint => lint.Check(context).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    /// <summary>Finds all that lints remark on.</summary>
    /// <param name="context">What is looked at.</param>
    /// <param name="diagnostics">Takes what is found, lint by lint.</param>
    /// <param name="threads">How many lints look at once.</param>
    public static void Lint(LintContext context, ICollection<Diagnostic> diagnostics, int threads)
    {
        // The calling thread takes part, so that it goes on where no other is free.
        var found = new List<Diagnostic>[Lints.Length];
        Parallel.For(0, Lints.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, lint =>
            found[lint] = [.. Lints[lint].Check(context)]
        );
        foreach (var diagnostic in found.SelectMany(some => some))
            diagnostics.Add(diagnostic);
    }
}
