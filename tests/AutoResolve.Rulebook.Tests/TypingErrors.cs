using System.Text;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>The rules' own tests with one typing error in a word that decides: what becomes of the decision.</summary>
/// <remarks>
/// <code>
/// dotnet test tests/AutoResolve.Rulebook.Tests --filter TypingErrorTests --logger "console;verbosity=detailed"
/// </code>
/// </remarks>
internal static class TypingErrors
{
    private const int MinLength = 5;

    // The keys around each, on a keyboard as in the United States.
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>Every error of every kind in every word that decides, each at a place that depends on the word alone.</summary>
    public static IReadOnlyList<TypingError> All { get; } = [.. Shipped.Rules.SelectMany(Of)];

    private static IEnumerable<TypingError> Of(Rule rule)
    {
        if (rule.Status != RuleStatus.Active)
            yield break;
        foreach (var test in rule.Tests.Where(test => test.Match))
        {
            var issue = test.Issue;
            var evaluation = Evaluate(issue);
            if (evaluation.Decide().Resolution.Rule?.Id != rule.Id.Value)
                continue;
            foreach (var word in DecidingWords(evaluation, rule, issue))
            {
                foreach (var kind in Enum.GetValues<ErrorKind>())
                {
                    if (Misspell(word.Folded, kind) is not { } misspelt || misspelt == word.Folded)
                        continue;
                    var typed = issue with { Text = issue.Text[..word.Start] + misspelt + issue.Text[word.End..] };
                    yield return new TypingError(
                        rule,
                        kind,
                        word.Folded,
                        misspelt,
                        CommonSpellings.Contains(Encoding.UTF8.GetBytes(misspelt)),
                        Decide(typed),
                        typed.Text
                    );
                }
            }
        }
    }

    private static Resolution Decide(Issue issue) => Evaluate(issue).Decide().Resolution;

    private static Evaluation Evaluate(Issue issue) =>
        Shipped.Book.Evaluate(issue, new EvaluationContext { Today = new DateOnly(2026, 11, 23) });

    private static IEnumerable<Word> DecidingWords(Evaluation evaluation, Rule rule, Issue issue) =>
        Tokenizer
            .Read(issue.Text)
            .Where(word => word.Folded.Length >= MinLength && word.Length == word.Folded.Length && word.Folded.All(char.IsAsciiLetterLower))
            .Where(word =>
                evaluation
                    .Matches.Single(match => match.Rule.Id == rule.Id.Value)
                    .Evidence.Any(evidence =>
                        evidence.Source == "text" && word.Start >= evidence.Start && word.End <= evidence.Start + evidence.Length
                    )
            );

    private static string? Misspell(string word, ErrorKind kind)
    {
        // Any number that differs from word to word, and is the same each time.
        var at = (int)(word.Aggregate(17u + (uint)kind, (sum, letter) => (sum * 31) + letter) % (uint)word.Length);
        return kind switch
        {
            ErrorKind.Dropped => word.Remove(at, 1),
            ErrorKind.Doubled => word.Insert(at, word[at].ToString()),
            ErrorKind.Swapped when at + 1 < word.Length => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            ErrorKind.Swapped => word[..(at - 1)] + word[at] + word[at - 1],
            _ => Neighbour(word[at]) is { } near ? word[..at] + near + word[(at + 1)..] : null,
        };
    }

    private static char? Neighbour(char letter)
    {
        var row = Rows.FirstOrDefault(keys => keys.Contains(letter));
        if (row is null)
            return null;
        var place = row.IndexOf(letter);
        return place + 1 < row.Length ? row[place + 1] : row[place - 1];
    }
}

/// <summary>An error in a word that decides, and what is decided then.</summary>
internal sealed record TypingError(Rule Rule, ErrorKind Kind, string Word, string Misspelt, bool IsWord, Resolution Decision, string Text)
{
    public bool IsKept => Decision.Rule?.Id == Rule.Id.Value;

    /// <summary>Of a guard's: another guard is as good.</summary>
    public bool IsGuarded => Decision.Outcome == Outcome.Escalated && Decision.Rule is { } rule && Shipped.IsGuard(rule.Id);

    /// <summary>Whether no person looks at it at once.</summary>
    public bool IsLeftToMachine =>
        Decision.Outcome is Outcome.Answered or Outcome.Fixed or Outcome.Asked or Outcome.Routed or Outcome.Ignored;
}

/// <summary>A kind of typing error.</summary>
internal enum ErrorKind
{
    Dropped,
    Doubled,
    Swapped,
    Neighbour,
}
