using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection.English;

/// <summary>English words that spelling alone would get wrong.</summary>
internal static class WordLists
{
    /// <summary>Words that no other forms, and are no form of another.</summary>
    public static readonly FrozenSet<string> Fixed = Split(
        """
        a about above after again against all almost alone already also although always am among an and another any anybody anyone
        anything are as at away back be because been before behind being below besides between both but by can cannot cant could couldnt
        didnt doesnt dont down during each either else enough ever every everybody everyone everything except far few for from further
        hadnt hasnt have havent he her here hers herself him himself his how however i if in indeed inside instead into is isnt it its
        itself just less maybe me mine more most much must my myself neither never news next no nobody none nor not nothing now of off
        often on once one only onto or other our ours ourselves out outside over past per perhaps quite rather really same series several
        she should since so some somebody someone something sometimes somewhere soon species still such than that the their theirs them
        themselves then there these they this those though through throughout thus till to today together tomorrow tonight too toward
        towards under unless until up upon us very via was wasnt we were werent what whatever when whenever where whether which while who
        whoever whom whose why will with within without wont would wouldnt yes yesterday yet you your yours yourself ago apart asap etc ok
        okay perhaps plus please regardless sorry thanks thereby therefore whereas
        """
    );

    /// <summary>Words that look like a form of another and are not. They have forms of their own.</summary>
    public static readonly FrozenSet<string> LookInflected = Split(
        """
        access address alias analysis atlas basis bias bonus boss bus business campus canvas census chaos chess class compass congress
        corpus crisis cross diagnosis dress emphasis express focus gas genius glass grass guess ios kiss lens loss mass mess minus nexus
        os pass press princess process progress senses status stress success surplus texas thesis virus witness wireless bed bleed breed
        creed deed embed exceed feed greed heed hundred kindred led naked need proceed red reed sacred seed shed shred sled speed steed
        succeed wed weed wicked infrared ceiling cling darling earring evening fling herring king morning offspring sibling sling spring
        sterling sting string swing thing viking wedding wing wring offering christmas overseas arms customs goods pants scissors
        """
    );

    /// <summary>Verbs in -ee that take -d.</summary>
    public static readonly FrozenSet<string> PastInEed = Split("agree decree disagree free guarantee oversee referee");

    /// <summary>Stems that end in v, z, c or a single s without an e after it.</summary>
    public static readonly FrozenSet<string> EndsUnusually = Split("async quiz rev sync unsync waltz blitz");

    /// <summary>Stems that end in a double letter other than l, s, f, z.</summary>
    public static readonly FrozenSet<string> EndsDoubled = Split("add butt ebb egg err odd purr");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FixedBySpan = Fixed.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Whether a word is one of <see cref="Fixed"/>.</summary>
    public static bool IsFixed(ReadOnlySpan<char> word) => FixedBySpan.Contains(word);

    private static FrozenSet<string> Split(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
