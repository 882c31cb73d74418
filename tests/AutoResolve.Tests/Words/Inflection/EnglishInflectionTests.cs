using AutoResolve.Words.Inflection.English;

namespace AutoResolve.Tests.Words.Inflection;

public sealed class EnglishInflectionTests
{
    // One word with its inflections a line: from each of them all the others must be found.
    private const string Families = """
        claim claims claimed claiming
        upload uploads uploaded uploading
        submit submits submitted submitting
        log logs logged logging
        plan plans planned planning
        stop stops stopped stopping
        rate rates rated rating
        care cares cared caring
        hope hopes hoped hoping
        hop hops hopped hopping
        note notes noted noting
        use uses used using
        try tries tried trying
        query queries queried querying
        box boxes boxed boxing
        search searches searched searching
        crash crashes crashed crashing
        process processes processed processing
        access accesses accessed accessing
        address addresses addressed addressing
        need needs needed needing
        seed seeds seeded seeding
        free frees freed freeing
        agree agrees agreed agreeing
        issue issues issued issuing
        continue continues continued continuing
        update updates updated updating
        delete deletes deleted deleting
        create creates created creating
        change changes changed changing
        charge charges charged charging
        close closes closed closing
        sync syncs synced syncing
        visit visits visited visiting
        edit edits edited editing
        cancel cancels cancelled cancelling
        cancel cancels canceled canceling
        travel travels travelled travelling
        add adds added adding
        call calls called calling
        fill fills filled filling
        install installs installed installing
        pass passes passed passing
        miss misses missed missing
        play plays played playing
        fix fixes fixed fixing
        show shows showed shown showing
        view views viewed viewing
        enroll enrolls enrolled enrolling
        require requires required requiring
        receive receives received receiving
        save saves saved saving
        type types typed typing
        paste pastes pasted pasting
        bill bills billed billing
        quiz quizzes quizzed quizzing
        focus focuses focused focusing
        send sent sends sending
        get got gets getting gotten
        lose lost loses losing
        find found finds finding
        see saw seen sees seeing
        go went gone goes going
        do does did done doing
        have has had having
        make made making
        take took taken taking
        give gave given giving
        write wrote written writing
        forget forgot forgotten forgetting
        choose chose chosen choosing
        break broke broken breaking
        freeze froze frozen freezing
        keep kept keeping
        leave left leaves leaving
        pay paid pays paying
        read reads reading
        set sets setting
        put puts putting
        think thought thinking
        know knew known knowing
        begin began begun beginning
        come came coming
        run ran running
        speak spoke spoken speaking
        hear heard hearing
        hold held holding
        buy bought buying
        bring brought bringing
        child children
        person people persons
        woman women
        man men
        """;

    // Plurals of nouns, both ways.
    private const string Plurals = """
        page pages
        cookie cookies
        movie movies
        case cases
        house houses
        status statuses
        photo photos
        video videos
        app apps
        setting settings
        meeting meetings
        evening evenings
        thing things
        string strings
        business businesses
        bus buses
        address addresses
        letter letters
        company companies
        day days
        key keys
        hundred hundreds
        virus viruses
        analysis analyses
        menu menus
        """;

    // The first must not find the second.
    private const string Strangers = """
        news new
        new news
        this thi
        his hi
        us use
        use us
        used us
        rated rat
        rat rate
        rat rated
        car care
        car caring
        caring car
        care car
        not note
        note not
        noting not
        see seed
        seed see
        fee feed
        feed fee
        hope hop
        hoping hop
        hop hoping
        hop hope
        hopping hope
        even evening
        evening even
        during dure
        thing th
        need nee
        red r
        less les
        series serie
        status statu
        process proces
        access acces
        address addres
        string str
        morning morn
        always alway
        does doe
        doe does
        was wa
        has ha
        her herring
        plan planed
        planed plan
        star stare
        stared star
        bar bare
        fill file
        filed fill
        past paste
        pasted past
        bus buse
        win wine
        her hers
        on one
        settings set
        set settings
        wed weed
        bed bee
        king k
        ring r
        princess prince
        prince princess
        """;

    [Fact]
    public void Forms_Family_FindEachOther()
    {
        foreach (var family in Lines(Families).Concat(Lines(Plurals)))
        {
            foreach (var form in family)
            {
                var forms = EnglishInflection.Forms(form);
                Assert.True(
                    forms.IsSupersetOf(family),
                    $"{form}: {string.Join(' ', forms)} lacks {string.Join(' ', family.Except(forms))}"
                );
            }
        }
    }

    [Fact]
    public void Forms_OtherWords_AreNotFound()
    {
        foreach (var pair in Lines(Strangers))
            Assert.False(EnglishInflection.Forms(pair[0]).Contains(pair[1]), $"{pair[0]} finds {pair[1]}");
    }

    [Theory]
    [InlineData("id")]
    [InlineData("me")]
    [InlineData("is")]
    [InlineData("us")]
    [InlineData("was")]
    [InlineData("his")]
    [InlineData("this")]
    [InlineData("news")]
    [InlineData("series")]
    [InlineData("always")]
    [InlineData("less")]
    [InlineData("during")]
    [InlineData("not")]
    [InlineData("the")]
    [InlineData("form0995")]
    [InlineData("526ez")]
    [InlineData("σισυφοσ")]
    [InlineData("登")]
    public void Forms_WordWithoutInflections_IsItselfOnly(string word) => Assert.Equal([word], EnglishInflection.Forms(word));

    [Fact]
    public void Forms_AnyLetters_HaveTheWordAndAreFew()
    {
        foreach (var first in "abcdefghijklmnopqrstuvwxyz")
        {
            foreach (var ending in new[] { "s", "ed", "ing", "es", "ies", "ied", "ee", "y", "ying", "ss", "zzes", "ings", "eed", "ue", "" })
            {
                foreach (var stem in new[] { "", "a", "b", "ab", "ba", "abb", "bab", "qu", "yy", "xx" })
                {
                    var word = first + stem + ending;
                    var forms = EnglishInflection.Forms(word);
                    Assert.Contains(word, forms);
                    Assert.InRange(forms.Count, 1, 20);
                }
            }
        }
    }

    private static IEnumerable<string[]> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(' '));
}
