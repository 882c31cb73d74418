using AutoResolve.Matching.Phrases;
using AutoResolve.Rules.Model;

namespace AutoResolve.Matching.Compiling;

/// <summary>Compiles each list once, with the lists it uses.</summary>
internal sealed class ListCompiler(CompilationScope scope)
{
    public CompiledList Compile(PhraseList list, RuleSet owner)
    {
        if (scope.Lists.TryGetValue(list, out var compiled))
            return compiled;
        compiled = new CompiledList(list.Name.Value);
        scope.Lists.Add(list, compiled);

        // A list that uses itself stays empty, so that searching it ends; the error keeps the rulebook from being used.
        if (References.Circle(list, owner, scope) is { } circle)
        {
            scope.Report(
                list.Name.Location,
                MatchingCodes.ListCycle,
                $"The list '{list.Name.Value}' uses itself: {string.Join(" -> ", circle)}. Take one of these references out.");
            return compiled;
        }

        var phrases = new PhraseCompiler(owner, scope);
        compiled.Phrases = scope.Descend<Phrase[]>(list.Name, () => [.. list.Phrases.Select(phrase => phrases.Compile(phrase, phrase.Location.Pointer)).OfType<Phrase>()]) ?? [];
        return compiled;
    }
}
