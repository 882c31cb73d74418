using AutoResolve.Words.Inflection;

namespace AutoResolve.Rules.Linting;

/// <summary>Remarks on a language whose words are found only as they are written.</summary>
internal sealed class NoInflectionLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context) =>
        from tag in context.StatedLanguages
        where !Inflector.Known.Contains(WordLanguage.Of(tag.Value))
        select tag.Location.Report(
            LintCodes.NoInflection,
            DiagnosticSeverity.Info,
            $"Of words in the language '{tag.Value}' no forms are known: each is found only as it is written. Write the forms that "
                + $"people use, or the beginning of a word with a star. Forms are known of words in {string.Join(", ", Inflector.Known)}."
        );
}
