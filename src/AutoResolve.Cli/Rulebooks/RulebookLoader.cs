using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Cli.Rulebooks;

/// <summary>Loads the rulebook for a command.</summary>
internal static class RulebookLoader
{
    public static RulebookLoadResult TryLoad(RulebookSource source, Terminal terminal) =>
        TryLoad(RuleSource.Folder(source.Folder), source.Options, source.Terms, terminal);

    public static RulebookLoadResult TryLoad(IRuleSource source, RulebookOptions options, RulebookPurpose terms, Terminal terminal) =>
        Rulebook.TryLoadAsync(source, options, terms, terminal.Time).GetAwaiter().GetResult();

    /// <summary>Loads, or lists all errors on standard error and ends the command.</summary>
    /// <exception cref="CommandFailure">There are errors.</exception>
    public static Rulebook Load(RulebookSource source, Terminal terminal)
    {
        var result = TryLoad(source, terminal);
        if (result.Rulebook is { } rulebook)
            return rulebook;
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        DiagnosticText.Write(errors, source.Folder, terminal.Error);
        throw new CommandFailure(
            ExitCode(errors),
            $"The rules in '{source.Folder}' have {Plural.Of(errors.Count, "error")}; nothing was done."
        );
    }

    /// <summary>Tells what cannot be read from what is written wrong.</summary>
    public static int ExitCode(IEnumerable<Diagnostic> errors) =>
        errors.Any(error => error.IsReadFailure) ? ExitCodes.Environment : ExitCodes.Findings;
}
