using System.Text;
using AutoResolve.Intake.Issues;
using CsCheck;

namespace AutoResolve.Intake.Tests.Mails;

public sealed class MailFileReaderTests
{
    private const string Head = """
        Return-Path: <>
        From: "Jané" <jane@x.example>
        To: help@desk.example
        Date: Mon, 2 Nov 2026 10:11:12 -0500
        Subject: =?UTF-8?Q?Can=E2=80=99t_sign_in?=
        Message-ID: <abc@x.example>
        In-Reply-To: <first@desk.example>
        References: <first@desk.example>
        Auto-Submitted: auto-replied
        X-Autoreply: yes
        List-Id: <some.list>
        X-Mailer: secret
        MIME-Version: 1.0

        """;

    private static readonly Gen<string[]> Sentence = Gen.OneOf(
        "letter open die want help page code sign home wait".Split(' ').Select(word => Gen.Const(word)).ToArray()
    ).Array[1, 6];

    [Fact]
    public void Read_PlainMail_IsAnIssueWithHeadersAsFields()
    {
        var issue = One(
            Head + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nI can=E2=80=99t sign=\n in\n"
        );

        Assert.Equal("abc@x.example", issue.Id);
        Assert.Equal("Can’t sign in", issue.Title);
        Assert.Equal(("I can’t sign in", TextFormat.Plain), (issue.Text.Trim(), issue.Format));
        Assert.Equal("email", issue.Channel);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 10, 11, 12, TimeSpan.FromHours(-5)), issue.ReceivedAt);
        Assert.Equal("<>", issue.Fields["Return-Path"]);
        Assert.Equal("auto-replied", issue.Fields["auto-submitted"]);
        Assert.Equal("<first@desk.example>", issue.Fields["In-Reply-To"]);
        Assert.Equal("<some.list>", issue.Fields["List-Id"]);
        Assert.Equal("yes", issue.Fields["X-Autoreply"]);
        Assert.Equal("text/plain", issue.Fields["Content-Type"]);
        Assert.False(issue.Fields.ContainsKey("X-Mailer"));
    }

    [Theory]
    [InlineData("windows-1252", "cGFzc3f2cmQgkmZvck2S", "passwörd ’forM’")]
    [InlineData("koi8-r", "8NLJ18XU", "Привет")]
    [InlineData("no-such-charset", "Y2Fmw6k=", "café")]
    public void Read_Charset_IsDecoded(string charset, string base64, string text) =>
        Assert.Equal(
            text,
            One($"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n{base64}\n").Text.Trim()
        );

    [Theory]
    [InlineData("the same words", "<p>The <b>sa</b>me&nbsp;words.</p>", "the same words", TextFormat.Plain)]
    [InlineData("more of the words", "<p>more of the</p>", "more of the words", TextFormat.Plain)]
    [InlineData(
        "see https://x.example/a b",
        "<style>p { color: red }</style><p>see <a href=x>b</a></p>",
        "see https://x.example/a b",
        TextFormat.Plain
    )]
    [InlineData("  ", "<p>html words</p>", "<p>html words</p>", TextFormat.Html)]
    [InlineData("the first", "<p>the first</p><p>I want to die</p>", "<p>the first</p><p>I want to die</p>", TextFormat.Html)]
    [InlineData("to die I want", "<p>to die I want</p><p>want to die</p>", "<p>to die I want</p><p>want to die</p>", TextFormat.Html)]
    [InlineData("plain words", "<p>html words</p>", "<pre>\nplain words</pre>\n<p>html words</p>", TextFormat.Html)]
    public void Read_Alternatives_ThePlainOneUnlessAnotherSaysMore(string plain, string html, string text, TextFormat format)
    {
        var issue = One(
            $"""
            Subject: x
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain

            {plain}
            --a
            Content-Type: text/html

            {html}
            --a--
            --m
            Content-Type: text/plain; name=log.txt
            Content-Disposition: attachment; filename=log.txt

            not read
            --m
            Content-Type: image/png; name="a b.png"

            x
            --m--
            """
        );

        Assert.Equal((text, format), (issue.Text.Trim(), issue.Format));
        Assert.Equal("log.txt, a b.png", issue.Fields["attachments"]);
        Assert.Equal("multipart/mixed", issue.Fields["Content-Type"]);
    }

    [Fact]
    public void Read_AnyAlternatives_LoseNoWord() =>
        Gen.Select(Sentence, Sentence, Gen.Int[0, 2])
            .Sample(
                (plain, html, first) =>
                {
                    var said = first == 0 ? html : plain;
                    var text = One(
                        $"""
                        Subject: x
                        Content-Type: multipart/alternative; boundary=a

                        --a
                        Content-Type: text/plain

                        {string.Join(' ', said)}
                        --a
                        Content-Type: text/html

                        <p>{string.Join(first == 1 ? "</p>\n<p>" : " <b> ", html)}</p>
                        --a--
                        """
                    ).Text;
                    return said.Concat(html).All(word => text.Contains(word, StringComparison.Ordinal));
                },
                iter: 300
            );

    [Fact]
    public void Read_ThreeAlternatives_AllThatIsSaidIsRead()
    {
        var issue = One(
            """
            Subject: x
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain

            the first
            --a
            Content-Type: text/html

            <p>the first</p>
            --a
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/html

            <p>I want to die</p>
            --r--
            --a
            Content-Type: text/calendar

            BEGIN:VCALENDAR
            --a--
            """
        );

        Assert.Contains("the first", issue.Text, StringComparison.Ordinal);
        Assert.Contains("I want to die", issue.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("VCALENDAR", issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MailInAMail_IsForwarded()
    {
        var issue = One(
            """
            Subject: FW: x
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: text/plain

            please look
            --m
            Content-Type: message/rfc822

            From: jane@x.example
            Subject: lost card

            I lost my <card>
            --m
            Content-Type: text/html

            <p>footer</p>
            --m--
            """
        );

        Assert.Equal(TextFormat.Html, issue.Format);
        Assert.Equal(
            "please look\n---------- Forwarded message ---------\nFrom: jane@x.example\nSubject: lost card\nI lost my <card>\nfooter",
            TextAsSeen.Of(issue.Text, issue.Format).Text.Trim()
        );
    }

    [Fact]
    public void Read_Bounce_DoesNotSayWhatItGivesBack()
    {
        var issue = One(
            """
            Subject: Undeliverable
            Content-Type: multipart/report; report-type=delivery-status; boundary=m

            --m

            It could not be delivered.
            --m
            Content-Type: message/delivery-status

            Status: 5.1.1
            --m
            Content-Type: message/rfc822

            Subject: x

            I want a refund
            --m--
            """
        );

        Assert.Equal("It could not be delivered.", issue.Text.Trim());
        Assert.Equal("multipart/report; report-type=delivery-status", issue.Fields["Content-Type"]);
    }

    [Fact]
    public void Read_FlowedText_HasWholeLines() =>
        Assert.Equal(
            "one long line\n> quoted line",
            One("Subject: x\nContent-Type: text/plain; format=flowed\n\none \nlong line\n> quoted \n> line\n")
                .Text.Trim()
                .ReplaceLineEndings("\n")
        );

    [Fact]
    public void Read_Mbox_GivesEachMail()
    {
        const string Mbox =
            "From a@x Mon Nov  2 10:11:12 2026\nSubject: one\n\nfirst\n>From here\n\n"
            + "From b@x Mon Nov  2 10:11:12 2026\nSubject: two\n\nsecond\n";

        var issues = Read(Mbox, "mails.mbox").Select(line => line.Issue!).ToList();

        Assert.Equal(["mail-1", "mail-2"], issues.Select(issue => issue.Id));
        Assert.Equal(["one", "two"], issues.Select(issue => issue.Title));
        Assert.StartsWith("first", issues[0].Text, StringComparison.Ordinal);
        Assert.Equal("second", issues[1].Text.Trim());
    }

    [Theory]
    [InlineData("first\nFrom the desk at 10:11 in 2026 nothing came\n\n")]
    [InlineData("first\n\nFrom here on it is mine\n\n")]
    [InlineData("first\n\nFrom Monday at 10:11 I waited\n\n")]
    public void Read_LineFromInAText_SeparatesNoMails(string text)
    {
        const string Separator = "From a@x Mon Nov  2 10:11:12 2026\n";
        var issues = Read(Separator + "Subject: one\n\n" + text + Separator + "Subject: two\n\nsecond\n", "mails.mbox");

        Assert.Equal(["one", "two"], issues.Select(line => line.Issue?.Title));
        Assert.Equal(text.Trim(), issues[0].Issue!.Text.Trim());
    }

    [Fact]
    public void Read_MarkAgainstALineFrom_IsTakenAway()
    {
        const string Text = "first\n\n>From here\n>>From there\n>from\n> From\n";

        Assert.Equal(
            "first\n\nFrom here\n>From there\n>from\n> From",
            Read("From a@x Mon Nov  2 10:11:12 2026\nSubject: one\n\n" + Text, "mails.mbox").Single().Issue!.Text.Trim()
        );
        Assert.Equal(Text.Trim(), One("Subject: one\n\n" + Text).Text.Trim());
    }

    [Fact]
    public void Read_MailOfAnMboxThatIsNone_CostsOnlyItself()
    {
        const string Separator = "From a@x Mon Nov  2 10:11:12 2026\n";
        var lines = Read(Separator + "no header here\n\n" + Separator + "Subject: two\n\nsecond\n", "mails.mbox");

        Assert.Equal([null, "two"], lines.Select(line => line.Issue?.Title));
        Assert.StartsWith("Mail 1: It is none", lines[0].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Type: text/plain; name=log.txt", "theirs\n\nlog", null)]
    [InlineData("Content-Type: text/plain; name=log.txt\nContent-Disposition: inline; filename=log.txt", "theirs\n\nlog", null)]
    [InlineData("Content-Type: text/plain\nContent-Disposition: attachment; filename=log.txt", "theirs", "'log.txt'")]
    [InlineData("Content-Type: text/html\nContent-Disposition: attachment; filename=p.html", "theirs", "'p.html'")]
    [InlineData("Content-Type: text/plain\nContent-Disposition: attachment", "theirs", "a part of the type text/plain")]
    [InlineData("Content-Type: text/calendar", "theirs", "a part of the type text/calendar")]
    [InlineData("Content-Type: image/png; name=a.png\nContent-Disposition: attachment", "theirs", "'a.png'")]
    [InlineData("Content-Type: image/png; name=a.png\nContent-Disposition: inline", "theirs", null)]
    public void Read_Attachment_IsNamedAndNotRead(string part, string text, string? unread)
    {
        var mail =
            "Subject: x\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain\n\ntheirs\n"
            + $"--m\n{part}\n\nlog\n--m--\n";

        var line = Assert.Single(Read(mail, "mail.eml"));

        Assert.Equal(text, line.Issue!.Text.Trim());
        Assert.Equal(unread is null ? null : $"Mail 1: Not read is what is attached: {unread}.", line.Remark);
    }

    [Fact]
    public void Read_MailThatIsAnAttachment_IsTold()
    {
        var line = Assert.Single(Read("Subject: x\nContent-Disposition: attachment; filename=a.txt\n\nlog\n", "mail.eml"));

        Assert.Equal("", line.Issue!.Text);
        Assert.Equal("Mail 1: Not read is what is attached: 'a.txt'. There is no text in it.", line.Remark);
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=m")]
    [InlineData("multipart/alternative; boundary=m")]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/report; boundary=m")]
    public void Read_PartsThatCannotBeToldApart_AreReadAsTheyAre(string type)
    {
        var line = Assert.Single(Read($"Subject: x\nContent-Type: {type}\n\n--other\n\nI lost my card\n", "mail.eml"));

        Assert.Contains("I lost my card", line.Issue!.Text, StringComparison.Ordinal);
        Assert.StartsWith("Mail 1: Its parts cannot be told apart", line.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MailWithoutText_IsTold() =>
        Assert.Equal("Mail 1: There is no text in it.", Assert.Single(Read("Subject: x\n\n", "mail.eml")).Remark);

    [Theory]
    [InlineData("", "mail.eml")]
    [InlineData("", "mails.mbox")]
    [InlineData("no mail at all", "mails.mbox")]
    public void Read_NoMail_IsToldAndEnds(string content, string name) => Assert.NotNull(Assert.Single(Read(content, name)).Problem);

    [Fact]
    public void Read_HostileMail_Ends()
    {
        var nested =
            string.Concat(Enumerable.Range(0, 2_000).Select(at => $"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n")) + "\nx";
        var forwards = "Subject: x\n" + string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\nSubject: y\n", 2_000)) + "\nx";
        foreach (
            var mail in new[]
            {
                nested,
                forwards,
                "Subject: " + new string('x', 1_000_000) + "\n\nx",
                string.Concat(Enumerable.Repeat("List-X: y\n", 100_000)) + "\nx",
                "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 50_000)),
                "Content-Type: text/plain; charset=\"\0\"\n\nx",
            }
        )
            Assert.InRange(Read(mail, "mail.eml").Single().Issue?.Text.Length ?? 0, 0, mail.Length * 2);
    }

    private static Issue One(string mail) => Assert.Single(Read(mail, "mail.eml")).Issue!;

    private static List<IssueLine> Read(string content, string name)
    {
        using var file = IssueFile.Of(new MemoryStream(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\n"))), name: name);
        return [.. file.Read()];
    }
}
