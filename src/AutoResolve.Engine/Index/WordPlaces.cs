using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>Where the words of an issue stand in its texts.</summary>
internal sealed class WordPlaces(TokenizedIssue text)
{
    private readonly List<Piece> _pieces = [];

    /// <summary>Begins with another issue.</summary>
    public void Clear() => _pieces.Clear();

    /// <summary>Notes a text; to be called in the order in which <see cref="TokenizedIssue"/> reads them.</summary>
    /// <param name="view">The text.</param>
    /// <param name="words">Its words among those of the issue.</param>
    public void Add(TokenizedText view, Range words) => _pieces.Add(new Piece(view, words));

    /// <summary>The words of one of several texts that were read one after the other.</summary>
    /// <param name="texts">The words of all of them.</param>
    /// <param name="number">Its number among them.</param>
    public Range WordsOf(Range texts, int number) =>
        _pieces[_pieces.FindIndex(piece => piece.Words.Start.Equals(texts.Start)) + number].Words;

    /// <summary>The text in which a word stands.</summary>
    public TokenizedText ViewOf(int word)
    {
        var piece = 0;
        while (_pieces[piece].Words.End.Value <= word)
            piece++;
        return _pieces[piece].View;
    }

    /// <summary>Why what stands there does not count; null where it does.</summary>
    /// <param name="start">The first word.</param>
    /// <param name="end">The place after the last.</param>
    public DenialReason? ReasonOf(int start, int end)
    {
        var piece = 0;
        while (_pieces[piece].Words.End.Value <= start)
            piece++;
        var first = _pieces[piece].Words.Start.Value;
        return _pieces[piece].View.Denials.ReasonOf(start - first, end - first);
    }

    /// <summary>The place after the last word of the sentence in which a word stands.</summary>
    /// <param name="word">The word.</param>
    /// <param name="end">The place up to which it matters: no later one is told.</param>
    public int SentenceEndOf(int word, int end)
    {
        var view = ViewOf(word);
        for (var at = word + 1; at < end; at++)
        {
            var (before, after) = (text.RangeOf(at - 1), text.RangeOf(at));
            if (after.Length == 0 || SentenceEnds.IsBetween(view.Text, before.Start, before.End, after.Start))
                return at;
        }

        return end;
    }

    /// <summary>The characters from the first word to the last.</summary>
    public TextRange Of(PhrasePlace place)
    {
        var start = text.RangeOf(place.Start).Start;
        return new TextRange(start, text.RangeOf(place.End - 1).End - start);
    }

    private readonly record struct Piece(TokenizedText View, Range Words);
}
