using System.Globalization;

namespace AutoResolve.Rules.Linting;

/// <summary>People in trouble read worse than they can: an answer should ask for no more than nine years of school.</summary>
internal sealed class ReadingLevelLint : ILint
{
    private const double Hardest = 9;

    /// <summary>The measure jumps with a single word where there are fewer.</summary>
    private const int MinWords = 30;

    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        foreach (var rule in context.LiveRules)
        {
            var english = LintContext
                .TextsOf(rule)
                .SelectMany(text => text.Texts)
                .Where(text => IsEnglish(text.Key))
                .Select(text => text.Value)
                .ToList();
            var said = string.Join('\n', english.Select(text => text.Value));
            if (ReadingLevel.MostWords(said) < MinWords)
                continue;
            var (grade, words) = ReadingLevel.Of(said);
            if (words >= MinWords && grade > Hardest)
            {
                yield return english[0]
                    .Location.Report(
                        LintCodes.HardToRead,
                        DiagnosticSeverity.Warning,
                        $"What rule '{rule.Id.Value}' tells customers asks for "
                            + $"{grade.ToString("0.0", CultureInfo.InvariantCulture)} years of school "
                            + $"(Flesch-Kincaid grade, {words} words); {Hardest} are enough. Cut sentences in "
                            + $"two and take shorter words."
                    );
            }
        }
    }

    private static bool IsEnglish(string locale) => locale.Split('-')[0].Equals("en", StringComparison.OrdinalIgnoreCase);
}
