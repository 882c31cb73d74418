using System.Text;

namespace AutoResolve.Matching.Text;

/// <summary>Puts characters together into words.</summary>
internal sealed class WordBuilder
{
    private readonly StringBuilder _folded = new();

    // The word being read: where it starts (-1 when there is none), and where its last character ended.
    private int _start = -1;
    private int _end;
    private bool _isIdeograph;
    private int _position;

    public List<Word> Words { get; } = [];

    public void Add(char ascii, int at)
    {
        switch (CharacterFolding.ClassifyAscii(ascii))
        {
            case CharacterClass.Letter:
                Begin(at, isIdeograph: false);
                _folded.Append(char.ToLowerInvariant(ascii));
                _end = at + 1;
                break;
            case CharacterClass.Separator:
                EndWord();
                break;
        }
    }

    public void Add(Rune rune, int at, int length)
    {
        var kind = CharacterFolding.Classify(rune);
        if (kind == CharacterClass.Separator)
            EndWord();
        if (kind is CharacterClass.Letter or CharacterClass.Ideograph)
            Begin(at, kind == CharacterClass.Ideograph);
        if (kind is CharacterClass.Separator or CharacterClass.Apostrophe or CharacterClass.Invisible || _start < 0)
            return;
        CharacterFolding.AppendFolded(rune, _folded);
        _end = at + length;
    }

    public void EndWord()
    {
        if (_start >= 0 && _folded.Length > 0)
            Words.Add(new Word(_folded.ToString(), _start, _end - _start, _position++));
        _folded.Clear();
        (_start, _isIdeograph) = (-1, false);
    }

    /// <summary>Ends the word, and puts a break behind it.</summary>
    public void EndRange(int farther)
    {
        EndWord();
        _position += farther;
    }

    // Only marks may follow an ideograph in its word.
    private void Begin(int at, bool isIdeograph)
    {
        if (isIdeograph || _isIdeograph)
            EndWord();
        if (_start < 0)
            (_start, _isIdeograph) = (at, isIdeograph);
    }
}
