using System.Collections.Frozen;
using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Words;

/// <summary>English words that any description of a problem may have, so that finding them tells nothing.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Everyday = """
        ask be call can change come could did do does even find found get give go good got had happen has help issue keep know let like
        look made make may mean might need new number open page people person please possible problem put question right said say see seem
        send sent set show site something take tell thing think time told took tried try two use want way web website well went work would
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => word.Length == 1 || Everyday.Contains(word) || WordLists.Fixed.Contains(word);
}
