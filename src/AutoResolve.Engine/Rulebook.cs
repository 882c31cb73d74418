using System.Security.Cryptography;
using System.Text;
using AutoResolve.Conversations;
using AutoResolve.Decisions;
using AutoResolve.Decisions.Signatures;
using AutoResolve.Matching;
using AutoResolve.Privacy;
using AutoResolve.Rules;
using AutoResolve.Rules.Linting;
using AutoResolve.Rules.Model;
using AutoResolve.Rules.Reading;
using AutoResolve.Sources;
using AutoResolve.Sources.Building;

namespace AutoResolve;

/// <summary>All rules of a source, read, checked and compiled. Immutable and safe for any number of threads.</summary>
public sealed class Rulebook
{
    private const int DefaultTextLength = 100_000;

    private const int MaxFormTextLength = 20_000;

    private static readonly PersonalDataRedactor Redactor = new();
    private static readonly HandoverFormBuilder Forms = new(text =>
        Redactor.Redact(text.Length <= MaxFormTextLength ? text : text[..MaxFormTextLength])
    );

    private readonly TimeProvider _timeProvider;

    private readonly Lazy<FieldReaders> _fieldReaders;

    private readonly ConversationProfile? _profile;

    private Dictionary<string, Rule>? _byId;

    private Rulebook(
        string revision,
        string defaultLocale,
        TimeProvider timeProvider,
        IReadOnlyList<RuleFile> files,
        IReadOnlyList<RuleSet> sets,
        RuleProgram program,
        RulePlans plans,
        ConversationProfile? profile,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        _timeProvider = timeProvider;
        _profile = profile;
        Files = files;
        DefaultLocale = defaultLocale;
        Revision = revision;
        Sets = sets;
        _fieldReaders = new Lazy<FieldReaders>(() => new FieldReaders(sets));
        Desk = sets.Select(set => set.Desk).FirstOrDefault(desk => desk is not null);
        Program = program;
        Reader = new ConversationReader(program, Profile);
        Decider = new Decider(program, plans, Profile, Desk, revision, ReadsField);
        MissingHandlers = plans.MissingHandlers;
        Diagnostics = diagnostics;
        Rules = [.. sets.SelectMany(set => set.Rules).Select(rule => rule.ToReference()).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
    }

    /// <summary>A hash of the content of all rule files: the first 16 hexadecimal digits of the SHA-256 of their paths and texts.
    /// Equal content, equal revision, whatever the machine or its line endings.</summary>
    public string Revision { get; }

    /// <summary>The rules, retired ones included, by id.</summary>
    public IReadOnlyList<RuleReference> Rules { get; }

    /// <summary>What lint remarked on; no errors.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The locale of issues that have none.</summary>
    internal string DefaultLocale { get; }

    internal IReadOnlyList<RuleSet> Sets { get; }

    internal SupportDesk? Desk { get; }

    /// <summary>What it was read from, where somebody wants to keep that; empty after <see cref="ForgetFiles"/>.</summary>
    internal IReadOnlyList<RuleFile> Files { get; private set; }

    /// <summary>The handlers that rules which may act name and the host does not have, by name.</summary>
    internal IReadOnlyList<string> MissingHandlers { get; }

    internal RuleProgram Program { get; }

    internal Decider Decider { get; }

    /// <summary>Reads cases for it.</summary>
    internal ConversationReader Reader { get; }

    /// <summary>How people talk: its own profile, with the default one for what that leaves out.</summary>
    internal ConversationProfile Profile => _profile ?? DefaultProfile.Profile;

    /// <summary>Whether a rule or a question may read a field of an issue.</summary>
    internal bool ReadsField(string name) => _fieldReaders.Value.Reads(name);

    /// <summary>Loads all rule files of a folder and its sub-folders.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint and <see cref="Explain"/> judge dates; default: the system's.</param>
    /// <exception cref="RulebookException">There is an error; it lists all of them.</exception>
    public static Rulebook Load(string folder, RulebookOptions? options = null, TimeProvider? timeProvider = null)
    {
        var result = TryLoad(folder, options, timeProvider);
        return result.Rulebook ?? throw new RulebookException(folder, result.Diagnostics);
    }

    /// <summary>Loads like <see cref="Load"/>, and returns errors instead of throwing them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint and <see cref="Explain"/> judge dates; default: the system's.</param>
    public static RulebookLoadResult TryLoad(string folder, RulebookOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return TryLoadAsync(new FolderRuleSource(folder), options, timeProvider).GetAwaiter().GetResult();
    }

    /// <summary>Loads all rule files of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="options">How; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint and <see cref="Explain"/> judge dates; default: the system's.</param>
    /// <param name="cancellationToken">Ends the wait for the source.</param>
    /// <exception cref="RulebookException">There is an error; it lists all of them.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public static async Task<Rulebook> LoadAsync(
        IRuleSource source,
        RulebookOptions? options = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        var result = await TryLoadAsync(source, options, timeProvider, cancellationToken).ConfigureAwait(false);
        return result.Rulebook ?? throw new RulebookException(SourceName.Of(source), result.Diagnostics);
    }

    /// <summary>Loads like <see cref="LoadAsync"/>, and returns errors instead of throwing them.</summary>
    /// <param name="source">The source.</param>
    /// <param name="options">How; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint and <see cref="Explain"/> judge dates; default: the system's.</param>
    /// <param name="cancellationToken">Ends the wait for the source.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public static Task<RulebookLoadResult> TryLoadAsync(
        IRuleSource source,
        RulebookOptions? options = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    ) => TryLoadAsync(source, options, new LoadTerms(), timeProvider, cancellationToken);

    internal static async Task<RulebookLoadResult> TryLoadAsync(
        IRuleSource source,
        RulebookOptions? options,
        LoadTerms terms,
        TimeProvider? timeProvider,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new RulebookOptions();
        timeProvider ??= TimeProvider.System;
        List<Diagnostic> diagnostics = [];
        var files = await new RuleSourceReader(source, timeProvider)
            .ReadAsync(options.MaxFileBytes, options.SourceTimeout, diagnostics, cancellationToken)
            .ConfigureAwait(false);
        return TryLoad(files, options, terms, timeProvider, diagnostics);
    }

    /// <summary>
    /// Finds the rules whose scope and conditions hold for an issue, without deciding: for statistics, and for measuring.
    /// </summary>
    /// <param name="issue">The issue.</param>
    /// <param name="matches">Takes the matching rules in shadow, suggest and active, by id. Conditions on facts count as not met.</param>
    /// <param name="maxTextLength">The most UTF-16 units of title, text and each field that are read.</param>
    public void FindMatches(Issue issue, ICollection<RuleReference> matches, int maxTextLength = DefaultTextLength)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentOutOfRangeException.ThrowIfNegative(maxTextLength);
        Program.Matcher.Find(issue, DefaultLocale, maxTextLength, matches);
    }

    /// <summary>
    /// Decides an issue by these rules alone and says why: without fact providers, and without what a journal knows of past issues. In
    /// handovers personal data is masked as in a host that has no redactor of its own.
    /// </summary>
    /// <param name="issue">The issue.</param>
    /// <param name="facts">Facts by name; default: none, so that conditions on facts are unknown.</param>
    /// <param name="today">The day in UTC that dates and rollouts go by; default: the day now.</param>
    public Explanation Explain(Issue issue, IReadOnlyDictionary<string, string?>? facts = null, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var known = facts is null ? FactValues.None : new FactValues(facts);
        var day = today ?? DateOnly.FromDateTime(_timeProvider.GetUtcNow().UtcDateTime);
        var decision = Decider.Decide(Reader.Read(issue, day, known, DefaultLocale, DefaultTextLength) with { Forms = Forms });
        return Explainer.Explain(decision.With(decision.Whole()));
    }

    /// <summary>The rule of an id; null where there is none.</summary>
    internal Rule? Find(string id) =>
        (_byId ??= Sets.SelectMany(set => set.Rules).ToDictionary(rule => rule.Id.Value, StringComparer.Ordinal)).GetValueOrDefault(id);

    internal void ForgetFiles() => Files = [];

    internal static RulebookLoadResult TryLoad(IReadOnlyList<RuleFile> files, RulebookOptions options, TimeProvider timeProvider) =>
        TryLoad(files, options, new LoadTerms(), timeProvider);

    /// <param name="files">The files.</param>
    /// <param name="options">How.</param>
    /// <param name="terms">What for.</param>
    /// <param name="timeProvider">The clock by which lint judges dates.</param>
    /// <param name="found">What was found while the files were read.</param>
    internal static RulebookLoadResult TryLoad(
        IReadOnlyList<RuleFile> files,
        RulebookOptions options,
        LoadTerms terms,
        TimeProvider timeProvider,
        IEnumerable<Diagnostic>? found = null
    )
    {
        var threads = terms.MaxThreads;
        List<Diagnostic> diagnostics = [.. found ?? []];
        var read = Read([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)], diagnostics, threads);
        var sets = read.OfType<RuleSet>().Select(set => terms.OnTrial ? set with { Rules = [.. set.Rules.Select(OnTrial)] } : set).ToList();
        CrossFileChecks.Check(sets, diagnostics);

        // What an unreadable file defines would be reported as unknown wherever it is used; lint of what is broken says nothing new.
        RuleProgram? program = null;
        RulePlans? plans = null;
        ConversationProfile? profile = null;
        if (sets.Count == read.Length)
        {
            program = RuleCompiler.Compile(sets, options.AllowExpressions, diagnostics, threads);
            plans = PlanCompiler.Compile(sets, HandlersOf(options, terms), diagnostics, threads);
            profile = ProfileCompiler.Compile(sets, diagnostics);
            ExtractCheck.Check(sets, diagnostics);
        }

        if (program is not null && !HasErrors(diagnostics))
        {
            RulebookLinter.Lint(
                new LintContext(sets, DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime), options.DefaultLocale),
                diagnostics,
                threads
            );

            // Where a rule requires nothing at all, that is remarked on already.
            var unconditional = diagnostics
                .Where(diagnostic => diagnostic.Code == LintCodes.MatchesAlmostEverything)
                .Select(diagnostic => (diagnostic.File, diagnostic.Pointer))
                .ToHashSet();
            diagnostics.AddRange(
                AlwaysEvaluatedLint.Lint(program).Where(diagnostic => !unconditional.Contains((diagnostic.File, diagnostic.Pointer)))
            );
        }

        IReadOnlyList<Diagnostic> sorted =
        [
            .. BuiltRules
                .Name(diagnostics.Distinct(), files)
                .OrderBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Line)
                .ThenBy(diagnostic => diagnostic.Column)
                .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal),
        ];
        var rulebook =
            program is null || plans is null || HasErrors(diagnostics)
                ? null
                : new Rulebook(
                    RevisionOf(files),
                    options.DefaultLocale,
                    timeProvider,
                    terms.KeepFiles ? files : [],
                    sets,
                    program,
                    plans,
                    profile,
                    sorted
                );
        return new RulebookLoadResult(rulebook, sorted, files.Count);
    }

    private static Rule OnTrial(Rule rule) => rule.Status == RuleStatus.Retired ? rule : rule with { Status = RuleStatus.Active };

    private static HostHandlers? HandlersOf(RulebookOptions options, LoadTerms terms) =>
        terms.AnyHandler || (options.Handlers is null && terms.Handlers.Count == 0)
            ? terms.AnyHandler
                ? HostHandlers.Any
                : null
            : new HostHandlers(options.Handlers ?? [], terms.Handlers);

    // Problems are gathered file by file, so that their order does not depend on the threads.
    private static RuleSet?[] Read(RuleFile[] files, List<Diagnostic> diagnostics, int threads)
    {
        var sets = new RuleSet?[files.Length];
        var problems = new List<Diagnostic>[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, file =>
            sets[file] = RuleSetReader.Read(files[file], problems[file] = [])
        );
        diagnostics.AddRange(problems.SelectMany(found => found));
        return sets;
    }

    private static bool HasErrors(List<Diagnostic> diagnostics) =>
        diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    internal static string RevisionOf(IReadOnlyList<RuleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var text = file.Content.Span;
            if (text.StartsWith(Encoding.UTF8.Preamble))
                text = text[Encoding.UTF8.Preamble.Length..];
            if (text.Contains((byte)'\r'))
                text = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Replace("\r\n", "\n", StringComparison.Ordinal));
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{Encoding.UTF8.GetCharCount(text)}\n"));
            hash.AppendData(text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
