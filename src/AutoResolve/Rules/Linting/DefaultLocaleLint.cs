using AutoResolve.Rules.Model;

namespace AutoResolve.Rules.Linting;

/// <summary>Whoever has no text in their language gets the default one, so it must exist.</summary>
internal sealed class DefaultLocaleLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var texts = context.LiveRules
            .SelectMany(rule => rule.Then.Steps.Select(step => step.Say).Append(rule.Then.Answer))
            .Concat(context.Sets.SelectMany(set => set.Questions).Select(question => question.Say));
        foreach (var text in texts.OfType<LocalizedText>())
        {
            if (text.Texts.Any(entry => entry.Key.Equals(context.DefaultLocale, StringComparison.OrdinalIgnoreCase)))
                continue;
            yield return text.Location.Report(
                LintCodes.MissingDefaultLocale,
                DiagnosticSeverity.Warning,
                $"This text has no '{context.DefaultLocale}', the language for everyone whose own language is missing. Add \"{context.DefaultLocale}\".");
        }
    }
}
