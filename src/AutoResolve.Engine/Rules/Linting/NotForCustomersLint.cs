namespace AutoResolve.Rules.Linting;

/// <summary>Promises that nobody can keep and words of the desk do not belong in what customers read.</summary>
internal sealed class NotForCustomersLint : ILint
{
    /// <summary>The shared list by which a desk adds words of its own.</summary>
    public const string OwnList = "neverSay";

    private static readonly string[] Words =
    [
        "guarantee",
        "guaranteed",
        "guarantees",
        "we promise",
        "I promise",
        "as soon as possible",
        "will be fixed",
        "will fix this",
        "tier 1",
        "tier 2",
        "tier 3",
        "tier one",
        "tier two",
        "tier three",
        "escalate",
        "escalated",
        "escalation",
        "workaround",
        "work around",
        "known defect",
        "root cause",
        "back end",
        "backend",
        "front end",
        "frontend",
        "Jira",
        "ServiceNow",
        "GitHub",
        "SLA",
        "end user",
    ];

    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var phrases = Words
            .Concat(
                context
                    .Sets.SelectMany(set => set.Lists)
                    .Where(list => list.Name.Value == OwnList)
                    .SelectMany(list => list.Phrases)
                    .Select(phrase => phrase.Value)
            )
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(phrase => (Phrase: phrase, Padded: Spaced(phrase)))
            .ToList();
        return from text in context.CustomerTexts
            from language in text.Texts
            let padded = Spaced(language.Value.Value)
            from phrase in phrases
            where padded.Contains(phrase.Padded, StringComparison.OrdinalIgnoreCase)
            select language.Value.Location.Report(
                LintCodes.NotForCustomers,
                DiagnosticSeverity.Warning,
                $"'{phrase.Phrase}' is a promise or a word of the desk, and this text is for customers. Say what "
                    + $"they can do or expect, in their words."
            );
    }

    /// <summary>The words with one space around each, so that whole words are found.</summary>
    private static string Spaced(string text)
    {
        var words = string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
        return $" {string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
    }
}
