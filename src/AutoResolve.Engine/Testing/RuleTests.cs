using AutoResolve.Sources;

namespace AutoResolve.Testing;

/// <summary>The tests inside the rules of a rulebook, as cases that any test framework can run.</summary>
/// <remarks>
/// <code>
/// private static readonly RuleTests Rules = RuleTests.In(RuleSource.Folder("rules"));
///
/// public static TheoryData&lt;string&gt; Tests => new(Rules.Cases.Select(test => test.Name));
///
/// [Theory, MemberData(nameof(Tests))]
/// public void Passes(string name) => Rules.Find(name).Run();
/// </code>
/// </remarks>
public sealed class RuleTests
{
    private readonly Dictionary<string, RuleTestCase> _byName;

    private RuleTests(Rulebook rulebook)
    {
        var runner = new RuleTestRunner(rulebook, rulebook.DefaultLocale);
        Cases =
        [
            .. rulebook
                .Program.Rules.SelectMany(rule => rule.Rule.Tests.Select((_, place) => new RuleTestCase(runner, rule, place + 1)))
                .OrderBy(test => test.RuleId, StringComparer.Ordinal)
                .ThenBy(test => test.Number),
        ];
        _byName = Cases.ToDictionary(test => test.Name, StringComparer.Ordinal);
    }

    /// <summary>The tests, by rule.</summary>
    public IReadOnlyList<RuleTestCase> Cases { get; }

    /// <summary>The tests in the rules of a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="options">How the rules are loaded; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <returns>The tests.</returns>
    /// <exception cref="RulebookException">The rules have errors; it lists all of them.</exception>
    public static RuleTests In(IRuleSource source, RulebookOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(Task.Run(() => Rulebook.LoadAsync(source, options)).GetAwaiter().GetResult());
    }

    /// <summary>The tests in the rules of a rulebook.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <returns>The tests.</returns>
    public static RuleTests In(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        return new(rulebook);
    }

    /// <summary>Finds a test by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public RuleTestCase Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.GetValueOrDefault(name) ?? throw new ArgumentException($"There is no test '{name}'.", nameof(name));
    }
}
