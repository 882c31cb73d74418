namespace AutoResolve.Rules.Linting;

/// <summary>A customer who is answered in Spanish and then given steps in English has not been answered.</summary>
internal sealed class MissingLanguageLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var questions = context.Sets.SelectMany(set => set.Questions).ToLookup(question => question.Name.Value, StringComparer.Ordinal);
        foreach (var rule in context.LiveRules)
        {
            var own = LintContext.TextsOf(rule).Concat(LintContext.AgentTextsOf(rule)).ToList();
            var asked = rule.Then.Ask.SelectMany(asked => questions[asked.Question.Value]).SelectMany(question => question.Texts);
            var languages = own.SelectMany(text => text.Texts).Select(text => text.Key).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            foreach (var text in own.Concat(asked))
            {
                var missing = languages.Except(text.Texts.Select(entry => entry.Key), StringComparer.OrdinalIgnoreCase).ToList();
                // The default language is another lint's.
                missing.RemoveAll(language => language.Equals(context.DefaultLocale, StringComparison.OrdinalIgnoreCase));
                if (missing.Count > 0)
                {
                    yield return text.Location.Report(
                        LintCodes.MissingLanguage,
                        DiagnosticSeverity.Warning,
                        $"This text has no '{string.Join("' and no '", missing)}', which other texts of rule "
                            + $"'{rule.Id.Value}' have: its customers would get a mixture of languages. Add it."
                    );
                }
            }
        }
    }
}
