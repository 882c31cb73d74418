using AutoResolve.Json;
using AutoResolve.Operators.Phrases;
using AutoResolve.Operators.Points;

namespace AutoResolve.Rules.Linting;

internal sealed class RepeatedPhraseLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var lists = context
            .Sets.SelectMany(set => set.Lists)
            .Select(list => list.Phrases)
            .Concat(ConditionWalker.AllConditions(context.Sets).Select(PhrasesOf));
        foreach (var phrases in lists)
        {
            var first = new Dictionary<string, Located<string>>(StringComparer.OrdinalIgnoreCase);
            foreach (var phrase in phrases)
            {
                var key = string.Join(' ', phrase.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                if (first.TryAdd(key, phrase))
                    continue;
                yield return phrase.Location.Report(
                    LintCodes.RepeatedPhrase,
                    DiagnosticSeverity.Warning,
                    $"'{phrase.Value}' already stands in this list, on line {first[key].Location.Line}. Remove one of the two."
                );
            }
        }
    }

    private static IReadOnlyList<Located<string>> PhrasesOf(Condition condition) =>
        condition switch
        {
            PhrasesCondition phrases => phrases.Phrases,
            PointsCondition points => [.. points.Pointed.Select(pointed => pointed.Phrase)],
            _ => [],
        };
}
