using AutoResolve.Budgets;
using AutoResolve.Compiling;
using AutoResolve.Conversations;
using AutoResolve.Decisions;
using AutoResolve.Matching;
using AutoResolve.Operators.Fields;
using AutoResolve.Privacy;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve;

/// <summary>All rules of a source, read, checked and compiled. Immutable and safe for any number of threads.</summary>
public sealed class Rulebook
{
    internal const int DefaultTextLength = 100_000;

    private const int MaxFormTextLength = 20_000;

    private readonly HandoverFormBuilder _forms;

    private readonly TimeProvider _timeProvider;

    private readonly Lazy<FieldReaders> _fieldReaders;

    private readonly ConversationProfile? _profile;

    private Dictionary<string, Rule>? _byId;

    private DateOnly Today => DateOnly.FromDateTime(_timeProvider.GetUtcNow().UtcDateTime);

    internal Rulebook(
        string revision,
        string defaultLocale,
        bool readsLanguage,
        TimeProvider timeProvider,
        IReadOnlyList<RuleFile> files,
        IReadOnlyList<RuleSet> sets,
        RuleProgram program,
        RulePlans plans,
        ConversationProfile? profile,
        PersonalDataRedactor redactor,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        Redactor = redactor;
        _forms = new(text => redactor.Redact(text.Length <= MaxFormTextLength ? text : text[..MaxFormTextLength]));
        _timeProvider = timeProvider;
        _profile = profile;
        Files = files;
        DefaultLocale = defaultLocale;
        ReadsLanguage = readsLanguage;
        Revision = revision;
        Sets = sets;
        _fieldReaders = new Lazy<FieldReaders>(() => new FieldReaders(sets));
        Desk = sets.Select(set => set.Desk).FirstOrDefault(desk => desk is not null);
        Program = program;
        Reader = new ConversationReader(program, Profile, ReadsField);
        Decider = new Decider(
            program,
            plans,
            Profile,
            Desk,
            revision,
            ReadsField,
            new ComparedFields(sets).RemarksOn,
            new ToldInWords(program, Profile, sets, Desk?.Forms ?? [])
        );
        MissingHandlers = plans.MissingHandlers;
        Diagnostics = diagnostics;
    }

    /// <summary>A hash of the content of all rule files: the first 16 hexadecimal digits of the SHA-256 of their paths and texts.
    /// Equal content, equal revision, whatever the machine or its line endings.</summary>
    public string Revision { get; }

    /// <summary>The rules, retired ones included, by id.</summary>
    public IReadOnlyList<RuleReference> Rules =>
        field ??= [
            .. Sets.SelectMany(set => set.Rules)
                .Where(rule => rule.Status == RuleStatus.Retired)
                .Select(rule => rule.ToReference())
                .Concat(Program.Rules.Select(rule => rule.Reference))
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];

    /// <summary>What lint remarks on; no errors. It looks for it when this is first read.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Masks personal data: what is personal everywhere, and what the profile of the rules says is so with their
    /// customers.</summary>
    public PersonalDataRedactor Redactor { get; }

    /// <summary>The locale of issues that have none.</summary>
    public string DefaultLocale { get; }

    /// <summary>Whether the language of an issue is read from its text, see <see cref="RulebookOptions.ReadLanguage"/>.</summary>
    public bool ReadsLanguage { get; }

    internal IReadOnlyList<RuleSet> Sets { get; }

    /// <summary>How the contact center works; null where no rule file says.</summary>
    public SupportDesk? Desk { get; }

    /// <summary>
    /// What it was read from, where <see cref="RulebookPurpose.KeepFiles"/> says so; empty after <see cref="ForgetFiles"/>.
    /// </summary>
    public IReadOnlyList<RuleFile> Files { get; private set; }

    /// <summary>The handlers that rules which may act name and the host does not have, by name.</summary>
    public IReadOnlyList<string> MissingHandlers { get; }

    internal RuleProgram Program { get; }

    internal Decider Decider { get; }

    /// <summary>Reads cases for it.</summary>
    internal ConversationReader Reader { get; }

    /// <summary>How people talk: its own profile, with the default one for what that leaves out.</summary>
    internal ConversationProfile Profile => _profile ?? DefaultProfile.Profile;

    /// <summary>Whether a rule or a question may read a field of an issue.</summary>
    /// <param name="name">The field's name.</param>
    public bool ReadsField(string name) => _fieldReaders.Value.Reads(name);

    /// <summary>Finds a rule, retired ones included.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>What is known of it; null where there is none of that id.</returns>
    public RuleInfo? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return FindRule(id) is { } rule ? RuleInfo.Of(rule) : null;
    }

    /// <summary>Finds a rule set.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>What is known of it; null where there is none of that name.</returns>
    public RuleSetInfo? FindSet(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Sets.FirstOrDefault(set => set.Name.Value == name) is { } found ? RuleSetInfo.Of(found) : null;
    }

    /// <summary>Loads all rule files of a folder and its sub-folders.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint and <see cref="Explain"/> judge dates; default: the system's.</param>
    /// <exception cref="RulebookException">There is an error; it lists all of them.</exception>
    /// <exception cref="ArgumentException"><paramref name="options"/> has a wrong value, see
    /// <see cref="RulebookOptions.Validate"/>.</exception>
    public static Rulebook Load(string folder, RulebookOptions? options = null, TimeProvider? timeProvider = null)
    {
        var result = TryLoad(folder, options, timeProvider);
        return result.Rulebook ?? throw new RulebookException(folder, result.Diagnostics);
    }

    /// <summary>Loads like <see cref="Load"/>, and returns errors instead of throwing them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint and <see cref="Explain"/> judge dates; default: the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="options"/> has a wrong value, see
    /// <see cref="RulebookOptions.Validate"/>.</exception>
    public static RulebookLoadResult TryLoad(string folder, RulebookOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return TryLoadAsync(RuleSource.Folder(folder), options, null, timeProvider).GetAwaiter().GetResult();
    }

    /// <summary>Loads all rule files of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="options">How; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint and <see cref="Explain"/> judge dates; default: the system's.</param>
    /// <param name="cancellationToken">Ends the wait for the source.</param>
    /// <exception cref="RulebookException">There is an error; it lists all of them.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    /// <exception cref="ArgumentException"><paramref name="options"/> has a wrong value, see
    /// <see cref="RulebookOptions.Validate"/>.</exception>
    public static async Task<Rulebook> LoadAsync(
        IRuleSource source,
        RulebookOptions? options = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        var result = await TryLoadAsync(source, options, null, timeProvider, cancellationToken).ConfigureAwait(false);
        return result.Rulebook ?? throw new RulebookException(SourceName.Of(source), result.Diagnostics);
    }

    /// <summary>
    /// Loads like <see cref="LoadAsync"/>, and returns errors instead of throwing them. This is also how rules are linted:
    /// <see cref="RulebookLoadResult.Diagnostics"/> has all that is wrong with them, and all that lint remarks on.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="options">How; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="purpose">What for; default: <see cref="RulebookPurpose"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint and <see cref="Explain"/> judge dates; default: the system's.</param>
    /// <param name="cancellationToken">Ends the wait for the source.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    /// <exception cref="ArgumentException"><paramref name="options"/> has a wrong value, see
    /// <see cref="RulebookOptions.Validate"/>.</exception>
    public static async Task<RulebookLoadResult> TryLoadAsync(
        IRuleSource source,
        RulebookOptions? options = null,
        RulebookPurpose? purpose = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var files = await new RuleSourceReader(source, timeProvider).ReadAsync(options, cancellationToken).ConfigureAwait(false);
        return TryBuild(files, options, purpose, timeProvider);
    }

    /// <summary>Loads what was read from a source by <see cref="RuleSourceReader"/>; what could not be read is an error.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">How; null for <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="purpose">What for; null for <see cref="RulebookPurpose"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint and <see cref="Explain"/> judge dates; null for the system's.</param>
    /// <exception cref="ArgumentException"><paramref name="options"/> has a wrong value, see
    /// <see cref="RulebookOptions.Validate"/>.</exception>
    public static RulebookLoadResult TryBuild(
        RuleFileSet files,
        RulebookOptions? options = null,
        RulebookPurpose? purpose = null,
        TimeProvider? timeProvider = null
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        return RulebookBuilder.Build(
            files.Files,
            RulebookOptions.Checked(options, nameof(options)),
            purpose ?? new RulebookPurpose(),
            timeProvider ?? TimeProvider.System,
            files.Problems
        );
    }

    /// <summary>
    /// Finds the rules whose scope and conditions hold for an issue, without deciding: for statistics, and for measuring.
    /// </summary>
    /// <param name="issue">The issue.</param>
    /// <param name="matches">Takes the matching rules in shadow, suggest and active, by id. Conditions on facts count as not met, and so
    /// does what would take more work than <see cref="EvaluationContext.MaxWork"/> is by default.</param>
    /// <param name="maxTextLength">The most UTF-16 units of title, text and each field that are read.</param>
    public void FindMatches(Issue issue, ICollection<RuleReference> matches, int maxTextLength = DefaultTextLength)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentOutOfRangeException.ThrowIfNegative(maxTextLength);
        Program.Matcher.Find(issue, DefaultLocale, maxTextLength, matches);
    }

    /// <summary>Finds the rules that have to be evaluated for an issue, since the index cannot exclude them: what it costs.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="evaluated">Takes the rules.</param>
    public void FindEvaluated(Issue issue, ICollection<RuleReference> evaluated)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(evaluated);
        Program.Matcher.FindEvaluated(issue, DefaultLocale, DefaultTextLength, evaluated);
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
        return Evaluate(issue, new EvaluationContext { Facts = facts, Today = today }).Decide().Explain();
    }

    /// <summary>Says what one rule makes of an issue: whether each part of its condition holds, and what else keeps it from
    /// winning.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="issue">The issue, with its turns.</param>
    /// <param name="facts">Facts by name; default: none, so that conditions on facts are unknown.</param>
    /// <param name="today">The day in UTC that dates and rollouts go by; default: the day now.</param>
    /// <returns>Null where there is no rule of that id.</returns>
    public RuleInspection? Inspect(string ruleId, Issue issue, IReadOnlyDictionary<string, string?>? facts = null, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(ruleId);
        ArgumentNullException.ThrowIfNull(issue);
        if (Program.Find(ruleId) is not { } found)
            return FindRule(ruleId) is { } retired ? RuleInspector.OfRetired(retired.ToReference()) : null;
        var known = facts is null ? FactValues.None : new FactValues(facts);
        return RuleInspector.Inspect(
            found,
            MatchInput.Prepare(issue, DefaultLocale, DefaultTextLength, new WorkBudget(WorkBudget.UsualSteps)),
            known,
            today ?? Today
        );
    }

    /// <summary>
    /// Reads an issue and finds what matches, so that it can be decided: at once, or when the facts that matter are known.
    /// </summary>
    /// <param name="issue">The issue, with its turns and replies.</param>
    /// <param name="context">What the decision depends on besides the rules; default: <see cref="EvaluationContext"/> as it is.</param>
    /// <returns>The evaluation. It holds the rulebook and the text.</returns>
    public Evaluation Evaluate(Issue issue, EvaluationContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(issue);
        context ??= EvaluationContext.Default;
        var facts = context.Facts is { } known ? new FactValues(known) : FactValues.None;
        var input = Reader.Read(
            issue,
            context.Today ?? Today,
            facts,
            DefaultLocale,
            context.MaxTextLength,
            new WorkBudget(context.MaxWork)
        ) with
        {
            ReadsLanguage = ReadsLanguage,
            Demoted = context.Demoted,
            LacksHandlers = context.LacksHandlers,
            Format = context.Format,
            Forms = context.Mask is { } mask ? new HandoverFormBuilder(mask) : _forms,
        };
        return new Evaluation(this, input);
    }

    /// <summary>The rule of an id; null where there is none.</summary>
    internal Rule? FindRule(string id) =>
        (_byId ??= Sets.SelectMany(set => set.Rules).ToDictionary(rule => rule.Id.Value, StringComparer.Ordinal)).GetValueOrDefault(id);

    /// <summary>Lets go of <see cref="Files"/>, once they are kept elsewhere.</summary>
    public void ForgetFiles() => Files = [];

    internal static RulebookLoadResult TryLoad(IReadOnlyList<RuleFile> files, RulebookOptions options, TimeProvider timeProvider) =>
        RulebookBuilder.Build(files, options, new RulebookPurpose(), timeProvider);
}
