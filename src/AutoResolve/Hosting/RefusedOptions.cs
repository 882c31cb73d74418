using System.Collections.Concurrent;

namespace AutoResolve;

/// <summary>Changed options that are wrong, so that those before them are in force.</summary>
internal sealed class RefusedOptions
{
    private readonly ConcurrentDictionary<(Type Type, string Name), string> _problems = new();

    public void Refuse(Type type, string name, string problems) => _problems[(type, name)] = problems;

    public void Accept(Type type, string name) => _problems.TryRemove((type, name), out _);

    /// <summary>What is wrong with those of a rulebook.</summary>
    /// <param name="rulebook">Its name; null for the one without.</param>
    /// <param name="all">The names of all rulebooks.</param>
    public IReadOnlyList<string> Of(string? rulebook, IReadOnlyList<string?> all) =>
        [
            .. _problems
                .Where(problem => all.OfType<string>().FirstOrDefault(name => RulebookName.HasOptions(name, problem.Key.Name)) == rulebook)
                .Select(problem => problem.Value)
                .Order(StringComparer.Ordinal),
        ];
}
