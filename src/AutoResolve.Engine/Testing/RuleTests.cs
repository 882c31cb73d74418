using AutoResolve.Sources;

namespace AutoResolve.Testing;

/// <summary>The tests inside the rules of a rulebook: run at once, or as cases of any test framework.</summary>
/// <remarks>
/// At once:
/// <code>
/// var report = RuleTests.In(RuleSource.Folder("rules")).Run();
/// Console.WriteLine($"{report.Passed} passed, {report.Failed} failed, {report.CoveragePercent:0} % of the conditions seen");
/// </code>
/// As cases:
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

    private readonly Rulebook _rulebook;
    private readonly RuleTestRunner _runner;

    private RuleTests(Rulebook rulebook)
    {
        _rulebook = rulebook;
        _runner = new RuleTestRunner(rulebook, rulebook.DefaultLocale);
        Cases =
        [
            .. rulebook
                .Program.Rules.SelectMany(rule => rule.Rule.Tests.Select((_, place) => new RuleTestCase(_runner, rule, place + 1)))
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

    /// <summary>Runs the tests, with the matcher and the decision that resolving uses.</summary>
    /// <param name="ruleIds">The rules whose tests are run; default: all.</param>
    /// <param name="cancellationToken">Ends the run between two tests.</param>
    /// <returns>What came of each test, and which conditions of these rules no test has seen hold, or not hold.</returns>
    /// <exception cref="ArgumentException">There is no rule of one of the ids.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public RuleTestReport Run(IReadOnlyCollection<string>? ruleIds = null, CancellationToken cancellationToken = default)
    {
        if (ruleIds?.FirstOrDefault(id => _rulebook.FindRule(id) is null) is { } unknown)
            throw new ArgumentException($"There is no rule '{unknown}'.", nameof(ruleIds));
        return _runner.Run(rule => ruleIds is null || ruleIds.Contains(rule.Id.Value), cancellationToken);
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
