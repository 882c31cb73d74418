using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conditions;

/// <summary>Compiles each list once, with the lists it uses.</summary>
internal sealed class ListCompiler(CompilationScope scope)
{
    private const int MaxPhrases = 10_000;
    private const int MaxWords = 50;

    public CompiledList Compile(PhraseList list, RuleSet owner, PhraseReading reading)
    {
        var how = reading.With(owner.Options).With(list.Options);
        if (CompilationScope.PathFrom(scope.ListPath, list) is { } circle)
        {
            ReportCircle(list, circle);
            return new CompiledList(list.Name.Value, how.EvenDenied, how.AcrossSentences);
        }

        return scope.Compile(list, how, () => Compile(list, owner, new Variant(list, how), how));
    }

    private CompiledList Compile(PhraseList list, RuleSet owner, Variant variant, PhraseReading how)
    {
        if (scope.Lists.TryGetValue(variant, out var compiled))
            return compiled;

        compiled = new CompiledList(list.Name.Value, how.EvenDenied, how.AcrossSentences);
        scope.Lists.Add(variant, compiled);
        scope.ListPath.Add(list);
        var phrases = new PhraseCompiler(owner, scope, list.Language);
        compiled.Phrases = scope.Descend<Phrase[]>(list.Name, () =>
            [.. list.Phrases.Select(phrase => phrases.Compile(phrase, phrase.Location.Pointer, how)).OfType<Phrase>()]
        ) ?? [];
        scope.ListPath.RemoveAt(scope.ListPath.Count - 1);
        if (compiled.Size > MaxPhrases || compiled.MaxWords > MaxWords)
            Refuse(list, compiled);
        return compiled;
    }

    // A list that is met while it is being compiled stays without the phrases that lead back to it; the error keeps the rulebook from
    // being used.
    private void ReportCircle(PhraseList list, IEnumerable<PhraseList> circle)
    {
        var names = circle.Select(one => one.Name.Value);
        scope.Report(
            list.Name.Location,
            MatchingCodes.ListCycle,
            $"The list '{list.Name.Value}' uses itself: {string.Join(" -> ", names)}. Take one of these references out."
        );
    }

    private void Refuse(PhraseList list, CompiledList compiled)
    {
        var excess =
            compiled.Size > MaxPhrases
                ? $"{compiled.Size} phrases; at most {MaxPhrases}"
                : $"phrases of {compiled.MaxWords} words; at most {MaxWords}";
        scope.Report(
            list.Name.Location,
            MatchingCodes.LargeList,
            $"With the lists in it written out, the list '{list.Name.Value}' has {excess} are allowed. Split it, "
                + $"or use a prefix such as 'upload*' for the forms of a word."
        );
        compiled.Phrases = [];
    }
}
