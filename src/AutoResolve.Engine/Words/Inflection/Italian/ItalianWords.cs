using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection.Italian;

/// <summary>What rules do not know of Italian words. All are folded.</summary>
internal static class ItalianWords
{
    /// <summary>What may stand before a verb.</summary>
    public static readonly string[] Prefixes = Endings.Of(
        "contrad contra sotto sopra sovra inter intra trans tras pre pro per ri re dis des sud suc sup com con cor ac ad af al ap at av am "
            + "an ab as es e di de in im ir op oc of s"
    );

    /// <summary>Words that have no other forms and are no form of another.</summary>
    public static readonly FrozenSet<string> Fixed = Endings.Words(InflectionTable.Read("it-fixed"));

    /// <summary>Stems that are one word in -o and another in -a, or have only one of them.</summary>
    public static readonly FrozenSet<string> OneGender = Endings.Words(InflectionTable.Read("it-one-gender"));

    /// <summary>Nouns in -e that are not the plural of one in -a.</summary>
    public static readonly FrozenSet<string> InE = Endings.Words(InflectionTable.Read("it-in-e"));

    /// <summary>Stems in c and g whose plural is only hard: banchi, laghi.</summary>
    public static readonly FrozenSet<string> AlwaysHard = Endings.Words(
        "banc parc palc sac fuoc gioc luog lag dialog catalog alberg carc arc bosc disc fung"
    );

    /// <summary>Persons with a feminine in -essa.</summary>
    public static readonly FrozenSet<string> FeminineInEssa = Endings.Words(
        "studente dottore professore presidente avvocato poeta principe duca conte barone"
    );

    /// <summary>Nouns that look like a form of a verb of other meaning, or of none.</summary>
    public static readonly FrozenSet<string> OnlyNouns = Endings.Words(InflectionTable.Read("it-only-nouns"));

    /// <summary>The verbs in -ere and -ire that are not in the other tables.</summary>
    public static readonly FrozenSet<string> Verbs = Endings.Words(InflectionTable.Read("it-verbs"));

    /// <summary>Verbs in -ere: infinitive, past, participle.</summary>
    public static readonly string Strong = InflectionTable.Read("it-strong");

    /// <summary>Verbs and nouns that follow no rule, and short ones.</summary>
    public static readonly IrregularTable Irregular = new(
        InflectionTable.Read("it-irregular"),
        new Dictionary<char, string> { ['F'] = "o ai a emo ete anno ei esti ebbe emmo este ebbero e", ['O'] = "o a i e" }
    );
}
