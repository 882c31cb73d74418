using System.Collections.Concurrent;
using AutoResolve.Expressions;
using AutoResolve.Json;
using AutoResolve.Matching;
using AutoResolve.Regexes;
using AutoResolve.Rules;
using AutoResolve.Words;
using AutoResolve.Words.Features;
using AutoResolve.Words.Inflection;
using AutoResolve.Words.Variants;

namespace AutoResolve.Conditions;

/// <summary>
/// What the compilation of one rulebook shares: names by set, lists and named conditions compiled so far, and problems found.
/// </summary>
/// <remarks>Lists, named conditions and questions are compiled first, by one scope; then each thread compiles rules with a scope of its
/// own that shares them. Where a rule reads a list or a condition in another way, that is compiled when it is met.</remarks>
internal sealed class CompilationScope
{
    private const int DeepestReference = 50;

    private readonly Dictionary<RuleSet, SetNames> _names;
    private readonly string _language;
    private readonly bool _findsWordings;
    private readonly ConcurrentDictionary<SoughtWord, WordElement> _words;
    private readonly ConcurrentDictionary<(string Word, WordSigns Signs, string? Language, WantedForms Forms), WordElement> _signedWords;
    private readonly ConcurrentDictionary<(string Word, string? Language, WantedForms Wanted, bool IsAlone), WordForms> _forms;
    private readonly Dictionary<object, PhraseReading> _first;
    private readonly Lock _gate;
    private readonly ConcurrentDictionary<string, string> _pointers;
    private readonly ConcurrentDictionary<PhraseTraits, PhraseTraits> _traits;
    private int _depth;
    private bool _isSilent;

    /// <param name="sets">All sets.</param>
    /// <param name="operators">What conditions can be made of.</param>
    /// <param name="expressions">Reads expressions, or says why not.</param>
    /// <param name="locale">The language of sets that say none.</param>
    /// <param name="findsWordings">Whether phrases find other wordings than that of their author.</param>
    public CompilationScope(
        IReadOnlyList<RuleSet> sets,
        OperatorSet operators,
        ExpressionReader expressions,
        string locale = WordLanguage.English,
        bool findsWordings = true
    )
    {
        (Operators, Expressions, _language, _findsWordings) = (operators, expressions, WordLanguage.Of(locale), findsWordings);
        var visible = new VisibleSets(sets);
        _names = new(sets.Select(set => KeyValuePair.Create(set, new SetNames(visible.From(set)))), ReferenceEqualityComparer.Instance);
        (_words, _signedWords, _forms) = (new(), new(), new());
        Words = new SpellingWords();
        NounReadings = new NounReadings(this);
        (_first, _gate) = (new(ReferenceEqualityComparer.Instance), new());
        (_pointers, _traits) = (new(StringComparer.Ordinal), new());
        Regexes = new(StringComparer.Ordinal);
        RequiredRuns = new(StringComparer.Ordinal);
        CharacterSets = new();
        Splits = new();
        Classifiers = new(ReferenceEqualityComparer.Instance);
        Lists = [];
        Conditions = [];
        AnsweredWhen = new(ReferenceEqualityComparer.Instance);
        TriedWhen = new(ReferenceEqualityComparer.Instance);
    }

    /// <summary>A scope in which only phrases are compiled. Parameters as above.</summary>
    public CompilationScope(IReadOnlyList<RuleSet> sets, OperatorSet operators, string locale)
        : this(sets, operators, ExpressionReader.None, locale) { }

    /// <summary>A scope for one more thread, which compiles rules only.</summary>
    public CompilationScope(CompilationScope shared)
    {
        (Operators, Expressions) = (shared.Operators, shared.Expressions);
        (_language, _findsWordings) = (shared._language, shared._findsWordings);
        (_names, _pointers, _traits) = (shared._names, shared._pointers, shared._traits);
        (_words, _signedWords, _forms) = (shared._words, shared._signedWords, shared._forms);
        (_first, _gate) = (shared._first, shared._gate);
        (Words, NounReadings, Splits) = (shared.Words, shared.NounReadings, shared.Splits);
        (Regexes, RequiredRuns, CharacterSets, Classifiers, Lists, Conditions, AnsweredWhen, TriedWhen) = (
            shared.Regexes,
            shared.RequiredRuns,
            shared.CharacterSets,
            shared.Classifiers,
            shared.Lists,
            shared.Conditions,
            shared.AnsweredWhen,
            shared.TriedWhen
        );
    }

    /// <summary>The words of all phrases.</summary>
    public SpellingWords Words { get; }

    /// <summary>What is excepted from phrases since it only reads like them.</summary>
    public NounReadings NounReadings { get; }

    /// <summary>How words of phrases are also written as two, found out so far.</summary>
    public ConcurrentDictionary<(PhraseVariants Language, string Word, bool IsInCapitals), Rewriting[]> Splits { get; }

    /// <summary>What conditions can be made of.</summary>
    public OperatorSet Operators { get; }

    /// <summary>The problems found so far.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Reads expressions, or says why not.</summary>
    public ExpressionReader Expressions { get; }

    /// <summary>Patterns compiled so far: rules share many.</summary>
    public ConcurrentDictionary<string, CompiledRegex> Regexes { get; }

    /// <summary>What a text must have to match each pattern; null where nothing is known.</summary>
    public ConcurrentDictionary<string, LiteralRequirement?> RequiredRuns { get; }

    /// <summary>The character sets of patterns compiled so far.</summary>
    public CharacterSets CharacterSets { get; }

    /// <summary>Classifiers compiled so far.</summary>
    public ConcurrentDictionary<Classifier, TextClassifier> Classifiers { get; }

    /// <summary>Lists compiled so far, the one being compiled included.</summary>
    public Dictionary<Variant, CompiledList> Lists { get; }

    /// <summary>Named conditions compiled so far; null where one is broken or uses itself.</summary>
    public Dictionary<Variant, CompiledCondition?> Conditions { get; }

    /// <summary>The compiled <c>answeredWhen</c> of questions; null where one has none.</summary>
    public Dictionary<QuestionDefinition, CompiledCondition?> AnsweredWhen { get; }

    /// <summary>The compiled <c>triedWhen</c> of steps with names; null where one has none.</summary>
    public Dictionary<Step, CompiledCondition?> TriedWhen { get; }

    /// <summary>The lists being compiled, each used by the one before it.</summary>
    public List<PhraseList> ListPath { get; } = [];

    /// <summary>The named conditions being compiled, each used by the one before it.</summary>
    public List<NamedCondition> ConditionPath { get; } = [];

    /// <summary>How many conditions stand around the one being compiled, those that use its named condition included.</summary>
    public int ConditionDepth { get; set; }

    /// <summary>The language of words, as what comes first in a tag.</summary>
    /// <param name="tag">What is said of it; null where nothing is.</param>
    public string LanguageOf(Located<string>? tag) => tag is { } stated ? WordLanguage.Of(stated.Value) : _language;

    /// <summary>What words of a language find.</summary>
    public WordVariants VariantsOf(string language) => _findsWordings ? WordVariants.Of(language) : WordVariants.Plain(language);

    /// <summary>A word of a phrase. Equal words of all phrases in one language share one.</summary>
    public WordElement WordOf(in SoughtWord word) =>
        _words.GetOrAdd(
            word with
            {
                IsAlone = IsLikeAlone(word.Word, word.Language, word.Forms, word.IsAlone),
            },
            static (key, scope) => scope.NewWord(key.Word, scope.FormsOf(key.Word, key.Language, key.Forms, key.IsAlone), key),
            this
        );

    /// <summary>A word in no other form. Equal ones share one.</summary>
    public WordElement ExactWordOf(string folded, SpellingTolerance spelling) =>
        WordOf(new SoughtWord(folded, null, spelling) { Forms = WantedForms.Only });

    /// <summary>A word with the signs that make it the word that is meant; in other forms only where these say no more than that it is
    /// whole. Equal ones share one, and none its forms, by which the index knows words from those without signs.</summary>
    public WordElement SignedWordOf(string folded, WordSigns signs, string? language, WantedForms forms) =>
        _signedWords.GetOrAdd(
            (folded, signs, language, forms),
            static (key, scope) =>
                new WordElement(
                    key.Word,
                    scope.FormsOf(key.Word, key.Language, FormsWith(key.Signs, key.Forms), isAlone: false).Copy(),
                    SpellingTolerance.None,
                    isOnly: true,
                    scope.Words
                )
                {
                    Signs = key.Signs,
                },
            this
        );

    /// <summary>One string for equal pointers: the conditions of many rules stand in the same places.</summary>
    public string Share(ReadOnlySpan<char> pointer)
    {
        if (_pointers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(pointer, out var known))
            return known;
        var own = pointer.ToString();
        return _pointers.GetOrAdd(own, own);
    }

    /// <summary>One object for equal traits.</summary>
    public PhraseTraits Share(PhraseTraits traits) => _traits.GetOrAdd(traits, traits);

    public SetNames NamesOf(RuleSet set) => _names[set];

    /// <summary>
    /// Compiles what a name stands for, and reports names that lead too deep: each level costs stack when it is searched.
    /// </summary>
    public T? Descend<T>(Located<string> name, Func<T?> compile)
        where T : class
    {
        if (_depth == DeepestReference)
        {
            Report(
                name.Location,
                MatchingCodes.DeepReferences,
                $"Lists or conditions use one another more than {DeepestReference} levels deep here. Put the phrases where they are used."
            );
            return null;
        }

        _depth++;
        var compiled = compile();
        _depth--;
        return compiled;
    }

    /// <summary>Compiles a list or a named condition, one thread at a time. What is wrong with it is reported once.</summary>
    public T Compile<T>(object item, PhraseReading reading, Func<T> compile)
    {
        lock (_gate)
        {
            var wasSilent = _isSilent;
            _isSilent |= !_first.TryAdd(item, reading) && _first[item] != reading;
            var compiled = compile();
            _isSilent = wasSilent;
            return compiled;
        }
    }

    /// <summary>The way along a path from an item back to itself; null where the item is not on the path.</summary>
    public static IEnumerable<T>? PathFrom<T>(List<T> path, T item)
        where T : class
    {
        var at = path.FindIndex(other => ReferenceEquals(other, item));
        return at < 0 ? null : path.Skip(at).Append(item);
    }

    public void Report(SourceLocation location, string code, string message, string? suggestion = null)
    {
        if (!_isSilent)
            Diagnostics.Add(location.Report(code, DiagnosticSeverity.Error, message + Spelling.DidYouMean(suggestion), suggestion));
    }

    private static WantedForms FormsWith(WordSigns signs, WantedForms forms) =>
        forms is WantedForms.Elided or WantedForms.Fraction or WantedForms.AnyOf || signs.AllowForms ? forms : WantedForms.Only;

    private WordElement NewWord(string written, WordForms word, in SoughtWord sought)
    {
        var isOnly = sought.Forms == WantedForms.Only;
        if (sought.Spelling != SpellingTolerance.Aside)
            Words.Add(written, word, sought.Spelling, isOnly);
        if (sought.InCompounds)
            Words.AddInCompounds(word);
        return new WordElement(written, word, sought.Spelling, isOnly, Words) { IsInCompounds = sought.InCompounds };
    }

    // Most words have the same forms alone and in a phrase, and share them.
    private bool IsLikeAlone(string word, string? language, WantedForms wanted, bool isAlone) =>
        isAlone || wanted != WantedForms.All || language is null || !VariantsOf(language).HasMoreInPhrases(word);

    private WordForms FormsOf(string word, string? language, WantedForms wanted, bool isAlone)
    {
        if (wanted == WantedForms.Only || language is null)
            return _forms.GetOrAdd((word, null, WantedForms.Only, true), static key => new WordForms([key.Word]));
        return _forms.GetOrAdd(
            (word, language, wanted, IsLikeAlone(word, language, wanted, isAlone)),
            static (key, scope) =>
                new WordForms(
                    key.Wanted switch
                    {
                        WantedForms.Noun => scope.VariantsOf(key.Language!).NounForms(key.Word),
                        WantedForms.Elided => scope.VariantsOf(key.Language!).ElidedForms(key.Word),
                        WantedForms.AnyOf => scope.VariantsOf(key.Language!).FormsOfAny(key.Word),
                        WantedForms.Fraction => WordVariants.FractionForms(key.Word),
                        _ => scope.VariantsOf(key.Language!).Forms(key.Word, key.IsAlone),
                    }
                ),
            this
        );
    }
}

/// <summary>A word as a phrase looks for it.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Language">Its language; null where it stands in no other form.</param>
/// <param name="Spelling">Which typing errors it bears.</param>
internal readonly record struct SoughtWord(string Word, string? Language, SpellingTolerance Spelling)
{
    /// <summary>In which forms.</summary>
    public WantedForms Forms { get; init; }

    /// <summary>Whether it is a whole phrase.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether it is also found as the first or last part of a compound.</summary>
    public bool InCompounds { get; init; }
}
