using System.Text;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Issues;

namespace AutoResolve.Intake.Tests.Records;

public sealed class RecordSourceTests
{
    private static readonly string[] Contents =
    [
        "id,text\n1,café – señor’s\n",
        "[{\"id\": 1, \"text\": \"café – señor’s\"}]",
        "{\"id\": 1, \"text\": \"café – señor’s\"}",
    ];

    public static IEnumerable<object[]> Encodings =>
        from encoding in new Encoding[]
        {
            new UTF8Encoding(false),
            new UTF8Encoding(true),
            new UnicodeEncoding(false, true),
            new UnicodeEncoding(true, true),
            new UnicodeEncoding(false, false),
            new UnicodeEncoding(true, false),
            new UTF32Encoding(false, true),
        }
        from content in Contents
        select new object[] { encoding.WebName, encoding.GetPreamble().Concat(encoding.GetBytes(content)).ToArray() };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_Encoding_IsFoundOut(string encoding, byte[] content) =>
        Assert.Equal(("1", "café – señor’s", encoding), (Read(content)[0].Issue?.Id, Read(content)[0].Issue?.Text, encoding));

    [Fact]
    public void Read_Windows1252_IsRefusedWithItsNameUnlessItIsSaid()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var content = windows.GetBytes("id,text\n1,fine\n2,I can’t sign in\n");

        var lines = Read(content);

        Assert.Equal(
            (
                3,
                "This is not UTF-8: line 3 has the byte 0x92; it looks like Windows-1252, in which it is '’'. Save the file as UTF-8 (in Excel as "
                    + "'CSV UTF-8'), or say --encoding windows-1252. What follows was not read."
            ),
            (lines[^1].Line, lines[^1].Problem)
        );
        Assert.Equal("I can’t sign in", Read(content, new ReadingOptions { Encoding = windows })[1].Issue!.Text);
    }

    // What is wrong far behind the beginning is told with its line; what came before is read.
    [Fact]
    public void Read_BadByteFarBehind_IsToldWithItsLine()
    {
        var content = Encoding
            .UTF8.GetBytes("id,text\n" + string.Concat(Enumerable.Range(2, 9_998).Select(line => $"{line},señor {line}\n")))
            .Append((byte)0xE9)
            .ToArray();

        var lines = Read(content);

        Assert.Equal((9_999, 10_000), (lines.Count, lines[^1].Line));
        Assert.Contains("line 10000 has the byte 0xE9", lines[^1].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "XML")]
    [InlineData("<!doctype html>", "text")]
    [InlineData("PK\u0003\u0004abc", "ZIP")]
    [InlineData("\uFEFF<!DOCTYPE html>", "web page")]
    [InlineData("SQLite format 3\0", "database")]
    public void Read_WhatHoldsNoText_IsToldByItsName(string content, string expected) =>
        Assert.Contains(expected, Assert.Single(Read(content)).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("id,text\n1,a;b\n", "a;b")]
    [InlineData("id;text\n1;a, b, c\n", "a, b, c")]
    [InlineData("id\ttext\n1\ta, b; c | d\n", "a, b; c | d")]
    [InlineData("id|text\n1|a, b; c\n", "a, b; c")]
    [InlineData("sep=;\nid;text\n1;a,b\n", "a,b")]
    [InlineData("\"id, of old\";\"text\"\n1;a\n", "a")]
    [InlineData("text\na, b; c\n", "a, b; c")]
    public void Read_Separator_IsFoundOut(string content, string text) => Assert.Equal(text, Assert.Single(Read(content)).Issue?.Text);

    [Fact]
    public void Read_SeparatorThatNothingShows_IsAskedForAndTaken()
    {
        const string content = "a;x,b\n1;2,3\n";

        Assert.Contains("--separator", Assert.Single(Read(content)).Problem, StringComparison.Ordinal);
        Assert.Equal(
            "2,3",
            Assert
                .Single(
                    Read(
                        Encoding.UTF8.GetBytes(content),
                        new ReadingOptions { Separator = ';', Columns = new ColumnMap(new Dictionary<string, string> { ["text"] = "x,b" }) }
                    )
                )
                .Issue!.Text
        );
    }

    [Theory]
    [InlineData("""{"issues": [{"text": "a"}, {"text": "b"}], "total": 2}""")]
    [InlineData("""{"total": 2, "startAt": 0, "issues": [{"text": "a"}, {"text": "b"}]}""")]
    [InlineData(
        "{\n  \"tickets\": [\n    {\"subject\": \"t\", \"description\": \"a\"},\n {\"description\": \"b\"}],\n  \"next_page\": null\n}"
    )]
    [InlineData("""{"result": [{"short_description": "t", "description": "a"}, {"short_description": "t", "description": "b"}]}""")]
    [InlineData("""{"data": {"repository": {"issues": {"nodes": [{"body": "a"}, {"body": "b"}]}}}}""")]
    [InlineData("""{"hits": {"total": 2, "hits": [{"_id": "1", "_source": {"text": "a"}}, {"_id": "2", "_source": {"text": "b"}}]}}""")]
    [InlineData(
        """[{"helpdesk_ticket": {"subject": "t", "description": "a"}}, {"helpdesk_ticket": {"subject": "t", "description": "b"}}]"""
    )]
    [InlineData("{\"tickets\": [{\"text\": \"a\"}]}\n{\"tickets\": [{\"text\": \"b\"}]}")]
    public void Read_WrappedList_IsItsRecords(string content) =>
        Assert.Equal(["a", "b"], Read(content).Select(line => line.Issue?.Text ?? line.Problem));

    [Theory]
    [InlineData("""[[{"id": 1, "text": "a"}, {"id": 2, "text": "b"}], [], [{"id": 3, "text": "c"}]]""", "1 2 3")]
    [InlineData("[[]]", "")]
    public void Read_ListOfPages_IsTheirRecords(string content, string ids) =>
        Assert.Equal(ids, string.Join(' ', Read(content).Select(line => line.Issue?.Id ?? line.Problem)));

    [Fact]
    public void Read_EmptyWrappedList_IsNoIssue() => Assert.Empty(Read("""{"issues": [], "total": 0}"""));

    [Fact]
    public void Read_ListsAndObjects_AreFields()
    {
        var fields = Assert
            .Single(
                Read(
                    """
                    {"text": "a", "tags": ["vip", "urgent"], "device": {"os": "mac", "disk": {"free": 3}}, "labels": [{"id": 1, "name": "bug"},
                     {"id": 2, "name": "ui"}], "custom_fields": [{"id": 360, "value": "x"}, {"id": 361, "value": null}], "fields": {"codes":
                     ["002", "003"], "where": {"city": "Reno"}}, "group": {"display_value": "Network", "link": "https://a.example"},
                     "caller": {"link": "https://a.example", "value": "6816f79c"}, "comments": [{"body": "x", "at": "y"}], "none": []}
                    """.ReplaceLineEndings("")
                )
            )
            .Issue!.Fields;

        Assert.Equal(
            [
                "caller=6816f79c",
                "codes=002, 003",
                "custom_fields.360=x",
                "device.disk.free=3",
                "device.os=mac",
                "group=Network",
                "labels=bug, ui",
                "tags=vip, urgent",
                "where.city=Reno",
            ],
            fields.Select(field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Read_DocumentOfJira_IsItsText()
    {
        var issue = Assert
            .Single(
                Read(
                    """
                    {"issues": [{"key": "VSD-1", "fields": {"summary": "Sign-in", "issuetype": {"name": "Bug"}, "description": {"type": "doc",
                     "version": 1, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "It signs me "}, {"type": "text",
                     "text": "out"}]}, {"type": "paragraph", "content": [{"type": "text", "text": "at once"}]}]}}}]}
                    """.ReplaceLineEndings("")
                )
            )
            .Issue!;

        Assert.Equal(("VSD-1", "Sign-in", "It signs me out\nat once"), (issue.Id, issue.Title, issue.Text));
    }

    [Fact]
    public void Read_RepeatedColumns_AreOneField()
    {
        var issue = Assert.Single(Read("Summary,Issue key,Labels,Labels,Comment,Comment,Comment\nHelp,A-1,x,y,first,,second\n")).Issue!;

        Assert.Equal(("A-1", "Help", "x, y", "first, second"), (issue.Id, issue.Title, issue.Fields["Labels"], issue.Fields["Comment"]));
    }

    [Fact]
    public void Read_Turns_ArePartOfTheIssue()
    {
        var issue = Assert
            .Single(
                Read(
                    """{"text": "a", "turns": [{"text": "b", "author": "agent", "at": "2026-10-31 14:30"}, """
                        + """{"id": "x", "text": "c", "fields": {"code": 2}}]}"""
                )
            )
            .Issue!;

        Assert.Equal(["turn-1 Agent b", "x Unknown c"], issue.Turns.Select(turn => $"{turn.Id} {turn.Author} {turn.Text}"));
        Assert.Equal("2", issue.Turns[1].Fields["code"]);
    }

    [Fact]
    public void Read_ColumnsByOtherNames_AreNamed()
    {
        var columns = new ColumnMap(
            new Dictionary<string, string>
            {
                ["text"] = "Was",
                ["requester"] = "wer ?",
                ["receivedAt"] = "WANN",
            }
        );
        var issue = Read(Encoding.UTF8.GetBytes("was;Wer;wann;text\nhilfe;x1;31.10.2026;nein\n"), new ReadingOptions { Columns = columns })[
            0
        ].Issue!;

        Assert.Equal(
            ("hilfe", "x1", new DateTimeOffset(2026, 10, 31, 0, 0, 0, TimeSpan.Zero)),
            (issue.Text, issue.Requester, issue.ReceivedAt)
        );
        Assert.Equal("nein", issue.Fields["text"]);
    }

    [Fact]
    public void Read_DateThatCannotBeRead_IsARemark()
    {
        var line = Assert.Single(Read("text,receivedAt\na,03/04/2025\n"));

        Assert.Null(line.Issue!.ReceivedAt);
        Assert.Equal(
            "The date '03/04/2025' could not be read, and the issue is taken without one: it is March 4 or April 3, and no other date shows "
                + "which: say --month-first or --day-first.",
            line.Remark
        );
    }

    [Fact]
    public void Read_MessagesOfTickets_AreNoIssues() =>
        Assert.StartsWith(
            "These are the messages of Zammad's tickets",
            Assert.Single(Read("""[{"id": 1, "ticket_id": 2, "content_type": "text/plain", "sender": "Customer", "body": "x"}]""")).Problem,
            StringComparison.Ordinal
        );

    private static List<IssueLine> Read(string content) => Read(Encoding.UTF8.GetBytes(content));

    private static List<IssueLine> Read(byte[] content, ReadingOptions? options = null)
    {
        using var file = IssueFile.Of(new MemoryStream(content), options);
        return [.. file.Read()];
    }
}
