using AutoResolve.Json;
using AutoResolve.Operators.Phrases;

namespace AutoResolve.Rules.Linting;

internal sealed class RepeatedPhraseLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var lists = context
            .Sets.SelectMany(set => set.Lists)
            .Select(list => list.Phrases)
            .Concat(ConditionWalker.AllConditions(context.Sets).OfType<PhrasesCondition>().Select(condition => condition.Phrases));
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
}
