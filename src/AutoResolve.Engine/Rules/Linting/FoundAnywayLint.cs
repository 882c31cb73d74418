using AutoResolve.Operators.Phrases;
using AutoResolve.Words;

namespace AutoResolve.Rules.Linting;

/// <summary>Remarks on a phrase of a list that another phrase of it finds anyway.</summary>
/// <remarks>Not in guards, where saying a thing twice costs nothing and may once save somebody.</remarks>
internal sealed class FoundAnywayLint : ILint
{
    // Of so few each is compared with each.
    private const int Few = 8;

    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var phrases = new PhraseLists(context);
        return from set in context.Sets
            where !set.Guard
            from list in set.Lists.Select(list => phrases.Of(set, list)).Concat(AnyOfsOf(set, phrases))
            from diagnostic in Check(list)
            select diagnostic;
    }

    private static IEnumerable<IReadOnlyList<ListedPhrase>> AnyOfsOf(RuleSet set, PhraseLists phrases) =>
        ConditionWalker
            .AllConditions([set])
            .OfType<PhrasesCondition>()
            .Where(condition => condition is { RequireAll: false, Phrases.Count: > 1 })
            .Select(condition => phrases.Of(set, condition, condition.Phrases));

    private static IEnumerable<Diagnostic> Check(IReadOnlyList<ListedPhrase> list)
    {
        var byForm = list.Count > Few ? ByForm(list) : null;
        var inCompounds = byForm is null ? [] : list.Where(phrase => phrase.Phrase.Wordings.Any(IsInCompounds)).ToList();
        for (var place = 0; place < list.Count; place++)
        {
            var phrase = list[place];
            var others = byForm is null ? list : byForm[KeysOf(phrase.Phrase.Wordings[0]).First()].Concat(inCompounds);
            if (others.FirstOrDefault(other => Repeats(phrase, place, other, list)) is { } found)
                yield return phrase.Written.Location.Report(
                    LintCodes.FoundAnyway,
                    DiagnosticSeverity.Info,
                    $"'{phrase.Written.Value}' is found by '{found.Written.Value}' (line {found.Written.Location.Line}) anyway. Take "
                        + "it out."
                );
        }
    }

    private static ILookup<(int Count, string Form), ListedPhrase> ByForm(IEnumerable<ListedPhrase> list) =>
        list.SelectMany(phrase => phrase.Phrase.Wordings.SelectMany(KeysOf).Distinct().Select(key => (key, phrase)))
            .ToLookup(pair => pair.key, pair => pair.phrase);

    // Of two that find the same the first stays; what stands twice is another message.
    private static bool Repeats(ListedPhrase phrase, int place, ListedPhrase other, IReadOnlyList<ListedPhrase> list) =>
        PhraseCover.Finds(other.Phrase, phrase.Phrase)
        && !phrase.Key.Equals(other.Key, StringComparison.OrdinalIgnoreCase)
        && (!PhraseCover.Finds(phrase.Phrase, other.Phrase) || list.Take(place).Contains(other));

    // Its words are also found as parts of words that do not begin as they do.
    private static bool IsInCompounds(Phrase wording) => wording.Elements[0] is WordElement { IsInCompounds: true };

    // Whatever finds a wording has as many parts, and a first one that finds its first.
    private static IEnumerable<(int Count, string Form)> KeysOf(Phrase wording) =>
        (
            wording.Elements[0] switch
            {
                WordElement word => word.Word.All,
                ListElement list => ["@" + list.List.Name],
                _ => (IReadOnlyList<string>)["*"],
            }
        ).Select(form => (wording.Elements.Count, form));
}
