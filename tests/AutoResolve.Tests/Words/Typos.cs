using CsCheck;

namespace AutoResolve.Tests.Words;

/// <summary>Typing errors: a letter left out, doubled or wrong, or two neighbours swapped.</summary>
internal static class Typos
{
    public static Gen<string> In(Gen<string> word) => Gen.Select(word, Gen.Int[0, 40], Gen.Int[0, 3], Gen.Char['a', 'z']).Select(Make);

    public static string Make(string word, int at, int kind, char letter)
    {
        if (word.Length == 0)
            return word;
        at %= word.Length;
        return kind switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 when at + 1 < word.Length => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            _ => word[..at] + letter + word[(at + 1)..],
        };
    }
}
