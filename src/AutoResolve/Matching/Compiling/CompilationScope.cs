using AutoResolve.Matching.Phrases;
using AutoResolve.Rules;
using AutoResolve.Rules.Model;

namespace AutoResolve.Matching.Compiling;

/// <summary>What the compilation of one rulebook shares: names by set, lists and named conditions compiled so far, and problems found.</summary>
internal sealed class CompilationScope(IReadOnlyList<RuleSet> sets, bool allowExpressions, ICollection<Diagnostic> diagnostics)
{
    private const int DeepestReference = 50;

    private int _depth;

    private readonly Dictionary<RuleSet, SetNames> _names = new(sets.Select(set => KeyValuePair.Create(set, new SetNames(set, sets))), ReferenceEqualityComparer.Instance);

    public bool AllowExpressions => allowExpressions;

    /// <summary>Lists compiled so far, the one being compiled included.</summary>
    public Dictionary<PhraseList, CompiledList> Lists { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Named conditions compiled so far; null where one is broken or uses itself.</summary>
    public Dictionary<NamedCondition, CompiledCondition?> Conditions { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The compiled <c>answeredWhen</c> of questions; null where one has none.</summary>
    public Dictionary<QuestionDefinition, CompiledCondition?> AnsweredWhen { get; } = new(ReferenceEqualityComparer.Instance);

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

    public void Report(SourceLocation location, string code, string message, string? suggestion = null) =>
        diagnostics.Add(location.Report(code, DiagnosticSeverity.Error, message + Spelling.DidYouMean(suggestion), suggestion));
}
