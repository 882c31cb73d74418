using System.Collections;

namespace AutoResolve.Rules.Linting;

/// <summary>What was found in rule files. Lint looks for its remarks when they are first read, so that who only decides does not wait for
/// them.</summary>
internal sealed class Findings(Func<IReadOnlyList<Diagnostic>> find) : IReadOnlyList<Diagnostic>
{
    private readonly Lazy<IReadOnlyList<Diagnostic>> _found = new(find);

    public int Count => _found.Value.Count;

    public Diagnostic this[int index] => _found.Value[index];

    public IEnumerator<Diagnostic> GetEnumerator() => _found.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
