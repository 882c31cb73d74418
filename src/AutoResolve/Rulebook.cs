using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Rules.Model;

namespace AutoResolve;

/// <summary>All rules of a folder, read, checked and compiled. Immutable and safe for any number of threads.</summary>
public sealed class Rulebook
{
    internal Rulebook(string revision, IReadOnlyList<RuleSet> sets, RuleProgram program, IReadOnlyList<Diagnostic> diagnostics) =>
        (Revision, Sets, Program, Diagnostics) = (revision, sets, program, diagnostics);

    /// <summary>A hash of the content of all rule files: equal content, equal revision, whatever the machine.</summary>
    public string Revision { get; }

    /// <summary>The rules, retired ones included, by id.</summary>
    public IReadOnlyList<RuleReference> Rules => throw new NotImplementedException();

    /// <summary>What lint remarked on; no errors.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    internal IReadOnlyList<RuleSet> Sets { get; }

    internal RuleProgram Program { get; }

    /// <summary>Loads all rule files of a folder and its sub-folders.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How; default: <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="timeProvider">The clock by which lint judges dates; default: the system's.</param>
    /// <exception cref="RulebookException">There is an error; it lists all of them.</exception>
    public static Rulebook Load(string folder, RulebookOptions? options = null, TimeProvider? timeProvider = null) => throw new NotImplementedException();

    /// <summary>Loads like <see cref="Load"/>, and returns errors instead of throwing them.</summary>
    public static RulebookLoadResult TryLoad(string folder, RulebookOptions? options = null, TimeProvider? timeProvider = null) => throw new NotImplementedException();

    internal static RulebookLoadResult TryLoad(IReadOnlyList<RuleFile> files, RulebookOptions options, TimeProvider timeProvider) => throw new NotImplementedException();
}
