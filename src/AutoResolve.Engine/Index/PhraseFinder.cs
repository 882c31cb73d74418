using System.Numerics;
using AutoResolve.Budgets;

namespace AutoResolve.Index;

/// <summary>Finds phrases in the text of an issue. What a list comes to is found once for an issue.</summary>
/// <param name="code">The phrases.</param>
/// <param name="text">The words of the issue.</param>
/// <param name="places">Where they stand in its texts.</param>
/// <param name="pairWords">See <see cref="RuleIndex.PairWords"/>.</param>
internal sealed class PhraseFinder(RuleCode code, TokenizedIssue text, WordPlaces places, byte[] pairWords)
{
    // In each of several lists its places are searched for.
    private const int StepsPerPlace = 4;

    // Only now and then more: the phrases that several conditions share.
    private readonly ListPlaces?[] _lists = new ListPlaces?[code.Lists.Count];

    private readonly ElementTest _elements = new(code, text, places);
    private readonly ListCandidates _candidates = new(code.Lists, text, pairWords);
    private int _epoch;
    private WorkBudget _work = new();

    /// <summary>Whether all phrases are found even where they are denied or excepted.</summary>
    public bool CountsDenied { get; set; }

    /// <summary>Begins with another issue.</summary>
    /// <param name="work">Takes the steps: where there are no more, no more phrases are found.</param>
    public void Begin(WorkBudget work)
    {
        _work = work;
        _epoch++;
        _candidates.Clear();
    }

    /// <summary>Whether the phrase stands in a part of the text.</summary>
    public bool Exists(int phrase, Range part)
    {
        var elements = code.ElementsOf(phrase);
        if (!HasWords(elements, out var rarest))
            return false;
        var counts = Counts(phrase);
        if (rarest < 0)
            return ExistsWithLists(phrase, part, counts);

        // Where every text is searched, that the word is there is enough; where, need not be found out.
        if (elements.Length == 1 && counts && !text.HasCorrections && !_elements.IsSigned(elements[0]))
            return (part.Start.Value == 0 && part.End.Value == text.Count) || !PlacesOf(elements[0], part).IsEmpty;
        var known = text.HasCorrections || _elements.IsSigned(elements[rarest]) ? -1 : rarest;
        var found = PlacesOf(elements[rarest], part);
        if (!TakeFor(found.Length, elements))
            return false;
        foreach (var place in found)
        {
            var start = place - rarest;
            if (
                StandsAt(elements, start, known, part)
                && IsInSentence(phrase, start, elements.Length)
                && (counts || Counts(phrase, start, start + elements.Length))
            )
                return true;
        }

        return false;
    }

    /// <summary>Whether the text has words of all that the phrase is made of.</summary>
    public bool MayExist(int phrase) => HasWords(code.ElementsOf(phrase), out _);

    /// <summary>See <see cref="ListCandidates.First"/>.</summary>
    public int FirstOf(int list) => _candidates.First(list);

    /// <summary>See <see cref="ListCandidates.PointsOf"/>.</summary>
    public int PointsOf(int list) => _candidates.PointsOf(list);

    /// <summary>See <see cref="ListCandidates.Next"/>.</summary>
    public int NextOf(ref int place) => _candidates.Next(ref place);

    /// <summary>Adds every place in a part of the text where the phrase stands and counts, the longest of each first word.</summary>
    public void FindAll(int phrase, Range part, List<PhrasePlace> found)
    {
        var first = found.Count;
        FindEach(phrase, part, found);
        if (found.Count == first || Counts(phrase))
            return;
        var kept = first;
        for (var at = first; at < found.Count; at++)
        {
            if (Counts(phrase, found[at].Start, found[at].End))
                found[kept++] = found[at];
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private void FindEach(int phrase, Range part, List<PhrasePlace> found)
    {
        var elements = code.ElementsOf(phrase);
        if (!HasWords(elements, out var rarest))
            return;
        if (rarest >= 0)
        {
            var known = text.HasCorrections || _elements.IsSigned(elements[rarest]) ? -1 : rarest;
            var places = PlacesOf(elements[rarest], part);
            if (!TakeFor(places.Length, elements))
                return;
            foreach (var place in places)
            {
                if (StandsAt(elements, place - rarest, known, part) && IsInSentence(phrase, place - rarest, elements.Length))
                    found.Add(new PhrasePlace(place - rarest, place - rarest + elements.Length));
            }

            return;
        }

        foreach (var start in StartsOf(elements[0], part))
        {
            var ends = EndsIn(phrase, start, EndsFrom(elements, start) & Inside(start, part.End.Value));
            if (_work.IsOver)
                return;
            if (ends != 0)
                found.Add(new PhrasePlace(start, start + BitOperations.Log2(ends)));
        }
    }

    // The element that the fewest words satisfy; none where the phrase has lists, whose lengths differ.
    private bool HasWords(ReadOnlySpan<int> elements, out int rarest)
    {
        // Most often there is one.
        if (elements.Length == 1)
        {
            var only = elements[0];
            rarest = only < 0 ? -1 : 0;
            return only < 0 ? _candidates.Has(~only) : text.CountOf(Element.TermOf(only)) > 0;
        }

        rarest = -1;
        var hasLists = false;
        var fewest = int.MaxValue;
        for (var element = 0; element < elements.Length; element++)
        {
            if (elements[element] < 0)
            {
                if (!_candidates.Has(~elements[element]))
                    return false;
                hasLists = true;
                continue;
            }

            var count = text.CountOf(Element.TermOf(elements[element]));
            if (count == 0)
                return false;
            if (count < fewest)
                (fewest, rarest) = (count, element);
        }

        if (hasLists)
            rarest = -1;
        return true;
    }

    private bool TakeFor(int places, ReadOnlySpan<int> elements) => _work.Take(1 + ((long)places * elements.Length));

    private bool StandsAt(ReadOnlySpan<int> elements, int start, int known, Range part)
    {
        if (start < part.Start.Value || start + elements.Length > part.End.Value)
            return false;
        for (var element = 0; element < elements.Length; element++)
        {
            if (element != known && !_elements.Satisfies(elements[element], start + element))
                return false;
        }

        return true;
    }

    // Whether it counts wherever it stands. Without a word that denies, nothing is denied.
    private bool Counts(int phrase) => CountsDenied || ((code.EvenDenied[phrase] || !text.MayDeny) && ExceptionsOf(phrase) < 0);

    private bool Counts(int phrase, int start, int end) =>
        !IsExcepted(phrase, start, end) && (code.EvenDenied[phrase] || !text.MayDeny || places.ReasonOf(start, end) is null);

    private int ExceptionsOf(int phrase) => code.Exceptions.Length == 0 ? -1 : code.Exceptions[phrase];

    // What is part of it begins no farther before than it is long, and in the same sentence.
    private bool IsExcepted(int phrase, int start, int end)
    {
        var list = ExceptionsOf(phrase);
        if (list < 0)
            return false;
        var exceptions = PlacesOf(list);

        // What cannot be looked for any more may be there.
        if (_work.IsOver)
            return true;
        foreach (var first in exceptions.StartsIn(Math.Max(0, start - ListPlaces.MaxLength)..end))
        {
            // Each is searched for, and its sentence read to its end.
            var lengths = exceptions.LengthsAt(first);
            if (!_work.Take(StepsPerPlace + BitOperations.Log2(lengths)))
                return true;
            lengths &= Inside(first, places.SentenceEndOf(first, first + BitOperations.Log2(lengths)));
            if (lengths != 0 && first + BitOperations.Log2(lengths) > start)
                return true;
        }

        return false;
    }

    private bool ExistsWithLists(int phrase, Range part, bool counts)
    {
        var elements = code.ElementsOf(phrase);
        foreach (var start in StartsOf(elements[0], part))
        {
            var ends = EndsIn(phrase, start, EndsFrom(elements, start) & Inside(start, part.End.Value));
            if (_work.IsOver)
                return false;
            if (ends != 0 && (counts || Counts(phrase, start, start + BitOperations.Log2(ends))))
                return true;
        }

        return false;
    }

    private ReadOnlySpan<int> StartsOf(int element, Range part) =>
        element > 0 ? PlacesOf(element, part) : PlacesOf(~element).StartsIn(part);

    private ReadOnlySpan<int> PlacesOf(int element, Range part) => text.PlacesOf(Element.TermOf(element), part);

    // A bit for each length that the phrase can have from here; longer phrases are not compiled to this.
    private ulong EndsFrom(ReadOnlySpan<int> elements, int start)
    {
        var reached = 1UL;
        foreach (var element in elements)
        {
            if (!_work.Take(StepsPerPlace * (1 + BitOperations.PopCount(reached))))
                return 0;
            var next = 0UL;
            for (; reached != 0; reached &= reached - 1)
            {
                var words = BitOperations.TrailingZeroCount(reached);
                var place = start + words;
                if (place >= text.Count)
                    break;
                if (element < 0)
                    next |= PlacesOf(~element).LengthsAt(place) << words;
                else if (_elements.Satisfies(element, place))
                    next |= 2UL << words;
            }

            reached = next;
            if (reached == 0)
                break;
        }

        return reached;
    }

    private ulong EndsIn(int phrase, int start, ulong ends) =>
        ends <= 2 || code.AcrossSentences[phrase]
            ? ends
            : ends & Inside(start, places.SentenceEndOf(start, start + BitOperations.Log2(ends)));

    private bool IsInSentence(int phrase, int start, int length) =>
        length == 1 || code.AcrossSentences[phrase] || places.SentenceEndOf(start, start + length) == start + length;

    private static ulong Inside(int start, int end)
    {
        var longest = end - start;
        return longest >= 63 ? ulong.MaxValue : (2UL << longest) - 1;
    }

    private ListPlaces PlacesOf(int list)
    {
        var places = _lists[list] ??= new ListPlaces();
        if (places.Epoch == _epoch)
            return places;

        // First, since a list in the list may need the same one of a phrase before it.
        places.Begin(_epoch);
        var whole = Range.EndAt(text.Count);
        for (var at = _candidates.First(list); at >= 0 && !_work.IsOver; )
            AddPlaces(_candidates.Next(ref at), code.MixedLists[list], whole, places);
        places.End();

        // Who may still look for more does not take these for all.
        if (_work.IsOver)
            places.Forget();
        return places;
    }

    private void AddPlaces(int phrase, bool isMixed, Range whole, ListPlaces places)
    {
        var elements = code.ElementsOf(phrase);
        if (!HasWords(elements, out var rarest))
            return;
        if (rarest < 0)
        {
            foreach (var start in StartsOf(elements[0], whole))
                places.Add(start, isMixed ? EndsIn(phrase, start, EndsFrom(elements, start)) : EndsFrom(elements, start));
            return;
        }

        var known = text.HasCorrections || _elements.IsSigned(elements[rarest]) ? -1 : rarest;
        var found = text.PlacesOf(Element.TermOf(elements[rarest]));
        if (!TakeFor(found.Length, elements))
            return;
        foreach (var place in found)
        {
            if (StandsAt(elements, place - rarest, known, whole) && (!isMixed || IsInSentence(phrase, place - rarest, elements.Length)))
                places.Add(place - rarest, 1UL << elements.Length);
        }
    }
}

/// <summary>Where a phrase stands: its first word, and the place after its last.</summary>
internal readonly record struct PhrasePlace(int Start, int End)
{
    public int Words => End - Start;
}
