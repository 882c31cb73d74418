namespace AutoResolve.Seen.Disguises;

/// <summary>What people write in the place of letters.</summary>
internal static class DisguiseSigns
{
    private const string Any = "aeiouslntrdcmpghbkvfwyxjqz";

    /// <summary>The letters that a character may stand for, the likeliest first; empty where it stands for none.</summary>
    public static ReadOnlySpan<char> LettersOf(char character) =>
        character switch
        {
            // A capital in a word may be meant as one, or is the small letter that it looks like; who asks knows which.
            'I' => "il",
            _ when char.IsAsciiLetter(character) => Alphabet.Slice((character | 0x20) - 'a', 1),
            '0' => "o",
            '1' or '!' or '|' or '¡' => "il",
            '3' or '€' or '£' => "e",
            '4' or '@' => "a",
            '5' or '$' or '§' => "s",
            '6' or '9' => "g",
            '7' or '+' or '†' => "t",
            '8' => "b",
            '*' or '#' or '•' or '●' => Any,
            _ => Lookalikes.LetterOf(character),
        };

    /// <summary>What may stand between the letters of a word, so that it is read as several.</summary>
    public static bool IsMark(char character) => character is '.' or '-' or '_' or '~' or '·' or '–' or '‑' or ',';

    /// <summary>What a word is made of, where it may be disguised; none where it is not.</summary>
    public static WordKinds KindsOf(ReadOnlySpan<char> word)
    {
        var kinds = WordKinds.None;
        var run = 0;
        for (var at = 0; at < word.Length; at++)
        {
            var character = word[at];
            if (char.IsAsciiLetter(character))
            {
                kinds |= WordKinds.Letter;
                run = at > 0 && (character | 0x20) == (word[at - 1] | 0x20) ? run + 1 : 1;
                if (run == 3)
                    kinds |= WordKinds.Repeated;
                if (character == 'I' && at > 0 && char.IsAsciiLetterLower(word[at - 1]))
                    kinds |= WordKinds.Sign;
                continue;
            }

            run = 0;
            if (IsMark(character))
                kinds |= WordKinds.Mark;
            else
                kinds |= LettersOf(character).IsEmpty ? WordKinds.Other : WordKinds.Sign;
        }

        return kinds;
    }

    private static ReadOnlySpan<char> Alphabet => "abcdefghijklmnopqrstuvwxyz";
}

/// <summary>What a word is made of.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,

    /// <summary>ASCII letters.</summary>
    Letter = 1,

    /// <summary>A letter three times or more.</summary>
    Repeated = 2,

    /// <summary>What may stand for a letter.</summary>
    Sign = 4,

    /// <summary>What may stand between letters.</summary>
    Mark = 8,

    /// <summary>Anything else.</summary>
    Other = 16,
}
