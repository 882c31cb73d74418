using AutoResolve.Compiling;
using AutoResolve.Conversations;
using AutoResolve.Decisions;
using AutoResolve.Decisions.Signatures;
using AutoResolve.Expressions;
using AutoResolve.Privacy;
using AutoResolve.Rules;
using AutoResolve.Rules.Linting;
using AutoResolve.Rules.Reading;
using AutoResolve.Rules.Reading.Tables;
using AutoResolve.Sources;
using AutoResolve.Sources.Building;

namespace AutoResolve;

/// <summary>Reads, checks, compiles and lints rule files.</summary>
internal static class RulebookBuilder
{
    /// <param name="files">The files.</param>
    /// <param name="options">How.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="timeProvider">The clock by which lint judges dates.</param>
    /// <param name="found">What was found while the files were read.</param>
    public static RulebookLoadResult Build(
        IReadOnlyList<RuleFile> files,
        RulebookOptions options,
        RulebookPurpose purpose,
        TimeProvider timeProvider,
        IEnumerable<Diagnostic>? found = null
    )
    {
        var threads = purpose.MaxThreads;
        List<Diagnostic> diagnostics = [.. found ?? []];
        var read = Read([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], diagnostics, threads);
        IReadOnlyList<RuleSet> sets =
        [
            .. read.OfType<RuleSet>().Select(set => purpose.OnTrial ? set with { Rules = [.. set.Rules.Select(OnTrial)] } : set),
        ];
        CrossFileChecks.Check(sets, diagnostics);

        // What an unreadable file defines would be reported as unknown wherever it is used; lint of what is broken says nothing new.
        RuleProgram? program = null;
        RulePlans? plans = null;
        ConversationProfile? profile = null;
        var redactor = PersonalDataRedactor.General;
        if (sets.Count == read.Length)
        {
            sets = NamedPractices.Resolve(NamedSteps.Resolve(sets, diagnostics), diagnostics);
            var expressions = new ExpressionReader(options.AllowExpressions, options.ExpressionParser);
            program = RuleCompiler.Compile(sets, expressions, diagnostics, threads, options.DefaultLocale, options.FindsWordings);
            plans = PlanCompiler.Compile(sets, HandlersOf(options, purpose), diagnostics, threads);
            profile = ProfileCompiler.Compile(sets, diagnostics);
            redactor = PrivacyCompiler.Compile(sets, diagnostics);
            ExtractCheck.Check(sets, diagnostics);
        }

        RuleFile[] built = [.. files.Where(file => file.IsBuilt)];
        var isBroken = HasErrors(diagnostics);
        var context = new LintContext(sets, DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime), options.DefaultLocale);
        var isLinted = purpose.Lint && program is not null && !isBroken;
        var findings = new Findings(() =>
            InOrder(isLinted ? [.. diagnostics, .. Remarks(context, program!, threads)] : diagnostics, built)
        );
        if (program is null || plans is null || isBroken || (isLinted && RulebookLinter.HasErrors(context)))
            return new RulebookLoadResult(null, findings, files.Count);
        var kept = purpose.KeepFiles ? files : [];
        var revision = RuleFileSet.RevisionOf(files);
        var rulebook = new Rulebook(
            revision,
            options.DefaultLocale,
            options.ReadLanguage,
            timeProvider,
            kept,
            sets,
            program,
            plans,
            profile,
            redactor,
            findings
        );
        rulebook.Profile.Prepare(
            sets.SelectMany(set => set.Questions).Select(question => question.Extract?.Value).OfType<string>().Distinct()
        );
        return new RulebookLoadResult(rulebook, findings, files.Count);
    }

    private static List<Diagnostic> Remarks(LintContext context, RuleProgram program, int threads)
    {
        List<Diagnostic> remarks = [];
        RulebookLinter.Lint(context, remarks, threads);
        remarks.AddRange(MuchWorkLint.Lint(program));

        // Where a rule requires nothing at all, that is remarked on already.
        var unconditional = remarks
            .Where(diagnostic => diagnostic.Code == LintCodes.MatchesAlmostEverything)
            .Select(diagnostic => (diagnostic.File, diagnostic.Pointer))
            .ToHashSet();
        remarks.AddRange(
            AlwaysEvaluatedLint.Lint(program).Where(diagnostic => !unconditional.Contains((diagnostic.File, diagnostic.Pointer)))
        );
        return remarks;
    }

    private static IReadOnlyList<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics, IReadOnlyList<RuleFile> built) =>
        [
            .. BuiltRules
                .Name(OnceEach(diagnostics), built)
                .OrderBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Line)
                .ThenBy(diagnostic => diagnostic.Column)
                .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal),
        ];

    private static Rule OnTrial(Rule rule) => rule.Status == RuleStatus.Retired ? rule : rule with { Status = RuleStatus.Active };

    private static HostHandlers? HandlersOf(RulebookOptions options, RulebookPurpose purpose)
    {
        if (purpose.AnyHandler)
            return HostHandlers.Any;
        return options.Handlers is null && purpose.Handlers.Count == 0 ? null : new HostHandlers(options.Handlers ?? [], purpose.Handlers);
    }

    // Problems are gathered file by file, so that their order does not depend on the threads.
    private static RuleSet?[] Read(RuleFile[] files, List<Diagnostic> diagnostics, int threads)
    {
        var sets = new RuleSet?[files.Length];
        var problems = new List<Diagnostic>[files.Length];
        var tables = new TotalTableSize();
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, file =>
            sets[file] = RuleSetReader.Read(files[file], problems[file] = [], tables)
        );
        diagnostics.AddRange(problems.SelectMany(found => found));
        if (tables.IsExceeded)
            diagnostics.Add(TotalTableSize.Report());
        return sets;
    }

    // What is wrong with a table shows in each of its rows.
    private static IEnumerable<Diagnostic> OnceEach(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .DistinctBy(diagnostic => (diagnostic.File, diagnostic.Line, diagnostic.Column, diagnostic.Code, diagnostic.Message))
            .Select(diagnostic =>
                diagnostic.Row is { } row ? diagnostic with { Message = $"{diagnostic.Message} (With {row}.)" } : diagnostic
            );

    private static bool HasErrors(List<Diagnostic> diagnostics) =>
        diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
