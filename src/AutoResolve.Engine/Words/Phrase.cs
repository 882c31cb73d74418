using System.Text;

namespace AutoResolve.Words;

/// <summary>A phrase of a rule: parts that stand next to each other, in order.</summary>
/// <param name="source">The phrase as its author wrote it.</param>
/// <param name="pointer">Its JSON pointer.</param>
/// <param name="elements">Its parts.</param>
/// <param name="traits">How it is read.</param>
internal sealed class Phrase(string source, string pointer, PhraseElement[] elements, PhraseTraits traits)
{
    private const int StepsPerStart = 40;

    private readonly ushort _minWords;

    private readonly bool _hasSigns = Array.Exists(elements, element => element switch
        {
            WordElement word => word.Signs.HasSigns,
            ListElement { List: { Name: CompiledList.OfWordings } all } => all.Phrases.Any(phrase => phrase._hasSigns),
            _ => false,
        });

    /// <summary>The phrase as its author wrote it.</summary>
    public string Source => source;

    /// <summary>Which typing errors its words bear.</summary>
    public SpellingTolerance Spelling => traits.Spelling;

    /// <summary>Whether it is also found where its sentence denies it.</summary>
    public bool EvenDenied => traits.EvenDenied;

    /// <summary>Phrases of which it may be no part where it stands; null where there are none.</summary>
    public CompiledList? Exceptions => traits.Exceptions;

    /// <summary>Whether it may run on over the end of a sentence.</summary>
    public bool AcrossSentences => traits.AcrossSentences;

    /// <summary>Whether it denies by itself: "not open", "unable to", a list with such a phrase.</summary>
    public bool Denies { get; } = Array.Exists(elements, element => element.Denies);

    /// <summary>The phrase in words: a list is named by its first phrases, and the signs for forms of words are left out.</summary>
    public string InWords =>
        source.Contains('@', StringComparison.Ordinal) || source.Contains('=', StringComparison.Ordinal)
            ? string.Join(' ', source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(ChunkInWords))
            : source;

    /// <summary>
    /// How much it tells that the phrase stands in a text: the rarer its words, the more; 0 where all of them are words that any text has.
    /// Set once, when all phrases of a rulebook are known.
    /// </summary>
    public int Telling { get; set; }

    /// <summary>Its JSON pointer, as evidence gives it.</summary>
    public string Pointer => pointer;

    public IReadOnlyList<PhraseElement> Elements => elements;

    /// <summary>Why it is one with what its author wrote.</summary>
    public IReadOnlyList<WordingKind> Kinds => traits.Kinds;

    /// <summary>Itself, or the wordings of which it is any.</summary>
    public IReadOnlyList<Phrase> Wordings =>
        elements is [ListElement { List: { Name: CompiledList.OfWordings } all }] ? all.Phrases : [this];

    /// <summary>How many phrases it is with its lists written out, each in its place.</summary>
    public long Size => Math.Max(1, elements.OfType<ListElement>().Sum(element => element.List.Size));

    /// <summary>
    /// The fewest words it can have, and how specific it is wherever it stands: which of several synonyms somebody uses says nothing of
    /// their matter.
    /// </summary>
    public required int MinWords
    {
        get => _minWords;
        init => _minWords = checked((ushort)value);
    }

    /// <summary>The most words it can have.</summary>
    public long MaxWords => elements.Sum(element => element is ListElement list ? list.List.MaxWords : 1);

    /// <summary>Every occurrence that counts, the longest of each start, by start.</summary>
    public IEnumerable<Occurrence> Find(TokenizedText view) =>
        elements[0].MayBeIn(view) ? FindEach(view).Where(found => ReasonOf(found, view) is null) : [];

    /// <summary>Every occurrence that does not count, likewise, and why.</summary>
    public IEnumerable<(Occurrence Place, DenialReason Reason)> FindDenied(TokenizedText view)
    {
        if (EvenDenied && Exceptions is null)
            yield break;
        foreach (var found in FindEach(view))
        {
            if (ReasonOf(found, view) is { } reason)
                yield return (found, reason);
        }
    }

    /// <summary>By first word, ascending, the places after the last word, ascending.</summary>
    /// <param name="view">The text.</param>
    /// <param name="isWithin">Whether none is wanted that runs over the end of a sentence.</param>
    public IEnumerable<KeyValuePair<int, int[]>> FindAll(TokenizedText view, bool isWithin = false) =>
        elements[0].MayBeIn(view) ? FindFromEach(view, isWithin) : [];

    private IEnumerable<KeyValuePair<int, int[]>> FindFromEach(TokenizedText view, bool isWithin)
    {
        foreach (var (start, ends) in elements[0].Find(view))
        {
            if (view.Work?.Take(StepsPerStart * elements.Length) == false)
                yield break;
            IEnumerable<int> reached = ends;
            for (var part = 1; part < elements.Length; part++)
                reached = new SortedSet<int>(reached.SelectMany(at => Continue(view, elements[part], at)));
            var all = isWithin ? reached.Where(end => end <= view.SentenceEndOf(start)).ToArray() : reached.ToArray();
            if (all.Length > 0)
                yield return KeyValuePair.Create(start, all);
        }
    }

    // With the lists in it written out.
    private IEnumerable<WordElement> Words =>
        elements.SelectMany(element =>
            element switch
            {
                WordElement word => [word],
                ListElement { List: var list } => list.Phrases.SelectMany(phrase => phrase.Words),
                _ => (IEnumerable<WordElement>)[],
            }
        );

    /// <summary>How an occurrence is read where a word of it is misspelt; null where none is.</summary>
    /// <param name="view">The text.</param>
    /// <param name="characters">The occurrence.</param>
    public string? ReadAs(TokenizedText view, TextRange characters)
    {
        if (Spelling is SpellingTolerance.None or SpellingTolerance.Aside)
            return null;
        StringBuilder? read = null;
        var piece = view.Text.Slice(characters.Start, characters.Length);
        var at = 0;
        foreach (var word in Tokenizer.Read(piece, [new TextRange(0, piece.Length)]))
        {
            if (
                Misspelling.Of(word.Folded, word.Position, traits.Known.Table) is not { } misspelt
                || Words.Select(misspelt.MeaningAs).FirstOrDefault(meant => meant is not null) is not { } meant
            )
                continue;
            (read ??= new StringBuilder()).Append(piece[at..word.Start]).Append(meant);
            at = word.End;
        }

        return read?.Append(piece[at..]).ToString();
    }

    /// <summary>An occurrence with the signs that its author wrote: "c#" where "c" alone is the word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">From the first word to the last.</param>
    public TextRange WithSigns(ReadOnlySpan<char> text, TextRange words)
    {
        if (!_hasSigns)
            return words;
        var (before, behind) = (0, 0);
        foreach (var phrase in Wordings)
        {
            if (phrase.Elements[0] is WordElement first)
                before = Math.Max(before, first.Signs.LengthBefore(text[..words.Start]));
            if (phrase.Elements[^1] is WordElement last)
                behind = Math.Max(behind, last.Signs.LengthBehind(text[words.End..]));
        }

        return new TextRange(words.Start - before, before + words.Length + behind);
    }

    // No idiom runs over the end of a sentence, wherever phrases may: what one sentence says takes nothing from the next.
    private static bool IsPartOf(Occurrence found, KeyValuePair<int, int[]> exception, TokenizedText view)
    {
        var sentence = view.SentenceEndOf(exception.Key);
        return exception.Value.Any(end => end > found.Start && end <= sentence);
    }

    // What cannot be looked for any more may be there.
    private static bool IsExcepted(Occurrence found, CompiledList exceptions, TokenizedText view)
    {
        var all = view.Occurrences(exceptions);
        return view.Work?.Take(all.Count) == false || all.Any(other => other.Key < found.End && IsPartOf(found, other, view));
    }

    private DenialReason? ReasonOf(Occurrence found, TokenizedText view)
    {
        if (Exceptions is not null && IsExcepted(found, Exceptions, view))
            return DenialReason.Excepted;
        return EvenDenied ? null : view.ReasonOf(found);
    }

    private IEnumerable<Occurrence> FindEach(TokenizedText view) =>
        AcrossSentences
            ? FindAll(view).Select(found => new Occurrence(found.Key, found.Value[^1]))
            : from found in FindAll(view)
            let end = Array.FindLast(found.Value, end => end <= view.SentenceEndOf(found.Key))
            where end > 0
            select new Occurrence(found.Key, end);

    private string ChunkInWords(string chunk) =>
        chunk.StartsWith('@')
        && Wordings[0].Elements.OfType<ListElement>().FirstOrDefault(element => element.List.Name == chunk[1..]) is { } list
            ? list.List.InWords
            : chunk.TrimStart('=');

    private static IEnumerable<int> Continue(TokenizedText view, PhraseElement element, int at) =>
        at < view.Words.Count && view.Words[at].Position == view.Words[at - 1].Position + 1 ? element.EndsAt(view, at) : [];
}

/// <summary>Where a phrase stands: its first word, and the place after its last.</summary>
internal readonly record struct Occurrence(int Start, int End)
{
    public int Words => End - Start;
}
