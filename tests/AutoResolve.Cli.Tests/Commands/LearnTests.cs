using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Commands;

public sealed class LearnTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _history;

    public LearnTests() => _history = _folder.Write("labelled.csv", History("danger:stolen", "calm:upload"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Learn_Out_WritesRulesThatLintTakes()
    {
        var rules = Path.Combine(_folder.Path, "rules", "learnt.json");

        var learnt = await LearnAsync("--kind", "danger", "--by", "Writer", "--name", "signsOfDanger", "--out", rules);
        var lint = await Tool.RunAsync("lint", "--rules", Path.GetDirectoryName(rules)!, "--json");

        Assert.Equal((0, ""), (learnt.ExitCode, learnt.StandardError));
        Assert.EndsWith($"Written to {rules}.\n", learnt.StandardOutput, StringComparison.Ordinal);
        var set = JObject.Parse(await File.ReadAllTextAsync(rules));
        Assert.Equal("learnt-signs-of-danger", (string?)set["set"]);
        var classifier = set["classifiers"]!["signsOfDanger"]!;
        Assert.Equal(["danger", "other"], classifier["labels"]!.Cast<JProperty>().Select(label => label.Name));
        Assert.Contains("\"stolen ", $"{classifier["words"]}", StringComparison.Ordinal);
        Assert.Equal(0, (int)JObject.Parse(lint.StandardOutput)["errors"]!);
    }

    [Fact]
    public async Task Learn_OutThatSomebodyWrote_IsNotTouched()
    {
        var rules = _folder.Write("rules.json", "{ \"set\": \"mine\" }");

        var learnt = await LearnAsync("--by", "Writer", "--out", rules);

        Assert.NotEqual(0, learnt.ExitCode);
        Assert.Contains("is no file that learn wrote; it was not touched", learnt.StandardError, StringComparison.Ordinal);
        Assert.Equal("{ \"set\": \"mine\" }", await File.ReadAllTextAsync(rules));
    }

    [Fact]
    public async Task Learn_OutThatItWrote_IsWrittenAgain()
    {
        var rules = Path.Combine(_folder.Path, "learnt.json");

        await LearnAsync("--by", "Writer", "--name", "first", "--out", rules);
        var again = await LearnAsync("--by", "Writer", "--name", "second", "--out", rules);

        Assert.Equal(0, again.ExitCode);
        Assert.Equal("learnt-second", (string?)JObject.Parse(await File.ReadAllTextAsync(rules))["set"]);
    }

    [Fact]
    public async Task Learn_WhatRulesDoNotRead_IsNotLearnt()
    {
        var lines = (await File.ReadAllLinesAsync(_history)).Skip(1).Select(line => line.Split(','));
        var mails = lines.Select(cells => new JObject
        {
            ["text"] = $"{cells[0]}\n\nOn Mon, Nov 2, 2026 at 9:14 AM Help Desk <help@example.org> wrote:\n> kwyjibo of {cells[1]}",
            ["label"] = cells[1],
            ["writer"] = cells[2],
        });
        await File.WriteAllTextAsync(_history, new JArray(mails).ToString());
        var rules = Path.Combine(_folder.Path, "learnt.json");

        var learnt = await LearnAsync("--by", "writer", "--out", rules);

        Assert.Equal((0, ""), (learnt.ExitCode, learnt.StandardError));
        Assert.DoesNotContain("kwyjib", await File.ReadAllTextAsync(rules), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "4 texts without a label: left out.", "76 texts")]
    [InlineData("danger", "", "80 texts, 2 labels")]
    public async Task Learn_RowsWithoutALabel_AreLeftOutOrOthers(string? kind, string told, string texts)
    {
        var lines = await File.ReadAllLinesAsync(_history);
        var calm = Enumerable.Range(1, lines.Length - 1).Where(at => lines[at].Contains(",calm,", StringComparison.Ordinal)).Take(4);
        foreach (var at in calm)
            lines[at] = lines[at].Replace(",calm,", ",,", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(_history, lines);

        var learnt = await LearnAsync(kind is null ? ["--by", "Writer"] : ["--kind", kind, "--by", "Writer"]);

        Assert.Contains(told, learnt.StandardOutput, StringComparison.Ordinal);
        Assert.Contains(texts, learnt.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learn_TwoLabels_PrintsWhatEachSureComesTo()
    {
        var learnt = await LearnAsync("--by", "Writer");

        Snapshot.Match(learnt.StandardOutput);
    }

    [Fact]
    public async Task Learn_ManyLabels_PrintsEachAndAllTogether()
    {
        await File.WriteAllTextAsync(_history, History("Sign in:password", "sign-in:password", "letters:letter", "Größe:file"));

        var learnt = await LearnAsync("--by", "Writer", "--sure", "70");

        Snapshot.Match(learnt.StandardOutput);
    }

    [Fact]
    public async Task Learn_Json_SaysTheSame_AsTheReferenceDescribes()
    {
        var learnt = JObject.Parse((await LearnAsync("--by", "Writer", "--sure", "65", "--json")).StandardOutput);
        var reference = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "json.md"));

        Assert.Equal((80, 2), ((int)learnt["texts"]!, learnt["labels"]!.Count()));
        var choice = learnt["labels"]![1]!["choices"]!.Single(choice => (int)choice["sure"]! == 65);
        Assert.Equal((40, 40), ((int)choice["found"]!["of"]!, (int)choice["falseAlarms"]!["of"]!));
        Assert.All(learnt.DescendantsAndSelf().OfType<JProperty>().Select(property => property.Name).Distinct(), name =>
            Assert.Contains($"`{name}`", reference, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("No text has the label 'nothing', which --kind names", "--kind", "danger", "--kind", "nothing")]
    [InlineData("'--kind other' cannot be told", "--kind", "Other")]
    [InlineData("No text has a column 'author-id'", "--kind", "danger", "--by", "author-id")]
    [InlineData("All texts with a label have the same, 'l-5'", "--labels", "Same")]
    [InlineData("Each label needs at least 10 texts; 'l-0' has 1, and 79 more", "--labels", "Number")]
    [InlineData("'--name' is letters and digits", "--name", "signs of danger")]
    [InlineData("'--name' is letters and digits", "--name", "")]
    [InlineData("'--sure' is a whole number from 1 to 99; found '100'", "--sure", "100")]
    [InlineData("'--sure' is a whole number from 1 to 99; found 'NaN'", "--sure", "NaN")]
    [InlineData("'--words' is a whole number from 1 to 200000; found '0'", "--words", "0")]
    [InlineData("'--words' is a whole number from 1 to 200000; found 'x'", "--words", "x")]
    public async Task Learn_WrongOption_IsRefusedAndSaysWhy(string message, params string[] options)
    {
        var path = _folder.Write("kept.json", "kept");

        var learnt = await LearnAsync([.. options, "--out", path]);

        Assert.Equal(2, learnt.ExitCode);
        Assert.Contains(message, learnt.StandardError, StringComparison.Ordinal);
        Assert.Equal("kept", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Learn_MoreLabelsThanOneMayHave_IsRefused()
    {
        var lines = Enumerable.Range(0, 201).Select(at => $"text {at},kind {at}\n");
        await File.WriteAllTextAsync(_history, "text,label\n" + string.Concat(lines));

        var learnt = await LearnAsync();

        Assert.Equal(2, learnt.ExitCode);
        Assert.Contains("There are 201 labels; a classifier has at most 200.", learnt.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learn_OutThatIsTheHistory_IsRefused()
    {
        var before = await File.ReadAllTextAsync(_history);

        var learnt = await LearnAsync("--kind", "danger", "--out", _history);

        Assert.Equal(2, learnt.ExitCode);
        Assert.Contains("would take the place of a file that is read", learnt.StandardError, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_history));
    }

    [Fact]
    public async Task Learn_TextsThatAreAllAlike_WritesNothing()
    {
        await File.WriteAllTextAsync(_history, History("danger:same", "calm:same"));

        var learnt = await LearnAsync("--out", Path.Combine(_folder.Path, "none.json"));

        Assert.Equal((3, false), (learnt.ExitCode, File.Exists(Path.Combine(_folder.Path, "none.json"))));
        Assert.Contains("nothing was learnt", learnt.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learn_PersonalData_IsNotInTheFile()
    {
        var lines = Enumerable
            .Range(0, 80)
            .Select(at => (Kind: at % 2 == 0 ? ("stolen", "danger") : ("upload", "calm"), Writer: at / 2 % 4))
            .Select(row => $"my {row.Kind.Item1} mail jane.roe@example.org and 202-555-0143,{row.Kind.Item2},w{row.Writer}\n");
        await File.WriteAllTextAsync(_history, "text,label,Writer\n" + string.Concat(lines));
        var path = Path.Combine(_folder.Path, "learnt.json");

        await LearnAsync("--by", "Writer", "--out", path);

        var written = await File.ReadAllTextAsync(path);
        Assert.Contains("\"stolen ", written, StringComparison.Ordinal);
        Assert.All(["jane", "roe", "exampl", "0143", "555", "pii"], part => Assert.DoesNotContain(part, written, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Learn_LinesThatAreNoTexts_AreTold()
    {
        var lines = Enumerable
            .Range(0, 60)
            .Select(at => (Number: at, Kind: at % 2 == 0 ? ("stolen card", "danger") : ("upload fails", "calm")))
            .Select(row => $$"""{"text":"my {{row.Kind.Item1}} {{row.Number}}","label":"{{row.Kind.Item2}}"}""");
        var path = _folder.Write("hostile.jsonl", string.Join('\n', lines) + "\n{\"text\":7\n[]\n{\"label\":\"danger\"}\n");

        var learnt = await Tool.RunAsync("learn", "--history", path, "--kind", "danger", "--json");

        Assert.Equal(0, learnt.ExitCode);
        Assert.Equal(60, (int)JObject.Parse(learnt.StandardOutput)["texts"]!);
    }

    private Task<CliWrap.Buffered.BufferedCommandResult> LearnAsync(params string[] options) =>
        Tool.RunAsync(["learn", "--history", _history, .. options]);

    // Each label with its word, one after the other, but for every seventh text, which has that of another; and four writers who write
    // of all.
    private static string History(params string[] kinds)
    {
        return "text,label,Writer,Same,Number\n"
            + string.Concat(
                Enumerable
                    .Range(0, 80)
                    .Select(at => (at, label: KindOf(at)[0], word: KindOf(at % 7 == 6 ? at + 1 : at)[1]))
                    .Select(row => $"my {row.word} since monday,{row.label},w{row.at / kinds.Length % 4},5,{row.at}\n")
            );

        string[] KindOf(int at) => kinds[at % kinds.Length].Split(':');
    }
}
