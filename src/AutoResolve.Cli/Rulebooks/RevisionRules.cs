using AutoResolve.Cli.Running;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Cli.Rulebooks;

/// <summary>Loads rules from a folder, or from a revision of the git repository around the rules folder.</summary>
internal static class RevisionRules
{
    private const string SourceFailed = "AR1034";

    /// <param name="name">A folder, or a git revision.</param>
    /// <param name="folder">The rules folder, for a revision.</param>
    /// <param name="purpose">What they are loaded for.</param>
    /// <param name="terminal">The clock.</param>
    /// <exception cref="CommandFailure">It is neither, or its rules have errors.</exception>
    public static Rulebook Load(string name, string folder, RulebookPurpose purpose, Terminal terminal)
    {
        var source = Directory.Exists(name) ? RuleSource.Folder(name) : RuleSource.GitRevision(folder, name);
        var result = RulebookLoader.TryLoad(source, new RulebookOptions(), purpose, terminal);
        if (result.Rulebook is { } rulebook)
            return rulebook;
        var error = result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        throw CommandFailure.Environment(
            error.Code == SourceFailed && !Directory.Exists(name)
                ? $"'{name}' is neither a folder nor a revision that can be read. {error.Message}"
                : $"The rules of '{name}' have errors, such as {error}"
        );
    }
}
