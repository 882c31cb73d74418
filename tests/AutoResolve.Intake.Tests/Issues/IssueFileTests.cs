using System.Text;
using AutoResolve.Intake.Issues;

namespace AutoResolve.Intake.Tests.Issues;

public sealed class IssueFileTests
{
    [Theory]
    [InlineData("text,format\n<b>x</b>,html", TextFormat.Html)]
    [InlineData("text,Format\nx,text/plain", TextFormat.Plain)]
    [InlineData("text\nx", TextFormat.Unknown)]
    [InlineData("""{ "text": "x", "format": "HTML" }""", TextFormat.Html)]
    public void Read_Format_IsHowTheTextIsWritten(string content, TextFormat format)
    {
        var issue = Assert.Single(Read(content, name: null)).Issue!;

        Assert.Equal(format, issue.Format);
        Assert.Empty(issue.Fields);
    }

    [Theory]
    [InlineData("text,format\nx,pdf", 2)]
    [InlineData("""{ "text": "x", "format": "pdf" }""", 1)]
    [InlineData("[\n{ \"text\": \"x\", \"format\": \"pdf\" }]", 2)]
    public void Read_FormatThatIsNone_IsTold(string content, int line)
    {
        var read = Assert.Single(Read(content, name: null));

        Assert.Equal(TextFormat.Unknown, read.Issue!.Format);
        Assert.Equal(line, read.Line);
        Assert.StartsWith("The format 'pdf' could not be read", read.Remark);
    }

    [Theory]
    [InlineData("text,format\nx,")]
    [InlineData("text,format\nx,unknown")]
    public void Read_FormatThatSaysNothing_IsNone(string content) =>
        Assert.Equal(TextFormat.Unknown, Assert.Single(Read(content, name: null)).Issue!.Format);

    [Theory]
    [InlineData("Return-Path: <a@x.example>\nReceived: by x\nSubject: y\n\nz", "eml")]
    [InlineData("From: a@x.example\nSubject: y\n\nz", "eml")]
    [InlineData("From a@x.example Mon Nov  2 10:11:12 2026\nSubject: y\n\nz", "mbox")]
    public void Read_MailOfWhichNobodySaysSo_TellsWhatToDo(string content, string format)
    {
        Assert.Equal(
            $"This is a mail: say so with the format {format}, or give a file named .{format}.",
            Assert.Single(Read(content, name: null)).Problem
        );
        using var file = IssueFile.Of(
            new MemoryStream(Encoding.UTF8.GetBytes(content)),
            new ReadingOptions { Format = Enum.Parse<IssueFormat>(format, ignoreCase: true) }
        );
        Assert.Equal("y", Assert.Single(file.Read()).Issue?.Title);
    }

    [Fact]
    public void Read_JsonLines_MakesIssues()
    {
        var issue = Single(
            """{"id": 17, "text": "It hurts", "title": " Help ", "channel": "phone", "tried": ["a"], "fields": {"os": "mac"}, """
                + "\"count\": 2.50, \"vip\": true, \"note\": null, \"labels\": [\"x\"]}",
            "a.jsonl"
        );

        Assert.Equal("17", issue.Id);
        Assert.Equal(("It hurts", "Help", "phone"), (issue.Text, issue.Title, issue.Channel));
        Assert.Equal(["a"], issue.Tried);
        Assert.Equal(
            ["count=2.50", "labels=x", "os=mac", "vip=true"],
            issue.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}")
        );
    }

    [Fact]
    public void Read_BadLines_AreReportedWithTheirNumberAndTheRestIsRead()
    {
        var lines = Read(
            """
            {"id": "1", "text": "one"}
            {"id": "2", "text": "half

            ["text"]
            {"id": "5"}
            {"text": {"a": 1}}
            {"text": "a", "receivedAt": "yesterday"}
            {"text": "a", "text": "b"}
            {"text": "a"} {"text": "b"}
            not json
            {"text": "last"}
            """,
            "a.jsonl"
        );

        Assert.Equal(["one", "a", "last"], lines.Select(line => line.Issue?.Text).OfType<string>());
        Assert.Equal([2, 4, 5, 6, 8, 9, 10], lines.Where(line => line.Problem is not null).Select(line => line.Line));
        Assert.Equal("line-11", lines[^1].Issue!.Id);
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheText()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("text\ncafé\n")).ToArray();

        Assert.Equal("café", Assert.Single(Read(bytes, null)).Issue!.Text);
    }

    [Fact]
    public void Read_Utf16WithByteOrderMark_IsRead()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("""{"text": "café"}""")).ToArray();

        Assert.Equal("café", Assert.Single(Read(bytes, null)).Issue!.Text);
    }

    [Theory]
    [InlineData("""[{"text": "a"}, {"text": "b"}]""")]
    [InlineData("[\n  {\n    \"text\": \"a\"\n  },\n  {\n    \"text\": \"b\"\n  }\n]")]
    [InlineData("{\n  \"text\": \"a\"\n}\n{\n  \"text\": \"b\"\n}")]
    [InlineData("{\"text\": \"a\"}\n{\"text\": \"b\"}\n")]
    [InlineData("{\"text\": \"a\"}\r\n\r\n{\"text\": \"b\"}")]
    [InlineData("text\na\nb\n")]
    [InlineData("\uFEFFtext\r\na\r\nb")]
    [InlineData("id;text\n1;a\n2;b\n")]
    [InlineData("id\tTEXT\n1\ta\n2\tb\n")]
    public void Read_AnyFormat_IsFoundOut(string content) =>
        Assert.Equal(["a", "b"], Read(content, null).Select(line => line.Issue?.Text ?? line.Problem));

    [Fact]
    public void Read_JsonArray_SkipsWhatIsNoIssue()
    {
        var lines = Read("[\n{\"text\": \"a\"},\n7,\n{\"id\": \"x\"},\n[1, 2],\n{\"text\": \"b\"}\n]", "a.json");

        Assert.Equal(["a", null, null, null, null, "b"], lines.Select(line => line.Issue?.Text));
        Assert.Equal([2, 3, 4, 5, 5, 6], lines.Select(line => line.Line));
    }

    [Theory]
    [InlineData("[{\"text\": \"a\"}, {\"text\": \"b")]
    [InlineData("[{\"text\": \"a\"}, oops")]
    [InlineData("[{\"text\": \"a\"},")]
    [InlineData("[{\"text\": \"a\"}")]
    public void Read_BrokenJsonArray_KeepsWhatCameBefore(string content)
    {
        var lines = Read(content, "a.json");

        Assert.Equal("a", lines[0].Issue!.Text);
        Assert.NotNull(Assert.Single(lines.Skip(1)).Problem);
    }

    [Fact]
    public void Read_Csv_NamesOwnColumnsAndFields()
    {
        var issue = Single(
            "id,Text,channel,tried,errorCode,empty\n1,\"He said \"\"no\"\",\nthen left\",email,clock cookies,002,\n",
            "a.csv"
        );

        Assert.Equal("He said \"no\",\nthen left", issue.Text);
        Assert.Equal(["clock", "cookies"], issue.Tried);
        Assert.Equal("002", Assert.Single(issue.Fields).Value);
    }

    [Fact]
    public void Read_CsvWithRaggedRows_ReportsTheirLines()
    {
        var lines = Read("id,text\n1,\"two\nlines\"\n2\n3,a,b\n4,fine\n", "a.csv");

        Assert.Equal([("two\nlines", 2), (null, 4), (null, 5), ("fine", 6)], lines.Select(line => (line.Issue?.Text, line.Line)));
    }

    [Theory]
    [InlineData("id,text,Text\n1,a,b\n")]
    [InlineData("id,words\n1,a\n")]
    [InlineData("just some words\n")]
    public void Read_CsvWithoutUsableHeader_SaysSo(string content)
    {
        var line = Assert.Single(Read(content, "a.csv"));

        Assert.Equal(1, line.Line);
        Assert.NotNull(line.Problem);
    }

    [Fact]
    public void Read_CsvWithUnclosedQuote_ReportsTheRow()
    {
        var lines = Read("id,text\n1,fine\n2,\"never closed\n3,lost\n", "a.csv");

        Assert.Equal(["fine", null], lines.Select(line => line.Issue?.Text));
        Assert.Equal(3, lines[1].Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("\u0000\u0001binary")]
    public void Read_NoText_IsOneProblem(string content) => Assert.NotNull(Assert.Single(Read(content, "a.jsonl")).Problem);

    [Theory]
    [InlineData("{\"text\": \"{0}\"}\n{\"text\": \"after\"}\n", "a.jsonl", true)]
    [InlineData("[{\"text\": \"{0}\"}, {\"text\": \"after\"}]", "a.json", false)]
    [InlineData("id,text\n1,\"{0}\"\n2,after\n", "a.csv", false)]
    public void Read_TooLongAnIssue_IsRefused(string format, string name, bool goesOn)
    {
        var lines = Read(format.Replace("{0}", new string('x', IssueFile.MaxLength + 100_000), StringComparison.Ordinal), name);

        Assert.Contains("10,000,000", lines[0].Problem, StringComparison.Ordinal);
        Assert.Equal(goesOn ? 2 : 1, lines.Count);
    }

    [Fact]
    public void Read_ManyIssuesInAnArray_AreNotOneTooLong()
    {
        var content = "[" + string.Join(",", Enumerable.Repeat($$"""{"text": "{{new string('x', 1_000_000)}}"}""", 15)) + "]";

        Assert.All(Read(content, "a.json"), line => Assert.Null(line.Problem));
    }

    [Fact]
    public void Read_DeepNesting_IsABadLine() =>
        Assert.NotNull(Assert.Single(Read("{\"text\": \"a\", \"x\": " + new string('[', 5000), "a.jsonl")).Problem);

    [Fact]
    public void Read_LoneSurrogate_IsReplaced() => Assert.Equal("a\uFFFDb", Single("""{"text": "a\ud800b"}""", "a.jsonl").Text);

    [Theory]
    [InlineData("""{"text": null}""")]
    [InlineData("""{"text": ""}""")]
    public void Read_EmptyText_IsAnIssue(string content) => Assert.Equal("", Single(content, "a.jsonl").Text);

    private static Issue Single(string content, string? name)
    {
        var line = Assert.Single(Read(content, name));
        Assert.Null(line.Problem);
        return line.Issue!;
    }

    private static List<IssueLine> Read(string content, string? name) => Read(Encoding.UTF8.GetBytes(content), name);

    private static List<IssueLine> Read(byte[] content, string? name)
    {
        using var file = IssueFile.Of(new MemoryStream(content), name: name);
        return [.. file.Read()];
    }
}
