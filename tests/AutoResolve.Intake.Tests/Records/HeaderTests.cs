using System.Text;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Issues;

namespace AutoResolve.Intake.Tests.Records;

/// <summary>Which row names the columns, which column holds the text, and what of it is told.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("Error Code")]
    [InlineData("error_code")]
    [InlineData("ERROR CODE")]
    [InlineData("errorCode")]
    [InlineData("Custom field (Error Code)")]
    [InlineData("cf_error-code")]
    [InlineData("Error Code [txt]")]
    public void Column_OfSeveralWords_IsAFieldInOneWordAsWell(string name)
    {
        var issue = Assert.Single(Read($"id,text,{name}\n1,a,002\n")).Issue!;

        Assert.Equal(("002", "002"), (issue.Fields["errorCode"], issue.Fields[name]));
    }

    [Fact]
    public void Column_InOneWordBesideTheSameInSeveral_StaysWhatItIs() =>
        Assert.Equal("1", Assert.Single(Read("text,errorCode,Error Code\na,1,2\n")).Issue!.Fields["errorCode"]);

    [Fact]
    public void Table_WithATitleAndNoKnownText_SaysSo()
    {
        var lines = Read("id,Subject,Wording\n1,a,b\n2,c,d\n");

        Assert.Equal(
            [
                "No column is known to hold what people wrote, so only titles are read. Where one does, say which with --column text=NAME; "
                    + "there are id, Subject, Wording.",
                null,
            ],
            lines.Select(line => line.Remark)
        );
        Assert.Equal(["a", "c"], lines.Select(line => line.Issue!.Title));
    }

    [Theory]
    [InlineData("id,title,comments\n1,a,b\n", null, "b")]
    [InlineData("{\"id\":\"1\",\"title\":\"a\",\"comments\":\"b\"}", null, "b")]
    [InlineData("{\"text\":\"a\",\"comments\":\"b\"}", "'comments' is a field beside it", "a")]
    [InlineData("id,description,comments,details\n1,a,b,c\n", "'details', 'comments' is a field beside it", "a")]
    public void Text_InAColumnOfComments_IsReadOrTold(string file, string? told, string text)
    {
        var line = Assert.Single(Read(file));

        Assert.Equal(text, line.Issue!.Text);
        if (told is null)
            Assert.Null(line.Remark);
        else
            Assert.Contains(told, line.Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"text\":\"a\",\"comments\":[{\"body\":\"b\"}]}", "'comments'")]
    [InlineData("{\"text\":\"a\",\"comment\":{\"comments\":[{\"body\":{\"type\":\"doc\"}}]}}", "'comment.comments'")]
    [InlineData("{\"text\":\"a\",\"conversations\":[{\"id\":1},{\"body_text\":\"b\",\"message\":\"b\"}]}", "'conversations'")]
    [InlineData("[{\"text\":\"a\"},{\"text\":\"b\",\"notes\":[{\"text\":\"c\"}]}]", "'notes'")]
    public void Conversation_ThatIsNotRead_IsTold(string file, string what) =>
        Assert.StartsWith($"What is said in {what} is not read", Read(file)[^1].Remark, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"text\":\"a\",\"comments\":[]}")]
    [InlineData("{\"text\":\"a\",\"comments\":[{\"body\":\" \"}]}")]
    [InlineData("{\"text\":\"a\",\"attachments\":[{\"url\":\"b\"}]}")]
    [InlineData("{\"title\":\"a\",\"state\":\"open\"}")]
    [InlineData("{\"title\":\"a\",\"description\":null,\"area\":\"the first\"}")]
    public void Record_InWhichNothingIsMissed_TellsNothing(string file) => Assert.Null(Assert.Single(Read(file)).Remark);

    [Fact]
    public void Record_WithATitleAndNoKnownText_SaysSoOnce()
    {
        var lines = Read(
            """
            {"id":"1","title":"a","text":"b"}
            {"id":"2","title":"a","wording":"I want it"}
            {"id":"3","title":"a","wording":"I want it, too"}
            """
        );

        Assert.Equal([null, "No column is known", null], lines.Select(line => line.Remark?[..18]));
    }

    [Theory]
    [InlineData("{\"text\":\"a\",\"turns\":\"b\"}")]
    [InlineData("{\"text\":\"a\",\"turns\":[\"b\"]}")]
    [InlineData("{\"text\":\"a\",\"turns\":[{\"text\":\"b\"}]}")]
    public void Turns_AsTexts_AreTurns(string file)
    {
        var turn = Assert.Single(Assert.Single(Read(file)).Issue!.Turns);

        Assert.Equal(("turn-1", "b", Author.Unknown), (turn.Id, turn.Text, turn.Author));
    }

    [Theory]
    [InlineData("id,Subject,Wording\n1,a,b\n", "there are id, Subject, Wording", 1)]
    [InlineData("[{\"id\":\"1\",\"title\":\"a\",\"wording\":\"b\"}]", "there are id, title, wording", 0)]
    public void Column_ThatIsNotThere_IsToldWithThoseThatAre(string file, string there, int line)
    {
        var told = Read(file, new ColumnMap(new Dictionary<string, string> { ["text"] = "Wordng" }))[^1];

        Assert.Equal((line, $"There is no column 'Wordng' for text; {there}. Correct --column text=NAME."), (told.Line, told.Problem));
    }

    [Theory]
    [InlineData("Report of tickets,,,\nCreated 2026-11-01,,,\n,,,\n#,title,customer,body\n1,a,c,b\n")]
    [InlineData("Report of tickets\nCreated; 2026-11-01\n#;title;customer;body\n1;a;c;b\n")]
    [InlineData("\ufeffReport of tickets\n\n\"#\",\"title\",\"customer\",\"body\"\n\"1\",\"a\",\"c\",\"b\"\n")]
    public void Table_WithATitleAboveIt_IsRead(string file)
    {
        var issue = Assert.Single(Read(file)).Issue!;

        Assert.Equal(("1", "a", "b"), (issue.Id, issue.Title, issue.Text));
    }

    [Fact]
    public void Table_WithAnyTitleAboveAnyHeader_IsRead()
    {
        string[] titles =
        [
            "",
            "Tickets\n",
            "Ticket report\n\n",
            "Report: tickets of November 2026\nCreated: 2026-11-01 10:00\n\n",
            "Ticket report,,,\n,,,\n",
            "\"Ticket report, November\"\n",
            "Tickets from 2026-11-01 to 2026-11-30\n",
            "Helpdesk\nTicket List\nGenerated by admin@x.example at 2026-11-01\n\n\n",
            "Total: 12 tickets\n",
            "# of tickets: 3\n",
            "\n\nTickets\n",
        ];
        (string Header, string Row)[] tables =
        [
            ("#,title,customer,body", "1,a,c,b"),
            ("\"#\",\"Title\",\"Customer\",\"Body\"", "\"1\",\"a\",\"c\",\"b\""),
            ("id,text", "1,b"),
            ("Number,Title,State,Created at,Body", "1,a,open,2026-11-01,b"),
            ("Ticket ID,Subject,Description,Created time", "1,a,b,2026-11-01"),
        ];

        foreach (var title in titles)
        {
            foreach (var (header, row) in tables)
                Assert.Equal("b", Assert.Single(Read($"{title}{header}\n{row}\n"), line => line.Issue is not null).Issue!.Text);
        }
    }

    [Theory]
    [InlineData("Report of tickets\nnothing\nelse\n")]
    [InlineData("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nid,text\n1,a\n")]
    public void Table_ThatNamesNoColumns_IsRefusedWithItsFirstLine(string file)
    {
        var told = Assert.Single(Read(file));

        Assert.Equal(1, told.Line);
        Assert.StartsWith("This is neither JSON nor CSV with issues", told.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,text\n1,a\n2,\"b\n3,c\n4,d", 3, "lines 3 to 5 were", "2,\"b", "1")]
    [InlineData("id,text\n1,a\n2,\"b\n3,c\n4,\"d\"\n5,e\n", 3, "lines 3 to 5 were", "2,\"b", "1,5")]
    [InlineData("id,text\n1,\"a\nb\",\"c\n2,d\n3,\"e\"\n4,f\n", 3, "lines 2 to 5 were", "b\",\"c", "4")]
    [InlineData("id,text\r\n1,a\r\n2,\"b\r\n3,c\r\n", 3, "lines 3 to 4 were", "2,\"b", "1")]
    public void QuotationMark_NotClosed_TellsTheRowsThatItTook(string file, int line, string rows, string start, string read)
    {
        var lines = Read(file);
        var told = Assert.Single(lines, one => one.Problem is not null);

        Assert.Equal(line, told.Line);
        Assert.Contains(rows, told.Problem, StringComparison.Ordinal);
        Assert.EndsWith($"The row is {start}", told.Problem, StringComparison.Ordinal);
        Assert.Equal(read, string.Join(',', lines.Select(one => one.Issue?.Id).OfType<string>()));
    }

    private static List<IssueLine> Read(string text, ColumnMap? columns = null)
    {
        var options = columns is null ? new ReadingOptions() : new ReadingOptions { Columns = columns };
        using var file = IssueFile.Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);
        return [.. file.Read()];
    }
}
