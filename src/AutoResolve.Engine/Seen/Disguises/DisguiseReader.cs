using AutoResolve.Words;

namespace AutoResolve.Seen.Disguises;

/// <summary>Finds the word that a disguised one stands for. Not safe for several threads at once.</summary>
internal sealed class DisguiseReader
{
    // Of a text; a usual one takes a few dozen.
    private const int MaxTries = 50_000;

    /// <summary>The longest word that is read.</summary>
    public const int MaxLength = 32;

    private const int ShortestOfJoined = 3;
    private const int ShortestJoined = 6;

    // Of signs that may stand for several letters.
    private const int MostReadings = 700;

    // Words of one and two letters that stand in what is written as one: "iwanttodie".
    private static readonly string[] Short = "i a am be do go he im in it me my of on to up us we".Split(' ');

    [ThreadStatic]
    private static DisguiseReader? _ofThread;

    private readonly MetSpellings _common = new();
    private readonly byte[] _letters = new byte[MaxLength + WordScanner.Padding];
    private readonly byte[] _read = new byte[MaxLength];
    private readonly char[] _plain = new char[2 * MaxLength];
    private int _length;
    private int _tries;

    /// <summary>Whether no more words are tried in this text.</summary>
    public bool IsSpent => _tries <= 0;

    /// <summary>What was found last.</summary>
    public ReadOnlySpan<char> Plain => _plain.AsSpan(0, _length);

    /// <summary>That of this thread, for another text.</summary>
    public static DisguiseReader ForText()
    {
        var reader = _ofThread ??= new DisguiseReader();
        reader._tries = MaxTries;
        return reader;
    }

    /// <summary>Reads a word with signs in the place of letters, letters that are said again and again, or words written as one.</summary>
    public bool ReadWord(ReadOnlySpan<char> word)
    {
        var kinds = DisguiseSigns.KindsOf(word);
        if (kinds == WordKinds.None || (kinds & WordKinds.Other) != 0 || (kinds & WordKinds.Letter) == 0)
            return false;
        if (kinds == WordKinds.Letter)
            return word.Length >= ShortestJoined && !IsCommon(Lower(word)) && ReadJoined(word);
        if ((kinds & WordKinds.Mark) != 0)
            return ReadMarked(word);
        return (kinds & WordKinds.Sign) != 0 && !IsOrdinal(word) ? ReadSigns(word) : ReadRepeated(word);
    }

    /// <summary>Whether a word is nothing but a common one, which by itself is read as it stands.</summary>
    public bool IsPlain(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > MaxLength || IsSpent)
            return false;
        var (first, second) = (0, 0);
        for (var at = 0; at < word.Length; at++)
        {
            var letter = word[at] | 0x20;
            if (!char.IsAsciiLetter(word[at]) || (letter == first && letter == second) || (word[at] == 'I' && at > 0))
                return false;
            (first, second) = (second, letter);
            _letters[at] = (byte)letter;
        }

        _tries--;
        return _common.Contains(_letters, 0, word.Length);
    }

    /// <summary>Reads words that are written as one, or one that is.</summary>
    public bool ReadJoined(ReadOnlySpan<char> word)
    {
        var letters = Lower(word);
        if (letters.IsEmpty)
            return false;
        if (IsCommon(letters))
            return Found(letters);
        return letters.Length >= ShortestJoined && Split(letters);
    }

    /// <summary>Reads a word in two pieces, not both of which are words.</summary>
    public bool ReadTorn(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (first.Length < 2 || second.Length < 2 || (IsCommon(Lower(first)) && IsCommon(Lower(second))))
            return false;
        Span<char> whole = stackalloc char[first.Length + second.Length];
        first.CopyTo(whole);
        second.CopyTo(whole[first.Length..]);
        return whole.Length > ShortestOfJoined && Lower(whole) is { IsEmpty: false } letters && IsCommon(letters) && Found(letters);
    }

    // The fewest common words in a row; of as many those whose first is the longest.
    private bool Split(ReadOnlySpan<byte> letters)
    {
        Span<int> words = stackalloc int[MaxLength + 1];
        Span<int> lengths = stackalloc int[MaxLength + 1];
        words[letters.Length] = 0;
        for (var start = letters.Length - 1; start >= 0; start--)
        {
            words[start] = int.MaxValue;
            for (var length = letters.Length - start; length > 0; length--)
            {
                var rest = words[start + length];
                if (rest < 4 && rest + 1 < words[start] && IsWord(letters.Slice(start, length)))
                    (words[start], lengths[start]) = (rest + 1, length);
            }
        }

        if (words[0] == int.MaxValue)
            return false;
        _length = 0;
        for (var at = 0; at < letters.Length; at += lengths[at])
        {
            if (at > 0)
                Append(' ');
            foreach (var letter in letters.Slice(at, lengths[at]))
                Append((char)letter);
        }

        return true;
    }

    private bool IsWord(ReadOnlySpan<byte> letters)
    {
        if (letters.Length >= ShortestOfJoined)
            return IsCommon(letters);
        foreach (var word in Short)
        {
            if (word.Length == letters.Length && letters[0] == word[0] && letters[^1] == word[^1])
                return true;
        }

        return false;
    }

    // "k.i.l.l", "su-i-cide", but neither "log-in" nor "a.b"
    private bool ReadMarked(ReadOnlySpan<char> word)
    {
        Span<char> without = stackalloc char[word.Length];
        var (length, piece, pieces, single) = (0, 0, 1, 0);
        var hasUncommon = false;
        foreach (var character in word)
        {
            if (DisguiseSigns.IsMark(character))
            {
                EndPiece(without[..length], ref piece, ref single, ref hasUncommon);
                pieces++;
            }
            else
            {
                without[length++] = character;
            }
        }

        EndPiece(without[..length], ref piece, ref single, ref hasUncommon);
        if (length < ShortestOfJoined + 1 || (single < pieces && !hasUncommon))
            return false;
        var letters = Lower(without[..length]);
        return letters.IsEmpty ? ReadSigns(without[..length]) : IsCommon(letters) && Found(letters);
    }

    private void EndPiece(ReadOnlySpan<char> read, ref int piece, ref int single, ref bool hasUncommon)
    {
        var word = read[piece..];
        piece = read.Length;
        if (word.Length <= 1)
            single++;
        else
            hasUncommon |= !IsCommon(Lower(word));
    }

    // "dieeee", "killlll"
    private bool ReadRepeated(ReadOnlySpan<char> word)
    {
        var letters = Lower(word);
        if (letters.IsEmpty)
            return false;
        Span<byte> once = stackalloc byte[letters.Length];
        for (var kept = 2; kept > 0; kept--)
        {
            var length = 0;
            for (var at = 0; at < letters.Length; )
            {
                var run = letters[at..].IndexOfAnyExcept(letters[at]) is > 0 and var same ? same : letters.Length - at;
                var taken = run > 2 ? kept : run;
                once.Slice(length, taken).Fill(letters[at]);
                (length, at) = (length + taken, at + run);
            }

            if (length >= ShortestOfJoined && IsCommon(once[..length]))
                return Found(once[..length]);
        }

        return false;
    }

    // "k1ll", "k*ll", "sh00t": all that the signs may stand for, the likeliest first.
    private bool ReadSigns(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestOfJoined)
            return false;
        var readings = 1;
        foreach (var character in word)
            readings *= readings > MostReadings ? 1 : DisguiseSigns.LettersOf(character).Length;
        if (readings is 0 or > MostReadings)
            return false;
        var letters = _read.AsSpan();
        for (var reading = 0; reading < readings && !IsSpent; reading++)
        {
            var rest = reading;
            for (var at = word.Length - 1; at >= 0; at--)
            {
                var options = DisguiseSigns.LettersOf(word[at]);
                letters[at] = (byte)options[rest % options.Length];
                rest /= options.Length;
            }

            if (IsCommon(letters[..word.Length]))
                return Found(letters[..word.Length]);
        }

        return false;
    }

    // "5pm", "10am", "3rd", "2x": a number with what it counts.
    private static bool IsOrdinal(ReadOnlySpan<char> word) =>
        char.IsAsciiDigit(word[0])
        && word.Length - (word.IndexOfAnyExceptInRange('0', '9') is > 0 and var digits ? digits : word.Length) <= 2;

    // Empty where there is anything but letters.
    private ReadOnlySpan<byte> Lower(ReadOnlySpan<char> word)
    {
        var letters = _letters.AsSpan();
        for (var at = 0; at < word.Length; at++)
        {
            if (!char.IsAsciiLetter(word[at]))
                return [];
            letters[at] = (byte)(word[at] | 0x20);
        }

        return letters[..word.Length];
    }

    private bool IsCommon(ReadOnlySpan<byte> letters)
    {
        if (letters.IsEmpty || IsSpent)
            return false;
        _tries--;
        return _common.Contains(letters);
    }

    private bool Found(ReadOnlySpan<byte> letters)
    {
        _length = 0;
        foreach (var letter in letters)
            Append((char)letter);
        return true;
    }

    private void Append(char letter) => _plain[_length++] = letter;
}
