using AutoResolve.Matching.Expressions;
using AutoResolve.Matching.Phrases;
using AutoResolve.Matching.Regexes;
using AutoResolve.Matching.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Model;

namespace AutoResolve.Matching.Compiling;

/// <summary>What the compilation of one rulebook shares: names by set, lists and named conditions compiled so far, and problems found.</summary>
internal sealed class CompilationScope(IReadOnlyList<RuleSet> sets, bool allowExpressions, ICollection<Diagnostic> diagnostics)
{
    private const int DeepestReference = 50;

    private readonly Dictionary<string, WordElement> _words = new(StringComparer.Ordinal);
    private int _depth;
    private ExpressionCompiler? _expressions;

    private readonly Dictionary<RuleSet, SetNames> _names = new(sets.Select(set => KeyValuePair.Create(set, new SetNames(set, sets))), ReferenceEqualityComparer.Instance);

    /// <summary>Compiles expressions; null where the host allows none.</summary>
    public ExpressionCompiler? Expressions => allowExpressions ? _expressions ??= new(this) : null;

    /// <summary>Patterns compiled so far: rules share many.</summary>
    public Dictionary<string, CompiledRegex> Regexes { get; } = new(StringComparer.Ordinal);

    /// <summary>The character sets of patterns compiled so far.</summary>
    public CharacterSets CharacterSets { get; } = new();

    /// <summary>Lists compiled so far, the one being compiled included.</summary>
    public Dictionary<PhraseList, CompiledList> Lists { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Named conditions compiled so far; null where one is broken or uses itself.</summary>
    public Dictionary<NamedCondition, CompiledCondition?> Conditions { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The compiled <c>answeredWhen</c> of questions; null where one has none.</summary>
    public Dictionary<QuestionDefinition, CompiledCondition?> AnsweredWhen { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The lists being compiled, each used by the one before it.</summary>
    public List<PhraseList> ListPath { get; } = [];

    /// <summary>The named conditions being compiled, each used by the one before it.</summary>
    public List<NamedCondition> ConditionPath { get; } = [];

    /// <summary>How many conditions stand around the one being compiled, those that use its named condition included.</summary>
    public int ConditionDepth { get; set; }

    /// <summary>A word in all its forms. Equal words of all phrases share one.</summary>
    public WordElement WordOf(string folded)
    {
        if (!_words.TryGetValue(folded, out var word))
            _words.Add(folded, word = new WordElement(Inflector.Forms(folded)));
        return word;
    }

    public SetNames NamesOf(RuleSet set) => _names[set];

    /// <summary>Compiles what a name stands for, and reports names that lead too deep: each level costs stack when it is searched.</summary>
    public T? Descend<T>(Located<string> name, Func<T?> compile)
        where T : class
    {
        if (_depth == DeepestReference)
        {
            Report(name.Location, MatchingCodes.DeepReferences, $"Lists or conditions use one another more than {DeepestReference} levels deep here. Put the phrases where they are used.");
            return null;
        }

        _depth++;
        var compiled = compile();
        _depth--;
        return compiled;
    }

    /// <summary>The way along a path from an item back to itself; null where the item is not on the path.</summary>
    public static IEnumerable<T>? PathFrom<T>(List<T> path, T item)
        where T : class
    {
        var at = path.FindIndex(other => ReferenceEquals(other, item));
        return at < 0 ? null : path.Skip(at).Append(item);
    }

    public void Report(SourceLocation location, string code, string message, string? suggestion = null) =>
        diagnostics.Add(location.Report(code, DiagnosticSeverity.Error, message + Spelling.DidYouMean(suggestion), suggestion));
}
