using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Mapping;

namespace AutoResolve.Insights.Tests.Figures.Mapping;

public sealed class FigureMapTests
{
    private static readonly FigureCell[] Tickets =
    [
        new(
            new(2, "signin/loop", "Identity"),
            new()
            {
                Issues = 5,
                Handled = 5,
                Followed = 5,
            }
        ),
        new(
            new(2, "Letters missing", "docs"),
            new()
            {
                Issues = 4,
                Handled = 4,
                Followed = 4,
            }
        ),
        new(
            new(3, "debt/copay", "vsa-debt"),
            new()
            {
                Issues = 3,
                Handled = 3,
                Followed = 3,
            }
        ),
        new(new(null, FigureKey.UnknownType), new() { Issues = 2, Handled = 2 }),
    ];

    [Fact]
    public void Of_Names_AreThoseOfRules()
    {
        var map = Read(
            """
            // Ours and theirs.
            { "types": { "SignIn/Loop": "sign-in/loop", "Letters missing": "", }, "teams": { "docs": "documents" },
              "tiers": { "2": 1, "3": "3" } }
            """
        );

        Assert.Equal(new FigureKey(1, "sign-in/loop", "Identity"), map.Of(Tickets[0].Key));
        Assert.Equal(new FigureKey(1, FigureKey.UnknownType, "documents"), map.Of(Tickets[1].Key));
        Assert.Equal(Tickets[2].Key, map.Of(Tickets[2].Key));
        Assert.True(map.MapsTiers);
    }

    [Fact]
    public void Of_Baseline_CountsWhatIsOneNowTogether()
    {
        var baseline = Read("""{ "types": { "signin/loop": "a", "Letters missing": "a" }, "teams": { "Identity": "x", "docs": "x" } }""")
            .Of(SomeReport.Before with { Cells = Tickets });

        Assert.Equal((new FigureKey(2, "a", "x"), 9L), (baseline.Cells[0].Key, baseline.Cells[0].Counts.Issues));
        Assert.Equal(14, baseline.Cells.Sum(cell => cell.Counts.Issues));
        Assert.False(baseline.MapsTiers);
    }

    [Theory]
    [InlineData("", "map.json:1:1 ")]
    [InlineData("[]", "map.json:1:1 A map is an object with types, teams and tiers; found a list.")]
    [InlineData("{ \"typs\": {} }", "map.json:1:3 A map has no 'typs'; it has types, teams, tiers. Did you mean 'types'?")]
    [InlineData(
        "{\n  \"types\": { \"a\": 3 }\n}",
        "map.json:2:19 Here stands the name that rules have, or \"\" where they have none; found a number."
    )]
    [InlineData("{ \"tiers\": { \"Level 4\": 4 } }", "map.json:1:25 A tier is 0, 1, 2 or 3, or \"\" where it is none; found 4.")]
    [InlineData("{ \"teams\": [] }", "map.json:1:12 'teams' is an object from the names of people to those of rules; found a list.")]
    [InlineData("{ \"types\": { \"a\": \"b\", \"A\": \"c\" } }", "map.json:1:24 'A' occurs twice.")]
    [InlineData("{ \"types\": { \"a\": }", "map.json:1:19 ")]
    public void Read_BadMap_SaysWhatAndWhere(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<FigureMapException>(() => Read(text)).Message, StringComparison.Ordinal);

    // Else a slip would be reported as issues that came no more.
    [Theory]
    [InlineData(
        "{ \"types\": { \"Letters missing\": \"letters/mising\" } }",
        "map.json:1:33 No rule has the type 'letters/mising'. Did you mean 'letters/missing'?"
    )]
    [InlineData("{ \"teams\": { \"docs\": \"nobody\" } }", "map.json:1:22 No rule has the team 'nobody'.")]
    public void Check_NameOfNoRule_SaysWhichMayBeMeant(string text, string expected) =>
        Assert.Equal(
            expected,
            Assert
                .Throws<FigureMapException>(() =>
                    MapCheck.Check(SomeReport.Input(baseline: SomeReport.Before with { Cells = Tickets }), Read(text))
                )
                .Message
        );

    [Theory]
    [InlineData("{ \"types\": { \"Letters missing\": \"Letters/Missing\", \"signin/loop\": \"\" } }", true)]
    [InlineData("{ \"types\": { \"Letters missing\": \"letters/mising\" } }", false)]
    public void Check_NamesOfRulesOrRulesNotKnown_Passes(string text, bool withRules) =>
        MapCheck.Check(SomeReport.Input(baseline: SomeReport.Before with { Cells = Tickets }, withRules: withRules), Read(text));

    [Fact]
    public void Read_SeveralProblems_AreToldTogether() =>
        Assert.Equal(
            2,
            Assert.Throws<FigureMapException>(() => Read("{ \"types\": 1, \"tiers\": { \"2\": \"two\" } }")).Message.Split('\n').Length
        );

    [Fact]
    public void Draft_TicketsAgainstRules_HasWhatIsMissingAndWhatMayBeMeant()
    {
        var draft = MapDraft.Of(SomeReport.Input(baseline: SomeReport.Before with { Cells = Tickets }), map: null)!;

        Assert.Equal([("Letters missing", "letters/missing"), ("signin/loop", "sign-in/loop")], draft.Types);
        Assert.Equal([("docs", null)], draft.Teams);
        Assert.Equal(
            """
            {
              // Behind each name of people, write the name that rules have. Empty: rules have none, and it is compared with nothing.
              "types": {
                "Letters missing": "", // "letters/missing"?
                "signin/loop": "", // "sign-in/loop"?
              },
              "teams": {
                "docs": "",
              },

              // 0 another desk, 1 agents, 2 troubleshooters, 3 product teams. Where all are empty, tiers are not compared.
              "tiers": {
                "2": "",
                "3": "",
              },
            }

            """.ReplaceLineEndings("\n"),
            draft.ToString()
        );
        Assert.StartsWith(
            "People and rules name issues otherwise: no rule has 2 types such as 'Letters missing' and 1 team such as 'docs', ",
            draft.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Draft_FilledIn_IsAMapThatSuffices()
    {
        var map = Read(MapDraft.Of(SomeReport.Input(baseline: SomeReport.Before with { Cells = Tickets }), map: null)!.ToString());

        Assert.Null(MapDraft.Of(SomeReport.Input(baseline: map.Of(SomeReport.Before with { Cells = Tickets })), map));
    }

    // Of both the same people, or the same rules, named the issues.
    [Fact]
    public void Draft_LikeAgainstLike_IsNone()
    {
        Assert.Null(
            MapDraft.Of(
                SomeReport.Input(Tickets, SomeReport.Before with { Cells = [new(new(1, "other"), new() { Issues = 1, Handled = 1 })] }),
                map: null
            )
        );
        Assert.Null(MapDraft.Of(SomeReport.Input(baseline: SomeReport.Before), map: null));
    }

    [Fact]
    public void Tiers_Mapped_AreCompared()
    {
        var baseline = SomeReport.Before with { Cells = Tickets };

        Assert.False(SomeReport.Input(baseline: baseline).CanCompareTiers);
        Assert.True(SomeReport.Input(baseline: Read("""{ "tiers": { "2": 2 } }""").Of(baseline)).CanCompareTiers);
    }

    private static FigureMap Read(string text) => FigureMapReader.Read("map.json", text);
}
