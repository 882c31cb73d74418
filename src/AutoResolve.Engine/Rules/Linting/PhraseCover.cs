using System.Runtime.CompilerServices;
using System.Text;
using AutoResolve.Words;

namespace AutoResolve.Rules.Linting;

/// <summary>Tells whether one phrase finds all that another one finds.</summary>
internal static class PhraseCover
{
    private static readonly ConditionalWeakTable<WordForms, Compounds> CompoundsOf = [];

    /// <summary>Whether <paramref name="one"/> stands wherever <paramref name="other"/> does, and weighs no less there.</summary>
    public static bool Finds(Phrase one, Phrase other) =>
        one.MinWords >= other.MinWords
        && (one.EvenDenied || one.Denies || !other.Denies)
        && (one.AcrossSentences || !other.AcrossSentences)
        && other.Wordings.All(wording => one.Wordings.Any(own => Find(own.Elements, wording.Elements)));

    /// <summary>Whether <paramref name="one"/> stands in each wording of <paramref name="other"/>, wherever that does.</summary>
    public static bool IsIn(Phrase one, Phrase other) =>
        other.Wordings.All(wording => one.Wordings.Any(own => IsIn(own.Elements, wording.Elements)));

    /// <summary>Whether a word of one may be a word of the other.</summary>
    public static bool MayOverlap(Phrase one, Phrase other)
    {
        var elements = ElementsOf(other).ToList();
        return ElementsOf(one).Any(element => elements.Exists(theirs => MayBeOne(element, theirs)));
    }

    private static bool IsIn(IReadOnlyList<PhraseElement> some, IReadOnlyList<PhraseElement> others) =>
        Enumerable
            .Range(0, Math.Max(0, others.Count - some.Count + 1))
            .Any(start => some.Zip(others.Skip(start)).All(pair => Finds(pair.First, pair.Second)));

    private static bool Find(IReadOnlyList<PhraseElement> some, IReadOnlyList<PhraseElement> others) =>
        some.Count == others.Count && Finds(some[0], others[0]) && some.Zip(others).Skip(1).All(pair => Finds(pair.First, pair.Second));

    private static bool Finds(PhraseElement one, PhraseElement other) =>
        (one, other) switch
        {
            (WordElement word, WordElement theirs) => (word.Signs == theirs.Signs || word.Signs == WordSigns.None)
                && (word.Spelling == theirs.Spelling || theirs.Spelling is SpellingTolerance.None or SpellingTolerance.Aside)
                && (word.IsInCompounds || !theirs.IsInCompounds)
                && (word.Word.HasAll(theirs.Word) || theirs.Word.All.All(form => word.Word.Has(form) || IsPart(word, form))),
            (PrefixElement prefix, PrefixElement theirs) => theirs.Prefix.StartsWith(prefix.Prefix, StringComparison.Ordinal),
            (ListElement list, ListElement theirs) => ReferenceEquals(list.List, theirs.List),
            _ => false,
        };

    // "Konto" in "Girokonto", where the author wants compounds.
    private static bool IsPart(WordElement word, string form)
    {
        if (!word.IsInCompounds || !word.Word.All.Any(part => form.Contains(part, StringComparison.Ordinal)))
            return false;
        List<int> found = [];
        CompoundsOf.GetValue(word.Word, static forms => new Compounds(forms.All)).Find(Encoding.UTF8.GetBytes(form), found);
        return found.Count > 0;
    }

    private static IEnumerable<PhraseElement> ElementsOf(Phrase phrase) =>
        phrase.Elements.SelectMany(element =>
            element is ListElement { List: var list } ? list.Phrases.SelectMany(ElementsOf) : (IEnumerable<PhraseElement>)[element]
        );

    private static bool MayBeOne(PhraseElement one, PhraseElement other) =>
        (one, other) switch
        {
            (WordElement word, WordElement theirs) => theirs.Word.All.Any(word.Word.Has),
            (PrefixElement prefix, WordElement word) => Begins(word, prefix),
            (WordElement word, PrefixElement prefix) => Begins(word, prefix),
            (PrefixElement prefix, PrefixElement theirs) => prefix.Prefix.StartsWith(theirs.Prefix, StringComparison.Ordinal)
                || theirs.Prefix.StartsWith(prefix.Prefix, StringComparison.Ordinal),
            _ => false,
        };

    private static bool Begins(WordElement word, PrefixElement prefix) =>
        word.Word.All.Any(form => form.StartsWith(prefix.Prefix, StringComparison.Ordinal));
}
