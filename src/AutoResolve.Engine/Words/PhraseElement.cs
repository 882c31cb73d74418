using AutoResolve.Words.Denials;
using AutoResolve.Words.Variants;

namespace AutoResolve.Words;

/// <summary>One part of a phrase: a word or a list.</summary>
internal abstract class PhraseElement
{
    /// <summary>Whether a phrase denies that has it.</summary>
    public virtual bool Denies => false;

    /// <summary>Whether it may begin somewhere; where not, nothing need be made to find that out.</summary>
    public abstract bool MayBeIn(TokenizedText view);

    /// <summary>Every place where it begins, and every place after it; ascending.</summary>
    public abstract IEnumerable<KeyValuePair<int, int[]>> Find(TokenizedText view);

    /// <summary>Every place after it where it begins at <paramref name="at"/>; ascending, empty where it does not.</summary>
    public abstract IEnumerable<int> EndsAt(TokenizedText view, int at);
}

/// <summary>A word in any of its forms.</summary>
/// <param name="written">The word as its author wrote it, folded.</param>
/// <param name="word">All that it is found as.</param>
/// <param name="spelling">Which typing errors it bears.</param>
/// <param name="isOnly">Whether its author wants no other form.</param>
/// <param name="known">The words of all phrases.</param>
internal sealed class WordElement(string written, WordForms word, SpellingTolerance spelling, bool isOnly, SpellingWords known)
    : PhraseElement
{
    // Few words have some.
    private readonly object? _signs;

    public WordForms Word => word;

    /// <summary>The parts of a phrase that is this word: many phrases are, and share them.</summary>
    public PhraseElement[] Alone => field ??= [this];

    public SpellingTolerance Spelling => spelling;

    public bool IsOnly => isOnly;

    /// <summary>Whether it is also found as the first or last part of a compound.</summary>
    public bool IsInCompounds { get; init; }

    /// <summary>
    /// Its forms as people write them, with their signs: first what its author wrote. What nobody writes ("wified") is left out.
    /// </summary>
    public IReadOnlyList<string> Forms =>
        [
            .. word
                .All.Where(form => IsWritten(form) || CommonSpellings.Contains(form) || form.Any(char.IsAsciiDigit))
                .OrderBy(form => !IsWritten(form))
                .Select(form => Signs.With(form)),
        ];

    /// <summary>The same with all that rules make of it, of a language of which few words are known.</summary>
    public IReadOnlyList<string> AllForms => [.. word.All.OrderBy(form => !IsWritten(form)).Select(form => Signs.With(form))];

    /// <summary>What must stand around it.</summary>
    public WordSigns Signs
    {
        get => _signs is WordSigns signs ? signs : WordSigns.None;
        init => _signs = value;
    }

    public override bool Denies => word.Denies;

    public override bool MayBeIn(TokenizedText view)
    {
        if (word.IsIn(view))
            return true;
        if (!IsReadOtherwise)
            return false;
        var misspelt = view.MisspellingsOf(known.Table);
        for (var place = 0; place < misspelt.Count; place++)
        {
            if (misspelt[place].IsReadAs(this))
                return true;
        }

        return false;
    }

    public override IEnumerable<KeyValuePair<int, int[]>> Find(TokenizedText view) =>
        word.PlacesIn(view)
            .Where(at => HasSigns(view, at))
            .Concat(Misspellings(view).Where(found => found.IsReadAs(this)).Select(found => found.Place))
            .Order()
            .Select(at => KeyValuePair.Create(at, new[] { at + 1 }));

    public override IEnumerable<int> EndsAt(TokenizedText view, int at) =>
        (word.Has(view.Words[at].Folded) && HasSigns(view, at))
        || (IsReadOtherwise && view.MisspellingAt(known.Table, at)?.IsReadAs(this) == true)
            ? [at + 1]
            : [];

    private bool IsWritten(string form) => written.Split(VariantPart.Or).Contains(form, StringComparer.Ordinal);

    private bool HasSigns(TokenizedText view, int at) =>
        Signs == WordSigns.None || Signs.StandAt(view.Text, view.Words[at].Start, view.Words[at].End);

    private IEnumerable<Misspelling> Misspellings(TokenizedText view) => IsReadOtherwise ? view.MisspellingsOf(known.Table) : [];

    private bool IsReadOtherwise => IsInCompounds || spelling is not (SpellingTolerance.None or SpellingTolerance.Aside);
}

/// <summary>The forms of a word, in ordinal order.</summary>
/// <remarks>They are kept as one text: rulebooks have many words, and hardly anything asks for their forms once these are in the
/// index.</remarks>
internal sealed class WordForms(IEnumerable<string> forms)
{
    private readonly string _forms = string.Join(' ', forms.Order(StringComparer.Ordinal));

    public IReadOnlyList<string> All => _forms.Split(' ');

    /// <summary>Whether a phrase denies that has it.</summary>
    public bool Denies { get; } = forms.Any(DenialWords.Instance.Denies);

    public WordForms Copy() => new(All);

    public bool Has(ReadOnlySpan<char> folded)
    {
        foreach (var form in _forms.AsSpan().Split(' '))
        {
            if (_forms.AsSpan()[form].SequenceEqual(folded))
                return true;
        }

        return false;
    }

    public bool Has(string folded) => Has(folded.AsSpan());

    /// <summary>Whether all forms of another word are among them.</summary>
    public bool HasAll(WordForms others)
    {
        if (others == this)
            return true;
        foreach (var form in others._forms.AsSpan().Split(' '))
        {
            if (!Has(others._forms.AsSpan()[form]))
                return false;
        }

        return true;
    }

    /// <summary>Whether one of them is in a text.</summary>
    public bool IsIn(TokenizedText view)
    {
        foreach (var form in _forms.AsSpan().Split(' '))
        {
            if (view.IndexesOf(_forms.AsSpan()[form]).Count > 0)
                return true;
        }

        return false;
    }

    /// <summary>The places of each in a text.</summary>
    public IEnumerable<int> PlacesIn(TokenizedText view)
    {
        for (var start = 0; start <= _forms.Length; )
        {
            var end = _forms.AsSpan(start).IndexOf(' ') is >= 0 and var length ? start + length : _forms.Length;
            foreach (var place in view.IndexesOf(_forms.AsSpan(start..end)))
                yield return place;
            start = end + 1;
        }
    }
}

/// <summary>Every word that begins so.</summary>
internal sealed class PrefixElement(string prefix) : PhraseElement
{
    public string Prefix => prefix;

    public override bool MayBeIn(TokenizedText view) => view.WordsStartingWith(prefix).Any();

    public override IEnumerable<KeyValuePair<int, int[]>> Find(TokenizedText view) =>
        view.WordsStartingWith(prefix)
            .SelectMany(word => view.IndexesOf(word))
            .Order()
            .Select(at => KeyValuePair.Create(at, new[] { at + 1 }));

    public override IEnumerable<int> EndsAt(TokenizedText view, int at) =>
        view.Words[at].Folded.StartsWith(prefix, StringComparison.Ordinal) ? [at + 1] : [];
}

/// <summary>Any phrase of a list.</summary>
internal sealed class ListElement(CompiledList list) : PhraseElement
{
    public CompiledList List => list;

    public override bool Denies => list.Denies;

    public override bool MayBeIn(TokenizedText view) => view.Occurrences(list).Count > 0;

    public override IEnumerable<KeyValuePair<int, int[]>> Find(TokenizedText view) => view.Occurrences(list).OrderBy(found => found.Key);

    public override IEnumerable<int> EndsAt(TokenizedText view, int at) => view.Occurrences(list).TryGetValue(at, out var ends) ? ends : [];
}
