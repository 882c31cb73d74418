using System.Collections.Frozen;

namespace AutoResolve.Words.Inflection.English;

/// <summary>Verbs and nouns whose forms do not follow the rules, as far as support texts have them.</summary>
internal static class IrregularWords
{
    // One word with all its forms a line.
    private const string Table = """
        become becomes became becoming
        begin begins began begun beginning
        bite bites bit bitten biting
        blow blows blew blown blowing
        break breaks broke broken breaking
        bring brings brought bringing
        build builds built building
        buy buys bought buying
        catch catches caught catching
        child children
        choose chooses chose chosen choosing
        come comes came coming
        cost costs costing
        cut cuts cutting
        deal deals dealt dealing
        die dies died dying
        do does did done doing
        draw draws drew drawn drawing
        drive drives drove driven driving
        eat eats ate eaten eating
        fall falls fell fallen falling
        feed feeds fed feeding
        feel feels felt feeling
        fight fights fought fighting
        find finds found finding
        fly flies flew flown flying
        foot feet
        forget forgets forgot forgotten forgetting
        forgive forgives forgave forgiven forgiving
        freeze freezes froze frozen freezing
        get gets got gotten getting
        give gives gave given giving
        go goes went gone going
        grow grows grew grown growing
        hang hangs hung hanged hanging
        have has had having
        hear hears heard hearing
        hide hides hid hidden hiding
        hit hits hitting
        hold holds held holding
        hurt hurts hurting
        keep keeps kept keeping
        know knows knew known knowing
        lead leads led leading
        leave leaves left leaving
        lay lays laid laying
        lend lends lent lending
        let lets letting
        lie lies lied lying
        life lives
        light lights lit lighted lighting
        lose loses lost losing
        make makes made making
        man men
        mean means meant meaning
        meet meets met meeting
        mistake mistakes mistook mistaken mistaking
        misunderstand misunderstands misunderstood misunderstanding
        mouse mice
        overwrite overwrites overwrote overwritten overwriting
        pay pays paid paying
        person persons people
        put puts putting
        quit quits quitting
        read reads reading
        rebuild rebuilds rebuilt rebuilding
        repay repays repaid repaying
        reset resets resetting
        resend resends resent resending
        retake retakes retook retaken retaking
        rewrite rewrites rewrote rewritten rewriting
        ring rings rang rung ringing
        rise rises rose risen rising
        run runs ran running
        say says said saying
        see sees saw seen seeing
        sell sells sold selling
        send sends sent sending
        set sets setting
        shake shakes shook shaken shaking
        show shows showed shown showing
        shut shuts shutting
        sing sings sang sung singing
        sit sits sat sitting
        sleep sleeps slept sleeping
        speak speaks spoke spoken speaking
        spend spends spent spending
        split splits splitting
        stand stands stood standing
        steal steals stole stolen stealing
        stick sticks stuck sticking
        swear swears swore sworn swearing
        swim swims swam swum swimming
        take takes took taken taking
        teach teaches taught teaching
        tear tears tore torn tearing
        tell tells told telling
        think thinks thought thinking
        throw throws threw thrown throwing
        tie ties tied tying
        tooth teeth
        undo undoes undid undone undoing
        understand understands understood understanding
        wake wakes woke woken waking
        wear wears wore worn wearing
        win wins won winning
        withdraw withdraws withdrew withdrawn withdrawing
        woman women
        write writes wrote written writing
        appendix appendixes appendices
        datum data
        index indexes indices
        bus buses
        gas gases
        lens lenses
        menu menus
        analysis analyses
        diagnosis diagnoses
        crisis crises
        wife wives
        half halves
        knife knives
        shelf shelves
        taxi taxis
        """;

    private static readonly FrozenDictionary<string, string[]> ByForm = Read();

    /// <summary>All forms of the word that this one is a form of; empty where it is in no line of the table.</summary>
    public static IReadOnlyList<string> FormsOf(string word) => ByForm.GetValueOrDefault(word, []);

    public static bool IsForm(string word) => ByForm.ContainsKey(word);

    private static FrozenDictionary<string, string[]> Read() =>
        Table
            .Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .SelectMany(forms => forms.Select(form => (Form: form, All: forms)))
            .GroupBy(pair => pair.Form, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.SelectMany(pair => pair.All).Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal
            );
}
