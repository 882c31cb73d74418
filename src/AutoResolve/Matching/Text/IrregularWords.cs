namespace AutoResolve.Matching.Text;

/// <summary>Words whose inflections no rule of spelling gives, and words that only look inflected.</summary>
internal static class IrregularWords
{
    /// <summary>Each line is a family: the base form, then its other forms, the regular ones included.</summary>
    private const string Families = """
        be is are was were been being am
        do does did done doing
        have has had having
        go goes went gone going
        send sends sent sending
        resend resends resent resending
        spend spends spent spending
        get gets got gotten getting
        forget forgets forgot forgotten forgetting
        lose loses lost losing
        find finds found finding
        see sees saw seen seeing
        make makes made making
        take takes took taken taking
        mistake mistakes mistook mistaken mistaking
        give gives gave given giving
        write writes wrote written writing
        choose chooses chose chosen choosing
        break breaks broke broken breaking
        freeze freezes froze frozen freezing
        speak speaks spoke spoken speaking
        steal steals stole stolen stealing
        wake wakes woke woken waking
        keep keeps kept keeping
        sleep sleeps slept sleeping
        leave leaves left leaving
        feel feels felt feeling
        meet meets met meeting
        mean means meant meaning
        lead leads led leading
        read reads reading
        set sets setting
        reset resets resetting
        put puts putting
        cut cuts cutting
        hit hits hitting
        let lets letting
        quit quits quitting
        shut shuts shutting
        hurt hurts hurting
        cost costs costing
        pay pays paid paying
        repay repays repaid repaying
        say says said saying
        lay lays laid laying
        tell tells told telling
        sell sells sold selling
        hold holds held holding
        think thinks thought thinking
        buy buys bought buying
        bring brings brought bringing
        catch catches caught catching
        teach teaches taught teaching
        know knows knew known knowing
        grow grows grew grown growing
        throw throws threw thrown throwing
        show shows showed shown showing
        draw draws drew drawn drawing
        withdraw withdraws withdrew withdrawn withdrawing
        begin begins began begun beginning
        come comes came coming
        become becomes became becoming
        run runs ran running
        win wins won winning
        sit sits sat sitting
        hear hears heard hearing
        build builds built building
        rebuild rebuilds rebuilt rebuilding
        understand understands understood understanding
        stand stands stood standing
        stick sticks stuck sticking
        fall falls fell fallen falling
        eat eats ate eaten eating
        drive drives drove driven driving
        hide hides hid hidden hiding
        die dies died dying
        lie lies lied lying
        tie ties tied tying
        child children
        person persons people
        woman women
        man men
        wife wives
        life lives
        half halves
        foot feet
        tooth teeth
        analysis analyses
        crisis crises
        diagnosis diagnoses
        fee fees
        id ids
        bus buses
        gas gases
        lens lenses
        """;

    private const string OwnWords = """
        a i the this that these those thus its his hers ours yours theirs us as or and but not for nor so yet if of off on in into onto out up at by to
        from with than then them they there here her him she he we you me my your our their it who whose what which when where why how
        any all many much more most less least very just also only even ever never always perhaps else some such own same
        is was were been
        news status series species across unless hundred
        nothing something anything everything morning evening during
        yes bias atlas canvas campus census virus corpus bonus focus plus minus versus various previous serious
        chaos perhaps afterwards towards besides overseas sometimes means
        new can may might will would could should must shall
        """;

    private static readonly Dictionary<string, string[]> FamilyOf = ReadFamilies();

    private static readonly HashSet<string> NeverInflected = [.. OwnWords.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>All forms of an irregular word, itself included; null where it is regular.</summary>
    public static string[]? Family(string word) => FamilyOf.GetValueOrDefault(word);

    /// <summary>Whether a word is not an inflection of another, though it looks like one.</summary>
    public static bool StandsForItself(string word) => NeverInflected.Contains(word);

    private static Dictionary<string, string[]> ReadFamilies()
    {
        var families = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in Families.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var family = line.Split(' ');
            foreach (var form in family)
                families.TryAdd(form, family);
        }

        return families;
    }
}
