using AutoResolve.Conditions;
using AutoResolve.Expressions;
using AutoResolve.Operators;
using AutoResolve.Rules;

namespace AutoResolve.Conversations;

/// <summary>
/// What the parts of a profile are compiled in: the default profile does not see the names of a rulebook, nor that the default one's.
/// </summary>
internal sealed class ProfileScopes
{
    private readonly Dictionary<IReadOnlyList<RuleSet>, CompilationScope> _scopes = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<CompilationScope> All => _scopes.Values;

    public CompilationScope Of<T>(ProfileEntry<T> entry)
    {
        if (!_scopes.TryGetValue(entry.Visible, out var scope))
            _scopes.Add(entry.Visible, scope = new CompilationScope(entry.Visible, OperatorCatalog.All, ExpressionReader.None));
        return scope;
    }
}
