using AutoResolve.Insights.Learning;
using CsCheck;

namespace AutoResolve.Insights.Tests.Learning;

public sealed class LearntClassifierTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(95)]
    public async Task ToRuleFile_OfWhatWasLearnt_DecidesAsItScores(int sure)
    {
        var texts = Some.Texts(300, ("a", ["alpha", "one two"]), ("b", ["beta", "two three"]), ("c", ["gamma", "alpha"]));
        var learnt = await ClassifierLearning.RunAsync(texts);
        var rulebook = await Some.RulebookAsync(learnt, sure);
        var (matrix, table) = Table(texts);

        var different = texts
            .Index()
            .Where(text =>
            {
                var scores = table.Scores(matrix.Found[text.Index])!;
                Softmax.Apply(scores);
                var expected = learnt.Labels.Where((_, label) => scores[label] * 100 >= sure).Select(label => label.Name).Order();
                return !expected.SequenceEqual(Some.Asked(rulebook, learnt, text.Item.Text));
            });

        Assert.Empty(different);

        // The same once more: what was written is what these parts come to.
        (FeatureMatrix Matrix, ClassifierTable Table) Table(List<LabelledText> read)
        {
            var lesson = LessonOf(read);
            var parts = new TextParts(read, lesson.Labels, 5);
            var trial = Training.Choices.Select(training => Trial.Run(lesson, training, parts, default)).MinBy(trial => trial.Loss)!;
            return (lesson.Matrix, lesson.Learn([.. Enumerable.Range(0, read.Count)], trial.Training, default).Rounded(trial.Scale));
        }
    }

    [Fact]
    public void Rounded_OfAnyModel_ScoresAsItWasTrained()
    {
        var lesson = LessonOf(Some.Texts(400, ("a", ["alpha", "one"]), ("b", ["beta", "two"]), ("c", ["gamma", "one"]), ("d", ["delta"])));
        var gen = Gen.Select(Gen.Int[0, Training.Choices.Length - 1], Gen.Double[0.25, 4]);

        gen.Sample(
            (choice, scale) =>
            {
                var model = lesson.Learn([.. Enumerable.Range(0, 400)], Training.Choices[choice], default);
                var rounded = model.Rounded(scale);
                for (var text = 0; text < 400; text++)
                {
                    var found = lesson.Matrix.Found[text];
                    var scores = rounded.Scores(found)!;
                    var trained = Scores(model, found);

                    // Half a hundredth for each weight and the bias; features are a vector of length 1.
                    var bound = 0.005 * (1 + Math.Sqrt(found.Length)) * 2;
                    for (var label = 0; label < scores.Length; label++)
                        Assert.Equal(trained[label] * scale, scores[label], bound);
                }
            },
            iter: 20
        );
    }

    [Fact]
    public void Learn_Sparse_ScoresAsDense()
    {
        var texts = Some.Texts(600, [.. Enumerable.Range(0, 6).Select(kind => ($"k{kind}", new[] { $"word{kind}", $"{kind}sign" }))]);
        var lesson = LessonOf(texts);
        int[] all = [.. Enumerable.Range(0, texts.Count)];

        var sparse = lesson.Learn(all, Training.Choices[^1], default);

        Assert.True(sparse.Table.Weights.Length < sparse.Features.Length * 6 / 2, $"{sparse.Table.Weights.Length} weights");
        Assert.All(all, text => Assert.Equal(lesson.Labels[text], IndexOfMost(sparse.Rounded().Scores(lesson.Matrix.Found[text])!)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Signs")]
    [InlineData("signs of danger")]
    [InlineData("señales")]
    public async Task ToRuleFile_NameThatNoClassifierMayHave_IsRefused(string name)
    {
        var learnt = await ClassifierLearning.RunAsync(Some.Dangers(40));

        Assert.Throws<ArgumentException>(() => learnt.ToRuleFile(name));
        Assert.Contains("\"set\": \"learnt-signs-of-danger\"", learnt.ToRuleFile("signsOfDanger"), StringComparison.Ordinal);
    }

    [Fact]
    public void Exponential_OfAnyNumber_IsThatOfTheLibrary() =>
        Gen.Double[-700, 700].Sample(value => Assert.Equal(1, Exponential.Of(value) / Math.Exp(value), 1e-12));

    private static Lesson LessonOf(List<LabelledText> texts)
    {
        var names = texts.Select(text => text.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        var sources = texts.Select(text => text.Source).Distinct().ToList();
        return new Lesson(
            FeatureMatrix.Read(texts, 2, default),
            [.. texts.Select(text => (byte)names.IndexOf(text.Label))],
            names.Count,
            [.. texts.Select(text => sources.IndexOf(text.Source))],
            new ClassifierOptions()
        );
    }

    private static double[] Scores(TrainedModel model, int[] found)
    {
        int[] known = [.. found.Select(feature => Array.BinarySearch(model.Features, feature)).Where(place => place >= 0)];
        var length = Math.Sqrt(known.Sum(place => (double)model.Strengths[place] * model.Strengths[place]));
        double[] scores = [.. model.Bias];
        foreach (var place in known)
        {
            for (var at = model.Table.Starts[place]; at < model.Table.Starts[place + 1]; at++)
                scores[model.Table.Labels[at]] += model.Table.Weights[at] * model.Strengths[place] / length;
        }

        return scores;
    }

    private static int IndexOfMost(double[] scores) => Array.IndexOf(scores, scores.Max());
}
