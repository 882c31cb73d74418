using System.Buffers;

namespace AutoResolve.Languages;

/// <summary>Which words of a text are said by its writer, and not quoted or part of an address. Asked from first to last.</summary>
internal ref struct SpokenParts(ReadOnlySpan<char> text)
{
    // What is longer is a lost sign rather than a quotation.
    private const int MaxQuotation = 200;

    private static readonly SearchValues<char> Opening = SearchValues.Create("\"“„«»");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\f\u00a0");
    private static readonly SearchValues<char> Signs = SearchValues.Create("@_/\\");

    private readonly ReadOnlySpan<char> _text = text;
    private int _quoteStart = text.IndexOfAny(Opening) is var first and >= 0 ? first : text.Length;
    private int _quoteEnd = -1;
    private int _pieceEnd;
    private bool _isAddress;

    public bool Has(int start, int end)
    {
        while (_quoteStart < start && _quoteEnd <= start)
        {
            if (_quoteEnd < 0)
                _quoteEnd = EndOfQuote(_quoteStart);
            if (_quoteEnd > start)
                break;
            var from = Math.Max(_quoteEnd, _quoteStart + 1);
            var next = _text[from..].IndexOfAny(Opening);
            (_quoteStart, _quoteEnd) = (next < 0 ? _text.Length : from + next, -1);
        }

        if (start > _quoteStart && end <= _quoteEnd)
            return false;
        if (start >= _pieceEnd)
            ReadPiece(start);
        return !_isAddress;
    }

    // The place behind the sign that ends it; that of the first sign where nothing does.
    private readonly int EndOfQuote(int start)
    {
        var inside = _text[(start + 1)..Math.Min(_text.Length, start + 1 + MaxQuotation)];
        var end = _text[start] switch
        {
            '“' => inside.IndexOfAny('”', '“'),
            '„' => inside.IndexOfAny('“', '”'),
            '«' => inside.IndexOf('»'),
            '»' => inside.IndexOf('«'),
            _ => inside.IndexOf('"'),
        };
        return end < 0 ? start : start + end + 2;
    }

    private void ReadPiece(int at)
    {
        var first = _text[..at].LastIndexOfAny(Blanks) + 1;
        var length = _text[at..].IndexOfAny(Blanks);
        _pieceEnd = length < 0 ? _text.Length : at + length;
        var piece = _text[first.._pieceEnd];
        _isAddress = piece.ContainsAny(Signs) || HasPointInside(piece);
    }

    private static bool HasPointInside(ReadOnlySpan<char> piece)
    {
        for (var at = piece.IndexOf('.'); at >= 0 && at + 1 < piece.Length; at++)
        {
            if (piece[at] == '.' && at > 0 && char.IsLetterOrDigit(piece[at - 1]) && char.IsLetter(piece[at + 1]))
                return true;
        }

        return false;
    }
}
