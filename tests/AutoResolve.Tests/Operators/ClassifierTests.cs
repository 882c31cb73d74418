using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Rules.Linting;
using AutoResolve.Tests.Matching;
using AutoResolve.Tests.Rules;
using CsCheck;
using Newtonsoft.Json;

namespace AutoResolve.Tests.Operators;

public sealed class ClassifierTests
{
    private const string Subjects = """
        "classifiers": {
          "subjects": {
            "labels": { "other": -12, "sign-in-loop": 35, "big-file": 0 },
            "words": ["big file 54 3:310 2:-40", "signed 22 2:118", "file 10 3:120", "lost 30 1:200", "sesion 40 2:90", "uploadin 9 2:110", "登 7 3:90"]
          }
        },
        """;

    [Theory]
    [InlineData("I was signed out", "sign-in-loop", 70)]
    [InlineData("a big file", "big-file", 93)]
    [InlineData("a BIG, file!", "big-file", 93)]
    [InlineData("a big new file", "big-file", 59)]
    [InlineData("files, big ones", "big-file", null)]
    [InlineData("the file is lost", "other", 67)]
    [InlineData("lost lost lost", "other", 73)]
    [InlineData("signedly", "sign-in-loop", null)]
    [InlineData("uploadingly", "sign-in-loop", 69)]
    [InlineData("Sesión", "sign-in-loop", 64)]
    [InlineData("登录", "big-file", 51)]
    [InlineData("lost", "big-file", 11)]
    [InlineData("nothing of it", "big-file", null)]
    [InlineData("", "big-file", null)]
    public void ReadsLike_Text_IsAsSureAsTheFormatSays(string text, string label, int? percent)
    {
        for (var sure = 1; sure < 100; sure++)
        {
            var holds = Programs.Holds($$"""{ "readsLike": "{{label}}", "by": "subjects", "sure": {{sure}} }""", text, Subjects);
            Assert.Equal(sure <= percent, holds);
        }

        Assert.Equal(percent is null ? "none of the words is known" : $"{percent} % sure", Reached(text, label));
    }

    [Theory]
    [InlineData("I was sigend out", """ "anyOf": ["signed up"] """, true)]
    [InlineData("I was siigned out", """ "anyOf": ["signed up"] """, true)]
    [InlineData("I was sigend out", """ "anyOf": ["sign up"] """, true)]
    [InlineData("I was sigend out", """ "allOf": ["nothing", "of", "it"] """, false)]
    [InlineData("I was sigend out", """ "anyOf": ["signed up"], "typos": false """, false)]
    [InlineData("I was singed out", """ "anyOf": ["signed up"] """, false)]
    [InlineData("I was sigmed out", """ "anyOf": ["signed up", "sigmes up"] """, false)]
    [InlineData("my uploadingsz", """ "anyOf": ["uploadings here"] """, true)]
    public void MisspeltWord_OfAPhrase_CountsAsTheWord(string text, string phrases, bool holds)
    {
        var when = $$"""{ "any": [{ {{phrases}} }, { "readsLike": "sign-in-loop", "by": "subjects", "sure": 65 }] }""";

        Assert.Equal(holds, Programs.Holds(when, text, Subjects));
    }

    [Theory]
    [InlineData("a big file", """ "readsUnlike": ["big-file"] """, false)]
    [InlineData("a big file", """ "readsUnlike": ["sign-in-loop", "other"] """, true)]
    [InlineData("a big file", """ "readsLike": ["sign-in-loop", "big-file"] """, true)]
    [InlineData("a big file", """ "readsLike": ["big-file", "big-file"] """, true)]
    [InlineData("signed", """ "readsUnlike": "big-file" """, true)]
    [InlineData("nothing", """ "readsUnlike": "big-file" """, false)]
    [InlineData("signed", """ "readsLike": ["other", "sign-in-loop", "big-file"] """, true)]
    [InlineData("signed", """ "readsUnlike": ["other", "sign-in-loop", "big-file"] """, false)]
    public void SeveralLabels_Together_AreAsked(string text, string asked, bool holds) =>
        Assert.Equal(holds, Programs.Holds($$"""{ {{asked}}, "by": "subjects", "sure": 80 }""", text, Subjects));

    [Fact]
    public void ReadsLike_TitleAndText_AreReadTogetherButNoPairGoesFromOneToTheOther()
    {
        const string When = """{ "readsLike": "big-file", "by": "subjects", "sure": 90 }""";

        Assert.True(Programs.Holds(Programs.Rule(When, Subjects), Programs.Text("file", "big file")));
        Assert.False(Programs.Holds(Programs.Rule(When, Subjects), Programs.Text("file", "big")));
        Assert.False(
            Programs.Holds(Programs.Rule(When.Replace(" }", ", \"in\": \"text\" }"), Subjects), Programs.Text("file", "big file"))
        );
    }

    [Theory]
    [InlineData("big file", "lost", true)]
    [InlineData("lost", "big file", true)]
    [InlineData("lost", "lost again", false)]
    public void ReadsLike_Turns_AreReadEachForItself(string first, string second, bool holds)
    {
        var issue = new Issue
        {
            Id = "1",
            Text = first,
            Turns = [new Turn { Id = "t", Text = second }],
        };

        Assert.Equal(
            holds,
            Programs.Holds(
                Programs.Rule("""{ "readsLike": "big-file", "by": "subjects", "sure": 90 }""", Subjects),
                Programs.Prepare(issue)
            )
        );
    }

    [Theory]
    [InlineData("I have no big file", true)]
    [InlineData("a bgi file", false)]
    public void ReadsLike_WordsDeniedOrMisspelt_AreTakenAsTheyAre(string text, bool holds) =>
        Assert.Equal(holds, Programs.Holds("""{ "readsLike": "big-file", "by": "subjects", "sure": 80 }""", text, Subjects));

    [Fact]
    public void Evidence_OfReadsLike_IsWhatSpeaksMostForItInTheOrderOfTheText()
    {
        var text = Programs.Text("The file is a big file, I was signed out.");

        var match = Programs.Examine(Programs.Rule("""{ "readsLike": ["big-file"], "by": "subjects", "sure": 60 }""", Subjects), text);

        Assert.Equal("/when/readsLike 'file' text 'file'\n/when/readsLike 'big file' text 'big file'", Programs.Evidence(match, text));
        Assert.Equal(1, match.Specificity);
        Assert.Equal("at least 60 % sure that it reads like big-file (subjects)", match.Rule.When.Description);
        Assert.Equal("89 % sure", ConditionTracer.Trace(match.Rule, text, FactValues.None).Reached);
    }

    [Fact]
    public void Evidence_WhereNothingSpeaksForIt_IsWhatSpeaksLeastAgainst()
    {
        var text = Programs.Text("it is lost");

        var match = Programs.Examine(Programs.Rule("""{ "readsUnlike": "other", "by": "subjects", "sure": 20 }""", Subjects), text);

        Assert.Equal("/when/readsUnlike 'lost' text 'lost'", Programs.Evidence(match, text));
        Assert.Equal("at least 20 % sure that it does not read like other (subjects)", match.Rule.When.Description);
    }

    [Fact]
    public void ReadsLike_AnyClassifierAndText_IsAsTheFormatSays()
    {
        var held = 0;
        var word = Gen.OneOf("big", "file", "a", "signed", "état", "ΟΔΟΣ", "登录", "ＡＢＣ", "can't", "x1", "uploading", "パスワード");
        var feature = word.Array[1, 2].Select(words => TextFeatures.Of(string.Join(' ', words)).Last());
        var line = Gen.Select(feature, Gen.Int[1, 1000], Gen.Int[-600, 600].Where(weight => weight != 0), Gen.Int[1, 300], Gen.Int[1, 3])
            .Select(
                (one, strength, strong, weak, label) =>
                    string.Create(CultureInfo.InvariantCulture, $"{one} {strength} {label}:{weak} {1 + (label % 3)}:{strong}")
            );
        Gen.Select(
                line.Array[1, 20].Select(lines => lines.DistinctBy(one => FeatureOf(one)).ToArray()),
                Gen.Int[-300, 300].Array[3],
                Gen.OneOf(word, Gen.OneOf("other", "words")).Array[0, 8].Select(words => string.Join(' ', words)),
                Gen.Int[1, 99]
            )
            .Sample(
                (lines, biases, text, sure) =>
                {
                    var set = $$"""
                        "classifiers": { "c": { "labels": { "a": {{biases[0]}}, "b": {{biases[1]}}, "c": {{biases[2]}} },
                          "words": {{JsonConvert.SerializeObject(lines)}} } },
                        """;
                    var shares = ClassifierOracle.Shares(biases, lines, TextFeatures.Of(text));
                    var (like, unlike) = (shares?[1] ?? 0, shares is null ? 0 : shares[0] + shares[2]);

                    // What is as sure as that in the last digit may be either.
                    if (Math.Min(Math.Abs(like - (sure / 100.0)), Math.Abs(unlike - (sure / 100.0))) < 0.000_002)
                        return;
                    Assert.Equal(like >= sure / 100.0, Programs.Holds(Asks("readsLike", sure), text, set));
                    Assert.Equal(unlike >= sure / 100.0, Programs.Holds(Asks("readsUnlike", sure), text, set));
                    Interlocked.Add(ref held, like >= sure / 100.0 ? 1 : 0);
                },
                iter: LongRun.Of(600)
            );

        Assert.InRange(held, 50, int.MaxValue);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", \"window\": 8", true)]
    [InlineData(", \"window\": 200", false)]
    public void ReadsLike_SentenceAmongOthers_IsFoundByItsWindow(string window, bool holds)
    {
        var text = "I was signed out. It is lost. " + Many(20) + " A big file it was. " + Many(20) + " Signed, sesión";
        var when = $$"""{ "readsLike": "big-file", "by": "subjects", "sure": 90{{window}} }""";

        Assert.Equal(holds, Programs.Holds(when, text, Subjects));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1_000)]
    public void Windows_OfAText_BeginAndEndWithIt(int words)
    {
        const string When = """{ "readsLike": "big-file", "by": "subjects", "sure": 90, "window": 8 }""";

        Assert.True(Programs.Holds(When, "signed " + Many(words) + " big file", Subjects));
        Assert.True(Programs.Holds(When, "big file " + Many(words) + " signed", Subjects));
    }

    [Fact]
    public void Window_OverTitleAndText_GoesFromOneToTheOther()
    {
        const string When = """{ "readsLike": "sign-in-loop", "by": "subjects", "sure": 73, "window": 8 }""";

        // Neither alone is as sure, nor all together.
        Assert.True(Programs.Holds(Programs.Rule(When, Subjects), Programs.Text("sesion a b c d e f g lost", "lost lost a signed")));
    }

    [Fact]
    public void Evidence_OfAWindow_IsOfTheFirstThatSaysIt()
    {
        var text = Programs.Text("signed file " + Many(12) + " a big file, a big file");
        const string When = """{ "readsLike": "big-file", "by": "subjects", "sure": 92, "window": 8 }""";

        var match = Programs.Examine(Programs.Rule(When, Subjects), text);

        Assert.Equal("/when/readsLike 'big file' text 'big file'\n/when/readsLike 'file' text 'file'", Programs.Evidence(match, text));
        Assert.All(match.Evidence, evidence => Assert.InRange(evidence.Start, 30, int.MaxValue));
        Assert.Equal("at least 92 % sure that a window of 8 words reads like big-file (subjects)", match.Rule.When.Description);
        Assert.Equal("93 % sure", ConditionTracer.Trace(match.Rule, text, FactValues.None).Reached);
    }

    [Fact]
    public void ReadsLike_AnyWindows_AreAsTheFormatSays()
    {
        var held = 0;
        string[] lines = ["big file 54 3:310 2:-40", "signed 22 2:118", "file 10 3:120", "lost 30 1:200", "sesion 40 2:90"];
        int[] biases = [-12, 35, 0];
        Gen.Select(Gen.OneOf("big", "file", "signed", "lost", "sesión", "a", "x", "y", "z").Array[0, 60], Gen.Int[8, 20], Gen.Int[1, 99])
            .Sample(
                (words, size, sure) =>
                {
                    var shares = Windows(words, size)
                        .Select(window => ClassifierOracle.Shares(biases, lines, TextFeatures.Of(string.Join(' ', window))))
                        .Select(window => window?[2] ?? 0)
                        .ToList();
                    if (shares.Any(share => Math.Abs(share - (sure / 100.0)) < 0.000_002))
                        return;
                    var when = $$"""{ "readsLike": "big-file", "by": "subjects", "sure": {{sure}}, "window": {{size}} }""";
                    var holds = shares.Any(share => share >= sure / 100.0);
                    Assert.Equal(holds, Programs.Holds(when, string.Join(' ', words), Subjects));
                    Interlocked.Add(ref held, holds ? 1 : 0);
                },
                iter: LongRun.Of(600)
            );

        Assert.InRange(held, 50, int.MaxValue);
    }

    [Theory]
    [InlineData(
        """{ "readsLike": "big-fil", "by": "subjects", "sure": 60 }""",
        "a.json:1:14 AR3044 The classifier 'subjects' has no label 'big-fil'.",
        "Did you mean 'big-file'?"
    )]
    [InlineData(
        """{ "readsLike": ["other", "x"], "by": "subjects", "sure": 60 }""",
        "AR3044 The classifier 'subjects' has no label 'x'.",
        ""
    )]
    [InlineData(
        """{ "readsLike": "other", "by": "subject", "sure": 60 }""",
        "AR3044 There is no classifier 'subject' in this set or in a shared one.",
        "Did you mean 'subjects'?"
    )]
    public void UnknownNames_AreReported(string when, string message, string suggestion)
    {
        var problems = Programs.Problems(when, Subjects);

        Assert.Contains(message[message.IndexOf("AR", StringComparison.Ordinal)..], problems, StringComparison.Ordinal);
        Assert.Contains(suggestion, problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Big file 5 1:1\"", 1, "AR1055 Words of a classifier are one or two")]
    [InlineData("\"big filenames 5 1:1\"", 5, "not 'filenames'")]
    [InlineData("\"état 5 1:1\"", 1, "not 'état'")]
    [InlineData("\"a b c 5 1:1\"", 3, "not 'b c'")]
    [InlineData("\"big  5 1:1\"", 5, "not ''")]
    [InlineData("\"wi-fi 5 1:1\"", 1, "not 'wi-fi'")]
    [InlineData("\"big 5\"", 1, "AR1055 'big 5' is no line of words")]
    [InlineData("\"5 1:1\"", 1, "is no line of words")]
    [InlineData("\"big 5\\u0000 1:1\"", 5, "AR1055 How strong a word is is a whole number from 1 to 1,000")]
    [InlineData("\"big 0 1:1\"", 5, "AR1055 How strong a word is is a whole number from 1 to 1,000, not '0'")]
    [InlineData("\"big 1001 1:1\"", 5, "not '1001'")]
    [InlineData("\"big 05 1:1\"", 5, "not '05'")]
    [InlineData("\"big 5 4:1\"", 7, "AR1055 A weight is the number of a label from 1 to 3")]
    [InlineData("\"big 5 1:0\"", 7, "not '1:0'")]
    [InlineData("\"big 5 1:+3\"", 7, "not '1:+3'")]
    [InlineData("\"big 5 1:1 2:10001\"", 11, "not '2:10001'")]
    [InlineData("\"big 5 1:1 2\"", 11, "not '2'")]
    [InlineData("\"big 5 1:1 \"", 11, "not ''")]
    [InlineData("\"big 5 1:1 1:2\"", 11, "AR1055 The label 1 has a weight already in this line")]
    [InlineData("\"big 5 1:1\", \"big 6 2:1\"", 14, "AR1055 'big' stands twice in these words")]
    [InlineData("\"\"", 1, "AR1018")]
    [InlineData("5", 0, "AR1011")]
    public void BrokenWords_AreReportedWhereTheyStand(string words, int column, string message)
    {
        var file =
            "{ \"set\": \"s\", \"title\": \"t\", \"owner\": \"o\", \"shared\": true,\n\"classifiers\": { \"c\": {\n"
            + $"\"labels\": {{ \"a\": 0, \"b\": 0, \"c\": 0 }}, \"words\": [\n{words}] }} }} }}";

        var problem = RuleFiles.Problems(file);

        Assert.Contains(message, problem, StringComparison.Ordinal);
        if (message.Contains("AR1055", StringComparison.Ordinal) || message.StartsWith("not", StringComparison.Ordinal))
            Assert.StartsWith($"a.json:4:{column + 1} AR1055", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "a": 0 }""", "AR1017 A classifier has 2 to 200 labels; this one has 1.")]
    [InlineData("{}", "AR1017 A classifier has 2 to 200 labels; this one has 0.")]
    [InlineData("""{ "a": 0, "Big file": 0 }""", "AR1013 This label must be")]
    [InlineData("""{ "a": 0, "b": 10001 }""", "AR1016")]
    [InlineData("""{ "a": 0, "b": "1" }""", "AR1011")]
    [InlineData("""{ "a": 0, "a": 1, "b": 1 }""", "AR1008")]
    [InlineData("""["a", "b"]""", "AR1011")]
    public void BrokenLabels_AreReported(string labels, string message) =>
        Assert.Contains(
            message,
            RuleFiles.Problems(
                "{ \"set\": \"s\", \"title\": \"t\", \"owner\": \"o\", \"shared\": true, \"classifiers\": { \"c\": { "
                    + $"\"labels\": {labels}, \"words\": [\"a 1 1:1\"] }} }} }}"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Labels_ThatBeginLikeAnOwnKey_AreLabels() =>
        Assert.True(
            Programs.Holds(
                """{ "readsLike": "b", "by": "c", "sure": 90 }""",
                "word",
                """ "classifiers": { "c": { "labels": { "x-a": 0, "b": 0 }, "words": ["word 1 2:900"] } }, """
            )
        );

    [Theory]
    [InlineData(201, "AR1016 A classifier has 2 to 200 labels; this one has 201.")]
    [InlineData(200, "")]
    public void Labels_AsManyAsThereMayBe_AreRead(int count, string message)
    {
        var labels = string.Join(", ", Enumerable.Range(1, count).Select(number => $"\"l{number}\": 0"));

        var problems = RuleFiles.Problems(
            $$"""
            { "set": "s", "title": "t", "owner": "o", "shared": true,
              "classifiers": { "c": { "labels": { {{labels}} }, "words": ["a 1 200:1"] } } }
            """
        );

        Assert.Equal(message.Length == 0, problems.Length == 0);
        Assert.Contains(message, problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "readsLike": "other", "by": "subjects", "sure": 60 }""", "")]
    [InlineData("""{ "none": [{ "readsUnlike": "other", "by": "subjects", "sure": 60 }], "all": [{ "anyOf": ["a"] }] }""", "")]
    [InlineData(
        """{ "anyOf": ["a"] }""",
        "Nothing uses the classifier 'subjects'. Remove it, or check the spelling where it was meant to be used."
    )]
    public void Lint_ClassifierThatNobodyAsks_IsTold(string when, string message)
    {
        List<Diagnostic> diagnostics = [];

        var set = RuleFiles.Read(RuleFiles.Rule(when: when, set: Subjects));
        RulebookLinter.Lint(new LintContext([set], new DateOnly(2026, 11, 23), "en"), diagnostics, threads: 2);

        Assert.Equal(
            message,
            string.Concat(diagnostics.Where(problem => problem.Code == LintCodes.Unused).Select(problem => problem.Message))
        );
    }

    private static string Many(int words) => string.Join(' ', Enumerable.Repeat("x", words));

    // Each begins a quarter of its size after the one before, rounded up; the last ends with the text.
    private static IEnumerable<string[]> Windows(string[] words, int size)
    {
        var first = 0;
        for (; first + size < words.Length; first += (size + 3) / 4)
            yield return words[first..(first + size)];
        yield return words[Math.Max(0, words.Length - size)..];
    }

    private static string? Reached(string text, string label) =>
        ConditionTracer
            .Trace(
                Programs.Rule($$"""{ "readsLike": "{{label}}", "by": "subjects", "sure": 60 }""", Subjects),
                Programs.Text(text),
                FactValues.None
            )
            .Reached;

    private static string FeatureOf(string line)
    {
        var weights = line[..line.IndexOf(':', StringComparison.Ordinal)];
        return string.Join(' ', weights.Split(' ')[..^2]);
    }

    private static string Asks(string key, int sure) => $$"""{ "{{key}}": "b", "by": "c", "sure": {{sure}} }""";
}
