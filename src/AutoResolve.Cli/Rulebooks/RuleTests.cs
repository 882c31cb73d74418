using AutoResolve.Testing;

namespace AutoResolve.Cli.Rulebooks;

/// <summary>Runs the tests of a rulebook for a command.</summary>
internal static class RuleTests
{
    /// <param name="rulebook">The rules.</param>
    /// <param name="options">How they were loaded.</param>
    /// <param name="ids">The rules whose tests are run; all where empty.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static RuleTestReport Run(Rulebook rulebook, RulebookOptions options, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        new RuleTestRunner(rulebook, options.DefaultLocale).Run(rule => ids.Count == 0 || ids.Contains(rule.Id.Value), cancellationToken);
}
