using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection.Portuguese;

/// <summary>What rules do not know of Portuguese words. All are folded.</summary>
internal static class PortugueseWords
{
    /// <summary>What may stand before a verb.</summary>
    public static readonly string[] Prefixes = Endings.Of(
        "ante contra entre inter sobre super trans auto com con des dis pre sub sus re ad"
    );

    /// <summary>Words that have no other forms and are no form of another.</summary>
    public static readonly FrozenSet<string> Fixed = Endings.Words(InflectionTable.Read("pt-fixed"));

    /// <summary>Stems that are one word in -o and another in -a, or have only one of them.</summary>
    public static readonly FrozenSet<string> OneGender = Endings.Words(InflectionTable.Read("pt-one-gender"));

    /// <summary>Words with a feminine that has an a behind them, or in place of their last letter where that is an o behind an a.</summary>
    public static readonly FrozenSet<string> FeminineInA = Endings.Words(InflectionTable.Read("pt-feminine-in-a"));

    /// <summary>Nouns that look like a form of a verb of other meaning, or of none.</summary>
    public static readonly FrozenSet<string> OnlyNouns = Endings.Words(InflectionTable.Read("pt-only-nouns"));

    /// <summary>The regular verbs in -er and -ir, and those whose stem only changes as others do.</summary>
    public static readonly FrozenSet<string> Verbs = Endings.Words(InflectionTable.Read("pt-verbs"));

    /// <summary>Verbs in which o and u change places: subo, sobe.</summary>
    public static readonly FrozenSet<string> Rounded = Endings.Words(
        "subir fugir sumir cuspir sacudir acudir consumir tossir engolir polir descobrir"
    );

    /// <summary>Verbs and nouns that follow no rule, and short ones.</summary>
    public static readonly IrregularTable Irregular = new(
        InflectionTable.Read("pt-irregular"),
        new Dictionary<char, string>
        {
            ['U'] = "ei as a emos ao ia ias iamos iam",
            ['F'] = "_ ei as a emos ao ia ias iamos iam es",
            ['H'] = "ho ha hos has",
            ['O'] = "o a os as",
            ['P'] = "e este emos eram era eramos esse esses essemos essem er eres ermos erem",
        }
    );
}
