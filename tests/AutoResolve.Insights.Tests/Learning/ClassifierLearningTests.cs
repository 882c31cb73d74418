using AutoResolve.Insights.Learning;

namespace AutoResolve.Insights.Tests.Learning;

public sealed class ClassifierLearningTests
{
    private static readonly string LongLabel = new('x', 300);
    private static readonly string[] Habits = ["zebra", "lantern", "pepper", "violin"];

    [Fact]
    public async Task Run_TextsThatTellByWords_FindsThem_AndTakesFewOthers()
    {
        var learnt = await ClassifierLearning.RunAsync(Some.Dangers(400));

        var judged = learnt.Judgement.Of("danger", 60);
        Assert.Equal(200, judged.Found.Of);
        Assert.True(judged.Found.Value > 0.95, $"{judged.Found.Value:P1}");
        Assert.True(judged.FalseAlarms.Value <= 0.02, $"{judged.FalseAlarms.Value:P1}");
        Assert.True(learnt.Judgement.Overall(50).Right.Value > 0.95);
    }

    [Fact]
    public async Task Run_ManyLabels_TellsEach()
    {
        var learnt = await ClassifierLearning.RunAsync(
            Some.Texts(500, [.. Enumerable.Range(0, 25).Select(kind => ($"kind {kind:00}", new[] { $"word{kind}", $"{kind}sign" }))])
        );

        Assert.Equal(25, learnt.Labels.Count);
        Assert.All(learnt.Labels, label => Assert.Equal(20, learnt.Judgement.Of(label.Name, 30).Found.Hits));
    }

    [Fact]
    public async Task Run_SameTexts_LearnsTheSame_WhateverElseRuns()
    {
        var texts = Some.Dangers(200);

        var files = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(async _ => (await ClassifierLearning.RunAsync(texts)).ToRuleFile("signs"))
        );

        Assert.Single(files.Distinct());
    }

    [Fact]
    public async Task Run_WordsOfOneWriter_AreNotLearnt()
    {
        // Each writer has a word of their own for all that they say of danger, and a name that they sign with.
        var texts = Some.Dangers(400)
            .Select(text => (text, writer: text.Source![^1] - '0'))
            .Select(row => row.text with { Text = row.text.Text + (row.text.Label == "danger" ? $" {Habits[row.writer]}" : " Marguerite") })
            .ToList();

        var byWriter = (await ClassifierLearning.RunAsync(texts)).ToRuleFile("signs");
        var mixed = (await ClassifierLearning.RunAsync([.. texts.Select(text => text with { Source = null })])).ToRuleFile("signs");

        Assert.All(Habits, habit => Assert.DoesNotContain(habit[..5], byWriter, StringComparison.Ordinal));
        Assert.All(Habits, habit => Assert.Contains(habit[..5], mixed, StringComparison.Ordinal));
        Assert.Contains("margue", byWriter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WordsOfFewTexts_AreNotLearnt()
    {
        var texts = Some.Dangers(200);
        texts[0] = texts[0] with { Text = texts[0].Text + " Marguerite stolen" };
        texts[2] = texts[2] with { Text = texts[2].Text + " Theodora stolen" };
        texts[4] = texts[4] with { Text = texts[4].Text + " Theodora stolen" };
        texts = [.. texts.Select(text => text with { Source = null })];

        var two = (await ClassifierLearning.RunAsync(texts)).ToRuleFile("signs");
        var three = (await ClassifierLearning.RunAsync(texts, new ClassifierOptions { MinTexts = 3 })).ToRuleFile("signs");

        Assert.Contains("theodo", two, StringComparison.Ordinal);
        Assert.DoesNotContain("margue", two, StringComparison.Ordinal);
        Assert.DoesNotContain("theodo", three, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhatIsMasked_IsNotLearnt()
    {
        var texts = Some.Dangers(200).Select(text => text with { Text = $"{text.Text} [PII_EMAIL] stays" }).ToList();

        var file = (await ClassifierLearning.RunAsync(texts)).ToRuleFile("signs");

        Assert.DoesNotContain("pii", file, StringComparison.Ordinal);
        Assert.DoesNotContain("email", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TextsOfStrangers_AreJudgedByWhatOthersTeach()
    {
        // Who knows the writer knows the label; words say nothing.
        var texts = Enumerable
            .Range(0, 400)
            .Select(at => new LabelledText(
                $"{Habits[at % 4]} says that the page is slow",
                at % 4 < 2 ? "danger" : "calm",
                $"writer {at % 4}"
            ))
            .ToList();

        var byWriter = await ClassifierLearning.RunAsync(texts);
        var mixed = await ClassifierLearning.RunAsync([.. texts.Select(text => text with { Source = null })]);

        Assert.Equal(0, byWriter.WordCount);
        Assert.Throws<InvalidOperationException>(() => byWriter.ToRuleFile("signs"));
        Assert.Equal(1, mixed.Judgement.Of("danger", 60).Found.Value);
    }

    [Fact]
    public async Task Run_LabelOfOneWriter_IsToldAsNotJudged()
    {
        List<LabelledText> texts =
        [
            .. Some.Dangers(200),
            .. Enumerable.Range(0, 20).Select(at => new LabelledText($"the cemetery is closed {at}", "graves", "writer 9")),
        ];

        var learnt = await ClassifierLearning.RunAsync(texts);

        Assert.Equal(0, learnt.Judgement.Of("graves", 1).Found.Of);
        Assert.Equal(120, learnt.Judgement.Of("danger", 1).FalseAlarms.Of);
        Assert.Equal(200, learnt.Judgement.Overall(50).Right.Of);
    }

    [Fact]
    public async Task Run_TextsThatAreAllAlike_LearnsNothing()
    {
        var texts = Enumerable.Range(0, 40).Select(at => new LabelledText("the same text", at % 2 == 0 ? "a" : "b")).ToList();

        Assert.Equal(0, (await ClassifierLearning.RunAsync(texts)).WordCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000 \ud800 \udfff 😀 ...")]
    [InlineData("한국어 テスト مرحبا ไทย")]
    public async Task Run_HostileTexts_AreReadAsWritten(string hostile)
    {
        List<LabelledText> texts =
        [
            .. Some.Dangers(200),
            .. Enumerable.Range(0, 12).Select(at => new LabelledText(hostile, at % 2 == 0 ? "danger" : "calm", $"writer {at % 4}")),
            .. Enumerable
                .Range(0, 4)
                .Select(at => new LabelledText(string.Concat(Enumerable.Repeat(hostile + "stolen a ", 5_000)), "danger")),
        ];

        var learnt = await ClassifierLearning.RunAsync(texts);

        await Some.RulebookAsync(learnt, 60);
        Assert.True(learnt.Judgement.Of("danger", 60).Found.Value > 0.8);
    }

    [Fact]
    public async Task Run_HostileLabels_BecomeNamesThatRulesMayHave()
    {
        string[] given = ["Sign in / Loop", "sign-in/loop", "Größe", "grosse", "名前", "😀", "Other", "5", "a\"b\\c", LongLabel];
        var texts = given.SelectMany((label, kind) => Some.Texts(20, (label, [$"word{kind}", $"{kind}sign"]))).ToList();

        var learnt = await ClassifierLearning.RunAsync(texts);

        await Some.RulebookAsync(learnt, 60);
        var names = learnt.Labels.Select(label => label.Name).ToList();
        Assert.Equal("other", names[^1]);
        Assert.All(names, name => Assert.Matches("^[a-z0-9]+([-/]+[a-z0-9]+)*$", name));
        Assert.Equal(
            [
                ["名前"],
                ["😀"],
            ],
            learnt.Labels.Where(label => label.Name.StartsWith("label-", StringComparison.Ordinal)).Select(label => label.Given)
        );
        Assert.Equal(["Sign in / Loop", "sign-in/loop"], learnt.Labels.Single(label => label.Name == "sign-in/loop").Given);
        Assert.Equal(200, learnt.Labels.Sum(label => label.Texts));
    }

    [Fact]
    public async Task Run_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ClassifierLearning.RunAsync(Some.Dangers(400), null, source.Token));
    }

    [Fact]
    public async Task Run_OneLabelOrTooFewTexts_IsRefused()
    {
        var one = await Assert.ThrowsAsync<ArgumentException>(() => ClassifierLearning.RunAsync(Some.Texts(40, ("a", ["b"]))));
        var few = await Assert.ThrowsAsync<ArgumentException>(() => ClassifierLearning.RunAsync(Some.Dangers(19)));

        Assert.Contains("There are 1 labels; a classifier has from 2 to 200.", one.Message, StringComparison.Ordinal);
        Assert.Contains("There are 9 texts of 'calm'; 10 are needed.", few.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 100, 5, "MinTexts must be 2 or more. (Parameter 'options')")]
    [InlineData(2, 0, 5, "MaxWords must be from 1 to 200000. (Parameter 'options')")]
    [InlineData(2, 200_001, 5, "MaxWords must be from 1 to 200000. (Parameter 'options')")]
    [InlineData(2, 100, 1, "Parts must be from 2 to 100. (Parameter 'options')")]
    public async Task Run_OptionOutOfItsRange_IsRefused(int minTexts, int maxWords, int parts, string message)
    {
        var options = new ClassifierOptions
        {
            MinTexts = minTexts,
            MaxWords = maxWords,
            Parts = parts,
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => ClassifierLearning.RunAsync(Some.Dangers(40), options));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public async Task Run_MoreWordsThanWanted_KeepsThatMany_AndThoseThatTellMost()
    {
        var learnt = await ClassifierLearning.RunAsync(Some.Dangers(400), new ClassifierOptions { MaxWords = 12 });

        Assert.InRange(learnt.WordCount, 1, 12);
        Assert.True(learnt.Judgement.Overall(50).Right.Value > 0.8);
    }

    [Theory]
    [InlineData("calm", 0)]
    [InlineData("calm", 100)]
    [InlineData("nothing", 50)]
    public async Task Judgement_OfWhatCannotBeAsked_IsRefused(string label, int sure)
    {
        var learnt = await ClassifierLearning.RunAsync(Some.Dangers(40));

        Assert.Throws<ArgumentException>(() => learnt.Judgement.Of(label, sure));
    }
}
