using AutoResolve.Mails;

namespace AutoResolve.Tests.Mails;

public sealed class MailReaderTests
{
    private const string Intro = "On Mon, Jan 5, 2026 at 3:10 PM Help <help@x.example> wrote:";
    private const string Header = "From: Help <help@x.example>\nSent: Monday, January 5, 2026 3:10 PM\nTo: me\nSubject: RE: x";

    [Theory]
    [InlineData("mine", "mine")]
    [InlineData("mine\n" + Intro + "\n> theirs\n\nmine below", "mine|mine below")]
    [InlineData("mine\r\n" + Intro + "\r\n> theirs\r\nmine below", "mine|mine below")]
    [InlineData(Intro + "\n\n> theirs\n>\n> theirs\n\nmine\n\n> theirs\n\nmine too", "mine|mine too")]
    [InlineData("mine\n" + Intro + "\ntheirs without marks", "mine")]
    [InlineData("mine\nOn Mon, Jan 5, 2026 at 3:10 PM Help\n<help@x.example> wrote:\n> theirs\nmine below", "mine|mine below")]
    [InlineData("mine\nOn Mon, Jan 5, 2026 at 3:10 PM A Name That Is Long Desk <\nhelp@x.example> wrote:\n> theirs", "mine")]
    [InlineData("mine\n*On Mon, Jan 5, 2026 at 3:10 PM Help* <help@x.example> *wrote:*\n> theirs", "mine")]
    [InlineData("mine\n> On 5 Jan 2026, at 15:10, Help <help@x.example> wrote:\n> \n> theirs", "mine")]
    [InlineData("mío\nEl lun, 5 ene 2026 a las 15:10, Ayuda escribió:\n> suyo", "mío")]
    [InlineData("mine\n-----Original Message-----\nFrom: a\ntheirs", "mine")]
    [InlineData("mine\n" + Header + "\n\ntheirs", "mine")]
    [InlineData("mine\n________________________________\n" + Header + "\n\ntheirs", "mine")]
    [InlineData("mine\n*From:* Help <help@x.example>\n\n*Sent:* Monday\n\n*To:* me; her\n<her@x.example>\n\n*Subject:* x\n\nt", "mine")]
    [InlineData("mine\nFrom: Help <help@x.example> Sent: Monday 3 PM To: me Subject: RE: x\ntheirs", "mine")]
    [InlineData("mine\nFrom: Help\nSent: Monday\nTo: me\nSubject: x\n\ntheirs", "mine")]
    [InlineData("mío\nDe: Ayuda\nEnviado: lunes\nPara: mí\n\nsuyo", "mío")]
    [InlineData("> theirs\nmine", "mine")]
    [InlineData("mine\n##- Please type your reply above this line -##\ntheirs", "mine")]
    [InlineData("mine\n-- \nJane Doe\n555-1234", "mine")]
    [InlineData("mine\n--\nJane Doe", "mine")]
    [InlineData("mine\n-- \nJane Doe\n\n" + Intro + "\n> theirs", "mine")]
    [InlineData("mine\nSent from my iPhone", "mine")]
    [InlineData("mine\nGet Outlook for Android<https://x.example/a>\nmine too", "mine|mine too")]
    [InlineData("mío\nEnviado desde mi iPhone", "mío")]
    [InlineData("mine\n\nThis email and any attachments are confidential.\nDelete it.", "mine")]
    [InlineData("CAUTION: This email originated from outside of the organization.\n\nmine", "mine")]
    public void Read_Message_LeavesOutQuotesAndSignature(string text, string own) => Assert.Equal(own, Read(text, forGuards: false));

    [Theory]
    [InlineData("On the page it says error 5\nand stops")]
    [InlineData("From: the menu I chose upload\nand nothing happened")]
    [InlineData("From: Boston\nTo: Denver\nDate: May 5\nSubject: my trip\nis what I filled in")]
    [InlineData("On Monday my doctor wrote:\nyou may go home")]
    [InlineData("mine\nThe way was:\n> Settings\n> Account")]
    [InlineData("It adds the line\n-----Original Message-----\nto what I write.")]
    [InlineData("one\n________________________________\ntwo")]
    [InlineData("one\n--\nI have more to say about that, and please do not leave it out")]
    [InlineData("one\nSent from my iPhone and from my tablet")]
    [InlineData("one\nSent from my bank account twice")]
    [InlineData("Disclaimer: I am no expert.\n\nI think that the router is broken.")]
    [InlineData("mine\n-- \nJane Doe\n\nP.S. It is the red light")]
    [InlineData("mine\n---------- Forwarded message ---------\nFrom: a\n> still to be read")]
    [InlineData("FYI\n\n" + Header + "\n\nstill to be read")]
    [InlineData("I got this mail:\n\n" + Header + "\n\nstill to be read")]
    public void Read_WhatOnlyLooksLikeIt_IsRead(string text) => Assert.Equal(text, Read(text, forGuards: false));

    [Theory]
    [InlineData("> only\n> quoted")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Sent from my iPhone\n")]
    [InlineData(Header + "\n\nonly passed on")]
    [InlineData(Intro + "\n> only quoted")]
    [InlineData("\n--\n" + Intro + "\n> only quoted")]
    [InlineData("")]
    [InlineData("\r\n")]
    public void Read_NothingElse_IsRead(string text)
    {
        Assert.Equal(text.Trim(), Read(text, forGuards: false));
        Assert.Equal(text.Trim(), Read(text, forGuards: true));
    }

    [Theory]
    [InlineData("mine\n" + Intro + "\n> theirs", "mine")]
    [InlineData("mine\n" + Header + "\n\ntheirs", "mine")]
    [InlineData("mine\n##- Please type your reply above this line -##\ntheirs", "mine")]
    [InlineData("mine\n" + Intro + "\ntheirs or mine", "mine|theirs or mine")]
    [InlineData("mine\n" + Intro + "\ntheirs or mine\n" + Header + "\ntheirs", "mine|theirs or mine")]
    [InlineData("mine\n-- \nJane Doe", "mine\n-- \nJane Doe")]
    [InlineData("mine\nSent from my iPhone", "mine\nSent from my iPhone")]
    [InlineData("mine\n> this\n>\n> or that\nmine", "mine\n> this\n>\n> or that\nmine")]
    [InlineData("mine\nThis message is confidential.", "mine\nThis message is confidential.")]
    [InlineData("mine\nOn Monday my doctor wrote:\n> theirs", "mine\nOn Monday my doctor wrote:\n> theirs")]
    public void Read_ForGuards_LeavesOutOnlyWhatIsQuotedForCertain(string text, string read) =>
        Assert.Equal(read, Read(text, forGuards: true));

    [Theory]
    [InlineData("Re: x", "mine", "mine")]
    [InlineData("AW: x", "mine", "mine")]
    [InlineData(null, "mine", "mine|From: Pat <p@x.example>\nSent: Monday 3:10\nTo: me\nSubject: x\n\nwhose?")]
    [InlineData("FW: x", "mine\nFrom: Pat <p@x.example>\nSent: Monday 3:10\nTo: me\nSubject: x\n\nwhose?", null)]
    public void Read_Title_TellsAReplyFromAForward(string? title, string rules, string? guards)
    {
        const string Text = "mine\nFrom: Pat <p@x.example>\nSent: Monday 3:10\nTo: me\nSubject: x\n\nwhose?";

        Assert.Equal(rules, Read(Text, forGuards: false, title));
        Assert.Equal(guards?.Replace("mine|", "mine\n", StringComparison.Ordinal) ?? rules, Read(Text, forGuards: true, title));
    }

    [Theory]
    [InlineData("please help my dad", "It came today.\n" + Intro + "\n> theirs", "It came today.", null)]
    [InlineData("please help my dad", "See below.\n" + Intro + "\n> theirs", "See below.\n" + Intro + "\n> theirs", null)]
    [InlineData("Re: x", "mine\n" + Header + "\n\n> theirs\nmine too", "mine|mine too", "mine|mine too")]
    [InlineData("Re: x", "mine\n" + Header + "\n\nWhich browser?\nFirefox\ntheirs", "mine|Firefox", "mine|Firefox")]
    [InlineData("Re: x", "in between\n" + Header + "\n\nTell us.\nmine", "in between|Tell us.\nmine", null)]
    [InlineData("Re: x", Intro + "\n> theirs\n\nI went\n> Settings > Sign in", "I went\n> Settings > Sign in", null)]
    public void Read_AnswersAndWhatIsPassedOn_AreRead(string title, string text, string rules, string? guards)
    {
        Assert.Equal(rules, Read(text, forGuards: false, title));
        Assert.Equal(guards ?? (title[0] == 'p' ? text : rules), Read(text, forGuards: true, title));
    }

    [Theory]
    [InlineData("On \n")]
    [InlineData("On 1 <\n")]
    [InlineData("On 1/1/26 10:10\n")]
    [InlineData("From:\n")]
    [InlineData("From:\n\n\n")]
    [InlineData("Cc: a@b\n")]
    [InlineData("To: a@b\n<b@c>\n")]
    [InlineData(">\n")]
    [InlineData("> x\ny\n")]
    [InlineData("> On 1/1/26 10:10\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("On x wrote:\n>\n")]
    [InlineData("On 1/1/26 10:10 x wrote:\n\n")]
    [InlineData("--\n")]
    [InlineData("--\nx\n")]
    [InlineData("-----Original Message-----\n\n")]
    [InlineData("##\n")]
    [InlineData("This message is\n\n")]
    [InlineData("This message is\n")]
    [InlineData("Sent from my \n")]
    [InlineData("x@y:\n")]
    [InlineData("---- On 1/1/26 10:10 x@y\n")]
    [InlineData("x wrote on 1/1/2026 10:10:\n")]
    [InlineData("> > x\n")]
    [InlineData(">From x\n")]
    [InlineData(">From x\nx\n")]
    [InlineData("x\n> x\n")]
    [InlineData("x:\n\n> x\n\n")]
    [InlineData("x\n> x\n> y\nx\n")]
    [InlineData("On 1/1/26 10:10 x wrote:\n> x\n")]
    [InlineData("From: a@b\nDate: 1/1/2026\nTo: c@d\nx\n")]
    [InlineData("---\nFrom: a@b\nDate: 1/1/2026\n")]
    [InlineData("Which?\nx\n")]
    [InlineData("Reply above this line\n")]
    [InlineData("##reply above this line\n\nx\n\n")]
    [InlineData("Your request (1) has been updated.\n")]
    [InlineData("Your request (1) has been updated.\n\n")]
    [InlineData("Status: 1\n")]
    [InlineData("x commented:\n\n")]
    [InlineData("--\nx, y\n")]
    [InlineData("________\n")]
    [InlineData("-----Original Message-----\nFrom x@y\n\n")]
    public void Read_HostileLines_LooksAtEachAFewTimes(string line)
    {
        ReadAll(string.Concat(Enumerable.Repeat(line, LongRun.Of(30_000))), null);
        var fewer = string.Concat(Enumerable.Repeat(line, LongRun.Of(3_000)));
        foreach (var above in new[] { "mine\n", "##reply above this line\n\n", "mine, in between\n\n" + Header + "\n\n" })
        {
            ReadAll(above + fewer, "Re: x");
            ReadAll(above + fewer, "my title");
        }
    }

    private static void ReadAll(string text, string? title)
    {
        MailReader reader = new();
        reader.Read(text, [], title);

        var end = 0;
        foreach (var part in reader.Parts)
        {
            Assert.Equal(end, part.Start);
            end = part.End;
        }

        Assert.Equal(text.Length, end);
    }

    [Fact]
    public void Read_Again_AllocatesNothing()
    {
        const string Text = "mine\nSent from my iPhone\n\n" + Intro + "\n> theirs\n\n" + Header + "\n\ntheirs\n-- \nJane Doe\n";
        MailReader reader = new();
        List<AutoResolve.Words.TextRange> ranges = new(8);
        reader.Read(Text, []);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
        {
            ranges.Clear();
            reader.Read(Text, []);
            reader.AddTo(ranges, forGuards: true);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Read(string text, bool forGuards, string? title = null)
    {
        MailReader reader = new();
        List<AutoResolve.Words.TextRange> ranges = [];
        reader.Read(text, [], title);
        reader.AddTo(ranges, forGuards);
        return string.Join('|', ranges.Select(range => text.Substring(range.Start, range.Length).Trim()));
    }
}
