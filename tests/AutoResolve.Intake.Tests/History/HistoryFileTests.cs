using System.Diagnostics;
using System.Text;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.History;
using AutoResolve.Tests.Histories;

namespace AutoResolve.Intake.Tests.History;

public sealed class HistoryFileTests
{
    [Fact]
    public void Read_JsonLines_TakesUsualNamesAndMasksPersonalData()
    {
        using var file = new HistoryText(
            """{"description":"my ssn is 123-45-6789","type":"letters","created":"2026-10-03T10:00:00Z","tier":2,"""
                + """
                "minutes":12.5,"reply":"Call 202-555-0143.","reopened":true}

                {"text":"second","label":"x","date":"3.10.2026","reopened":"no"}
                """
        );

        var issues = new HistoryFile(file.Path).Read().ToList();

        Assert.Equal(["my ssn is [PII_SSN]", "second"], issues.Select(issue => issue.Text));
        Assert.Equal(
            ("letters", 2, 12.5, "Call [PII_PHONE].", true),
            (issues[0].Label, issues[0].Tier, issues[0].Minutes, issues[0].Answer, issues[0].Reopened)
        );
        Assert.Equal(new DateTimeOffset(2026, 10, 3, 10, 0, 0, TimeSpan.Zero), issues[0].Date);
        Assert.Equal((new DateTimeOffset(2026, 10, 3, 0, 0, 0, TimeSpan.Zero), false), (issues[1].Date, issues[1].Reopened));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Read_Csv_FindsItsSeparator(char separator)
    {
        using var file = new HistoryText(
            $"Description{separator}Code\n\"two\nlines \"\"quoted\"\"\"{separator}a\nplain{separator}b\n",
            ".csv"
        );

        var issues = new HistoryFile(
            file.Path,
            new ReadingOptions { Columns = new ColumnMap(new Dictionary<string, string> { ["label"] = "code" }) }
        )
            .Read()
            .ToList();

        Assert.Equal([("two\nlines \"quoted\"", "a"), ("plain", "b")], issues.Select(issue => (issue.Text, issue.Label!)));
    }

    [Theory]
    [InlineData("2026-10-03")]
    [InlineData("20261003")]
    [InlineData("3-Oct-2026 4:05 PM")]
    [InlineData("3.10.2026 16:05")]
    [InlineData("3-Oct-2026")]
    [InlineData("Oct 3, 2026")]
    [InlineData("2026-10-03 16:05:00")]
    [InlineData("2026/10/03")]
    [InlineData("2026/10/3 16:05")]
    [InlineData("2026/10/03 16:05:00")]
    public void Read_DateOfManyForms_IsUnderstood(string date)
    {
        using var file = new HistoryText($$"""{"text":"a","date":"{{date}}"}""");

        Assert.Equal(
            new DateOnly(2026, 10, 3),
            DateOnly.FromDateTime(Assert.Single(new HistoryFile(file.Path).Read()).Date!.Value.UtcDateTime)
        );
    }

    [Fact]
    public void Read_BadRecords_AreCountedAndTheOthersUsed()
    {
        using var file = new HistoryText(
            "{\"text\":\"a\",\"date\":\"soon\",\"minutes\":\"many\"}\nnot json\n{\"label\":\"x\"}\n[1]\n{\"text\":\"b\"}\n"
        );
        var history = new HistoryFile(file.Path);

        Assert.Equal(["a", "b"], history.Read().Select(issue => issue.Text));
        Assert.Equal(5, history.Problems.Count);
        Assert.StartsWith("record 2: This line is not JSON: ", history.Problems.FirstUnread, StringComparison.Ordinal);
        Assert.Equal(
            ["date of 1 issue, such as 'soon' (write 2026-10-31)", "minutes of 1 issue, such as 'many' (write a number from 0 to 100,000)"],
            history.Problems.Values.Select(value => value.ToString())
        );
    }

    [Fact]
    public void Read_OldSpreadsheetBytes_AreUnderstoodWhereTheyAreNamed()
    {
        using var file = new HistoryText("text,label\nno puedo iniciar sesión,entrada\n", ".csv", Encoding.Latin1);

        Assert.Equal(
            $"{file.Path} cannot be read. This is not UTF-8: line 2 has the byte 0xF3; it looks like Windows-1252, in which it is 'ó'. Save "
                + "the file as UTF-8 (in Excel as 'CSV UTF-8'), or say --encoding windows-1252. What follows was not read.",
            Assert.Throws<HistoryException>(() => new HistoryFile(file.Path).Read().ToList()).Message
        );
        Assert.Equal(
            "no puedo iniciar sesión",
            Assert.Single(new HistoryFile(file.Path, new ReadingOptions { Encoding = Encoding.Latin1 }).Read()).Text
        );
    }

    // What is in a file says what it is.
    [Theory]
    [InlineData(".txt", "{\"text\":\"a\"}\n")]
    [InlineData(".csv", "\uFEFF \n{\"text\":\"a\"}\n")]
    [InlineData("", "\n\n{\"text\":\"a\"}\n")]
    [InlineData(".txt", "text,label\na,b\n")]
    [InlineData("", "text,label\na,b\n")]
    [InlineData(".dat", "\uFEFFtext\tlabel\na\tb\n")]
    [InlineData(".jsonl", "nonsense\n{\"text\":\"a\"}\n")]
    public void Read_FileOfAnyName_IsWhatItHolds(string extension, string content)
    {
        using var file = new HistoryText(content, extension);

        Assert.Equal("a", Assert.Single(new HistoryFile(file.Path).Read()).Text);
    }

    [Theory]
    [InlineData("", "holds no issues")]
    [InlineData("{\"kind\":\"a\"}", "No record of")]
    [InlineData("\n\n", "holds no issues")]
    public void Read_NothingToUse_SaysWhatToDo(string content, string expected)
    {
        using var file = new HistoryText(content);

        Assert.Contains(
            expected,
            Assert.Throws<HistoryException>(() => new HistoryFile(file.Path).Read().ToList()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Read_PipeThatNobodyWrites_IsNotWaitedFor()
    {
        var folder = Directory.CreateTempSubdirectory("history-");
        var path = Path.Combine(folder.FullName, "tickets.csv");
        using var mkfifo = Process.Start("mkfifo", path);
        await mkfifo.WaitForExitAsync();

        var exception = Assert.Throws<HistoryException>(() => new HistoryFile(path).Read().ToList());

        Assert.Equal($"{path} holds no issues.", exception.Message);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Read_ColumnThatIsNotThere_NamesThoseThatAre()
    {
        using var file = new HistoryText("{\"text\":\"a\",\"kind\":\"b\"}");

        var message = Assert
            .Throws<HistoryException>(() =>
                new HistoryFile(
                    file.Path,
                    new ReadingOptions { Columns = new ColumnMap(new Dictionary<string, string> { ["label"] = "type" }) }
                )
                    .Read()
                    .ToList()
            )
            .Message;

        Assert.Contains("has no column 'type' for label. It has kind, text.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subject")]
    [InlineData("Summary")]
    public void Read_LabelsInAColumnThatIsCalledAsATitle_AreNoTitle(string column)
    {
        using var file = new HistoryText($"{{\"text\":\"It spins\",\"{column}\":\"upload\"}}");
        var columns = new ColumnMap(new Dictionary<string, string> { ["label"] = column });

        var issue = Assert.Single(new HistoryFile(file.Path, new ReadingOptions { Columns = columns }).Read());

        Assert.Equal("upload", issue.Label);
        Assert.Null(issue.Title);
    }

    [Fact]
    public void Read_Where_TakesOnlyThose()
    {
        using var file = new HistoryText("{\"text\":\"a\",\"split\":\"train\"}\n{\"text\":\"b\",\"split\":\"test\"}\n{\"text\":\"c\"}");

        Assert.Equal(["b"], new HistoryFile(file.Path, where: KeyValuePair.Create("split", "TEST")).Read().Select(issue => issue.Text));
    }
}
