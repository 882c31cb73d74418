using AutoResolve.Insights.Learning;
using AutoResolve.Sources;

namespace AutoResolve.Insights.Tests.Learning;

public sealed class PointsLearningTests
{
    private static readonly string[] Dangers = ["scammed", "stolen", "wire transfer", "gift cards", "fake agent"];
    private static readonly string[] Calm = ["password", "upload", "letter", "appointment", "address"];
    private static readonly string[] Habits = ["zebra", "lantern", "pepper", "violin"];
    private static readonly string[] Around =
    [
        "the page says",
        "please call me",
        "since monday",
        "on my phone",
        "for my father",
        "thank you",
    ];

    [Fact]
    public async Task Run_TextsThatTellByWords_FindsThem_AndTakesFewOthers()
    {
        var learnt = await PointsLearning.RunAsync(Texts(400), new PointsOptions { MaxFalseAlarms = 0.02 });

        Assert.True(learnt.Found.Value > 0.95, $"{learnt.Found.Value:P1}");
        Assert.True(learnt.FalseAlarms.Value <= 0.02, $"{learnt.FalseAlarms.Value:P1}");
        var points = learnt
            .Phrases.SelectMany(some => some.Value.Select(phrase => (Phrase: phrase, Points: some.Key)))
            .ToDictionary(entry => entry.Phrase, entry => entry.Points);
        Assert.True(points["scammed"] > 0);
        Assert.True(points["password"] < 0);
    }

    [Fact]
    public async Task Run_TextsThatAreEasilyToldApart_NeedsHalfOfWhatTheyHave()
    {
        var texts = Enumerable
            .Range(0, 240)
            .Select(at => new LabelledText(
                at % 4 == 0
                    ? $"my claim for the trip was refused, why {Around[at / 4 % 6]}"
                    : $"it was {Around[at / 4 % 6]} {Calm[at % 5]}",
                at % 4 == 0
            ))
            .ToList();

        var learnt = await PointsLearning.RunAsync(texts);

        Assert.Equal((1, 0), (learnt.Found.Value, learnt.FalseAlarms.Value));
        var strongest = learnt.Phrases.Max(points => points.Key);
        Assert.True(learnt.Needed > strongest, $"one phrase counts {strongest} of {learnt.Needed} points");
        Assert.Contains(learnt.Choices, choice => choice.Needed == learnt.Needed);
    }

    [Fact]
    public async Task Run_SameTexts_LearnsTheSame()
    {
        var one = await PointsLearning.RunAsync(Texts(200));
        var other = await PointsLearning.RunAsync(Texts(200));

        Assert.Equal(one.ToRuleFile("signs"), other.ToRuleFile("signs"));
    }

    [Fact]
    public async Task Run_MorePhrasesThanWanted_KeepsThatMany()
    {
        var learnt = await PointsLearning.RunAsync(Texts(400), new PointsOptions { MaxPhrases = 6 });

        Assert.InRange(learnt.PhraseCount, 1, 6);
    }

    [Fact]
    public async Task Run_WordsOfOneWriter_AreJudgedByWhatOthersTeach()
    {
        // Each writer has a word of their own for all that they say of danger.
        var texts = Enumerable
            .Range(0, 400)
            .Select(at => new LabelledText(
                $"{(at % 2 == 0 ? Habits[at % 8 / 2] + " " : "")}{Around[at / 2 % Around.Length]} and {Around[(at / 7) % Around.Length]}",
                at % 2 == 0,
                $"writer {at % 8 / 2}"
            ))
            .ToList();

        var byWriter = await PointsLearning.RunAsync(texts);
        var mixed = await PointsLearning.RunAsync([.. texts.Select(text => text with { Source = null })]);

        Assert.True(byWriter.Found.Value < 0.2, $"{byWriter.Found.Value:P1}");
        Assert.True(mixed.Found.Value > 0.9, $"{mixed.Found.Value:P1}");
    }

    [Fact]
    public async Task ToRuleFile_OfWhatWasLearnt_DecidesAsItWasJudged()
    {
        var texts = Texts(400);
        var learnt = await PointsLearning.RunAsync(texts);
        const string Rules = """
            { "set": "signs", "title": "S", "owner": "o", "guard": true, "rules": [{ "id": "signs.all", "title": "A", "type": "a/b",
              "status": "active", "when": { "use": "fraud" }, "then": { "outcome": "escalate", "team": "t" } }] }
            """;
        var rulebook = await Rulebook.LoadAsync(
            RuleSource.Memory(File("learnt.json", learnt.ToRuleFile("fraud")), File("signs.json", Rules))
        );

        var found = texts.Count(text =>
        {
            var matches = new List<RuleReference>();
            rulebook.FindMatches(new Issue { Id = "1", Text = text.Text }, matches);
            return matches.Count > 0 == text.IsMeant;
        });

        Assert.True(found > 0.97 * texts.Count, $"{found} of {texts.Count}");
    }

    [Fact]
    public async Task Run_TooFewTexts_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(() => PointsLearning.RunAsync(Texts(15)));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public async Task Run_OptionOutOfItsRange_IsRefused(double falseAlarms)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            PointsLearning.RunAsync(Texts(40), new PointsOptions { MaxFalseAlarms = falseAlarms })
        );

        Assert.Equal("MaxFalseAlarms must be from 0 to below 1. (Parameter 'options')", exception.Message);
    }

    // A number of points that nothing reaches would be no rule.
    [Theory]
    [InlineData(0)]
    [InlineData(0.9)]
    public async Task Run_AnyFalseAlarms_NeedsWhatARuleMayAskFor(double falseAlarms)
    {
        var learnt = await PointsLearning.RunAsync(Texts(200), new PointsOptions { MaxFalseAlarms = falseAlarms });

        Assert.InRange(learnt.Needed, 1, learnt.Phrases.Sum(points => Math.Max(0, points.Key) * points.Value.Count));
        await Rulebook.LoadAsync(RuleSource.Memory(File("learnt.json", learnt.ToRuleFile("signs"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Signs")]
    [InlineData("signs of danger")]
    [InlineData("señales")]
    public async Task ToRuleFile_NameThatNoConditionMayHave_IsRefused(string name)
    {
        var learnt = await PointsLearning.RunAsync(Texts(40));

        Assert.Throws<ArgumentException>(() => learnt.ToRuleFile(name));
        Assert.Contains("\"set\": \"learnt-signs-of-danger\"", learnt.ToRuleFile("signsOfDanger"), StringComparison.Ordinal);
    }

    private static RuleSourceFile File(string path, string text) => new(path, System.Text.Encoding.UTF8.GetBytes(text));

    private static List<LabelledText> Texts(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(at =>
                {
                    var words = at % 2 == 0 ? Dangers : Calm;
                    return new LabelledText(
                        $"{Around[at % Around.Length]} {words[at / 2 % words.Length]} {Around[(at / 5) % Around.Length]} "
                            + words[((at / 3) + 1) % words.Length],
                        at % 2 == 0
                    );
                }),
        ];
}
