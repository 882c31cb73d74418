namespace AutoResolve.Privacy;

/// <summary>The words by which names are known.</summary>
internal static class NameWords
{
    // The words behind these are a name, however they are written.
    private static readonly string[] Introductions =
    [
        "name is",
        "names is",
        "name's",
        "name:",
        "i am called",
        "me llamo",
        "mi nombre es",
        "nombre:",
        "known as",
    ];

    // The words behind these are a name where they are written like one. Titles may have a dot.
    private static readonly string[] Titles = Split("mr mrs ms miss dr sgt ssgt cpt capt maj ltc col cpl pfc sr sra srta");

    private static readonly string[] People = Split(
        "caller claimant beneficiary spouse wife husband widow widower son daughter mother father brother sister mom dad "
            + "esposo esposa hijo hija madre padre attn signed firmado named"
    );

    // Likewise, but other words often begin a sentence there: a name has two words, or the speaker goes on.
    private static readonly string[] Speakers = ["this is", "i am", "i'm", "im", "soy"];

    // At the end of a letter.
    private static readonly string[] Closings =
    [
        "sincerely",
        "regards",
        "respectfully",
        "thanks",
        "thank you",
        "cheers",
        "atentamente",
        "saludos",
        "gracias",
    ];

    // The words before these are a name.
    private static readonly string[] Endings = ["speaking", "calling"];
    private static readonly string[] Claims = ["is my name", "es mi nombre"];

    // A user's name behind these is no word.
    private static readonly string[] Users = ["user", "login", "logon", "usuario"];
    private static readonly string[] UserNames = ["username", "user name", "user id", "userid"];

    // What begins with a capital there and is no name.
    public static readonly string[] NoNames = Split(
        "a an the my your his her our their its it i you he she we they me and or but so if when while since because as at "
            + "in on for to of from by with about not no never still now just also only very too again always all what why how "
            + "where who that this these those there here is was were are be been being has have had can cannot can't could does "
            + "did do don't will would should getting trying unable able having using going calling looking waiting asking writing "
            + "missing wrong incorrect misspelled spelled showing listed different correct right blank changed updated required "
            + "and/or sure sorry happy frustrated urgent error benefits benefit id identification card status service services "
            + "line health center administration employment home community portal letter letters online support care office travel "
            + "everything nothing nobody other disability compensation pension education united states american dependent "
            + "dependents verification login google apple chrome safari windows iphone android monday tuesday wednesday thursday "
            + "friday saturday sunday january february march april june july august september october november december please "
            + "thanks thank hello hi un una el la los las mi su de del que y o es está en por para con customer agent everyone "
            + "somebody"
    );

    private static readonly string[] Files = Split(
        "pdf doc docx png jpg jpeg gif html htm php aspx jsp txt csv xls xlsx zip js json xml exe"
    );

    /// <summary>All that stand beside names.</summary>
    /// <param name="people">What else people are called.</param>
    public static IEnumerable<(string Phrase, WordKind Kind)> With(IReadOnlyList<string> people) =>
        [
            .. Of(Introductions, WordKind.Introduction),
            .. Of(Speakers, WordKind.Speaker),
            .. Of(Closings, WordKind.Closing),
            .. Of(Titles, WordKind.Title),
            .. Of(People.Concat(people), WordKind.Person),
            .. Of(Users, WordKind.User),
            .. Of(UserNames, WordKind.UserName),
            .. Of(Endings, WordKind.SpokenBehind),
            .. Of(Claims, WordKind.ClaimedBehind),
            .. Of(People.Concat(people), WordKind.PersonBehind),
        ];

    /// <summary>Whether names of files end so.</summary>
    public static bool IsFile(ReadOnlySpan<char> ending)
    {
        foreach (var file in Files)
        {
            if (ending.Equals(file, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static IEnumerable<(string, WordKind)> Of(IEnumerable<string> words, WordKind kind) => words.Select(word => (word, kind));

    private static string[] Split(string words) => words.Split(' ');
}
