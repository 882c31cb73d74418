using System.Runtime.InteropServices;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>Where the words of an issue stand in its texts. Read only where somebody asks, which is where a rule matches.</summary>
internal sealed class WordPlaces
{
    private readonly WordScanner _scanner = new();
    private readonly List<Piece> _pieces = [];
    private readonly List<TextRange> _words = [];
    private readonly List<int> _sentenceEnds = [];
    private int _located;

    /// <summary>Begins with another issue.</summary>
    public void Clear()
    {
        _pieces.Clear();
        _words.Clear();
        _sentenceEnds.Clear();
        _located = 0;
    }

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
    public int SentenceEndOf(int word)
    {
        if (_sentenceEnds.Count <= word)
            FindSentences();
        return _sentenceEnds[word];
    }

    private void FindSentences()
    {
        while (_located < _pieces.Count)
            Locate(_pieces[_located++].View);
        CollectionsMarshal.SetCount(_sentenceEnds, _words.Count);
        foreach (var (view, places) in _pieces)
        {
            var end = places.End.Value;
            for (var at = end - 1; at >= places.Start.Value; at--)
            {
                var word = _words[at];
                var next = at + 1 < places.End.Value ? _words[at + 1] : default;
                if (word.Length == 0 || (next.Length > 0 && SentenceEnds.IsBetween(view.Text, word.Start, word.End, next.Start)))
                    end = at + 1;
                _sentenceEnds[at] = end;
            }
        }
    }

    /// <summary>The characters from the first word to the last.</summary>
    public TextRange Of(PhrasePlace place)
    {
        while (_words.Count < place.End)
            Locate(_pieces[_located++].View);
        var start = _words[place.Start].Start;
        return new TextRange(start, _words[place.End - 1].End - start);
    }

    private void Locate(TokenizedText view)
    {
        var sink = new Sink(_words);
        _scanner.Scan(view.Text, view.Ranges, ref sink);
    }

    private readonly record struct Piece(TokenizedText View, Range Words);

    // What ends a range has a number among the words too.
    private readonly struct Sink(List<TextRange> words) : ITokenConsumer
    {
        public bool WantsRuns => false;

        public void AddWord(byte[] buffer, int at, int length, int start, int end) => words.Add(new TextRange(start, end - start));

        public void AddRun(byte[] buffer, int at, int length) { }

        public void EndRange() => words.Add(default);
    }
}
