using AutoResolve.Mails;

namespace AutoResolve.Tests.Mails;

/// <summary>Kinds of what mail programs and help desks put beside a writer's own words, a few of each.</summary>
public sealed class MailKindTests
{
    private const string Intro = "On Mon, Jan 5, 2026 at 3:10 PM Help <help@x.example> wrote:";
    private const string Header = "From: Help <help@x.example>\nSent: Monday, January 5, 2026 3:10 PM\nTo: me\nSubject: x";

    [Theory]
    [InlineData("mine\n\n—-—-—-—\nReply above this line.\n\nAna commented:\n\ntheirs")]
    [InlineData("mine\n\n-- Please reply above this line --\ntheirs")]
    [InlineData("mine\n\n## In replies all text above this line is added to the ticket ##\ntheirs")]
    [InlineData("mine\n\nReply above this line\ntheirs")]
    [InlineData("mine\n\nYour request (90111) has been updated. To add comments, reply to this email.\n\ntheirs")]
    [InlineData("mine\n\nTicket #4711 updated\n\nAna: theirs\n\ntheirs")]
    [InlineData("mine\n\nYou have received a reply on ticket #51991 \"x\":\n\ntheirs")]
    [InlineData("mine\n\nCase number: 00912331\nStatus: Waiting\n\ntheirs")]
    [InlineData("mine\n\nSu solicitud (90111) ha sido actualizada.\n\nsuyo")]
    [InlineData("mine\n\nIhre Anfrage (90111) wurde aktualisiert.\n\nvon anderen")]
    public void Read_NoticeOfAHelpDesk_IsLeftOut(string text) => Assert.Equal("mine", Read(text));

    [Theory]
    [InlineData("##- Please type your reply above this line -##\n\nmine\n\nYour request (1190) has been updated.")]
    [InlineData("##- Please type your reply above this line -##\n\nAna (Desk)\nApr 2, 2025, 11:15\n\ntheirs\n\nmine")]
    [InlineData("--- Reply above this line to add a comment ---\n\nIncident: INC0098812\nState: Waiting\n\nmine")]
    [InlineData("—-—-—-—\nReply above this line.\n\nAna commented:\n\ntheirs\n\nmine")]
    [InlineData("##- Digite sua resposta acima desta linha -##\n\nIvone (Suporte): Foi resolvido?\n\nmine")]
    [InlineData(Intro + "\n\ntheirs\n\nmine")]
    [InlineData(Intro + "\n\nHi Earl,\n\ntheirs\n\nmine")]
    [InlineData(Header + "\n\ntheirs\n\nmine")]
    public void Read_AnswerBelow_IsReadWithoutWhatIsAbove(string text)
    {
        Assert.Equal("mine", Read(text));
        Assert.Contains("mine", Read(text, forGuards: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ticket 4711 was closed, but nothing is solved.")]
    [InlineData("The first.\n\nYour ticket 4711 was closed but nothing is solved.")]
    [InlineData("The first.\n\nWhat does \"reply above this line\" mean?")]
    [InlineData("The first.\n\nI write my reply above this line and nobody reads it.")]
    [InlineData("Status: broken\nComments: none")]
    public void Read_WordsAboutANotice_AreRead(string text) => Assert.Equal(text, Read(text));

    [Theory]
    [InlineData("Re: x", "mine\n\n> Upload a photo of your license,\n> state ID or passport.", "mine")]
    [InlineData("Re: x", "> Which page?\nmine\n> Which browser?\nmine too", "mine|mine too")]
    [InlineData("Re: x", "> theirs\n> theirs\n\nmine", "mine")]
    [InlineData("Re: x", "mine\n\n> theirs\n\nmine too", "mine|mine too")]
    [InlineData("my list", "> cannot sign in\n> no phone\n\nWhich one first?", "> cannot sign in\n> no phone\n\nWhich one first?")]
    [InlineData("x", "mine\n\n> one\n> two", "mine\n\n> one\n> two")]
    public void Read_MarksThatNothingIntroduces_AreAQuoteInAnAnswer(string title, string text, string rules)
    {
        Assert.Equal(rules, Read(text, title));
        Assert.Equal(text, Read(text, title, forGuards: true));
    }

    [Theory]
    [InlineData("These things:\n> Profile > Security\n> Save")]
    [InlineData("In this order:\n\n> Claims > Upload\n> Browse\n> Save\n\nand there it hangs.")]
    [InlineData("I pressed\n> Refill\n> Submit\nand nothing came.")]
    [InlineData("I went\n> Settings > Sign in")]
    public void Read_ListBehindAnIntroduction_IsRead(string list) => Assert.Equal(list, Read(Intro + "\n\n> theirs\n\n" + list));

    [Fact]
    public void Read_WhatMayBeAListBehindAnIntroduction_IsForGuards()
    {
        const string Text = Intro + "\n\n> theirs\n\nmine\n\n> Refill\n> Submit";

        Assert.Equal("mine", Read(Text));
        Assert.Contains("Submit", Read(Text, forGuards: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("On Mon, Sep 15, 2025 at 11:31 AM Denver Logistics Center, Prosthetics and\nHearing Aid Supplies\n<d@x.example> wrote:")]
    [InlineData("*Am 15.09.25 um 09:10 schrieb Support:*")]
    [InlineData("**On Thu, 02 Oct 2025 07:41:22 -0400 Desk <d@x.example> wrote:**")]
    [InlineData("---- On Thu, 02 Oct 2025 07:41:22 -0400 Desk <d@x.example> wrote ---")]
    [InlineData("Support <d@x.example> 于2025年10月2日周四 07:41写道：")]
    [InlineData("2025年10月2日(木) 7:41 Support <d@x.example>:")]
    public void Read_Introduction_IsOneInAnyForm(string introduction) =>
        Assert.Equal("I wrote on Monday.", Read("I wrote on Monday.\n" + introduction + "\n\n> theirs"));

    [Theory]
    [InlineData("Von|Gesendet|An|Betreff")]
    [InlineData("De|Enviado|Para|Asunto")]
    [InlineData("De |Envoyé |À |Objet ")]
    [InlineData("Expéditeur |Date |Destinataire |Objet ")]
    [InlineData("De|Enviada em|Para|Assunto")]
    [InlineData("Da|Inviato|A|Oggetto")]
    [InlineData("Van|Verzonden|Aan|Onderwerp")]
    [InlineData("Từ|Đã gửi|Đến|Chủ đề")]
    [InlineData("Mula kay|Ipinadala|Para kay|Paksa")]
    [InlineData("Från|Skickat|Till|Ämne")]
    [InlineData("Fra|Sendt|Til|Emne")]
    [InlineData("Od|Wysłano|Do|Temat")]
    [InlineData("От|Отправлено|Кому|Тема")]
    [InlineData("Від|Надіслано|Кому|Тема")]
    [InlineData("发件人|发送时间|收件人|主题")]
    [InlineData("寄件者|寄件日期|收件者|主旨")]
    [InlineData("差出人|送信日時|宛先|件名")]
    [InlineData("보낸 사람|보낸 날짜|받는 사람|제목")]
    [InlineData("Kimden|Gönderildi|Kime|Konu")]
    [InlineData("Lähettäjä|Lähetetty|Vastaanottaja|Aihe")]
    [InlineData("Od|Odesláno|Komu|Předmět")]
    [InlineData("Feladó|Elküldve|Címzett|Tárgy")]
    [InlineData("De la|Trimis|Către|Subiect")]
    [InlineData("מאת|נשלח|אל|נושא")]
    [InlineData("من|تم الإرسال|إلى|الموضوع")]
    [InlineData("Από|Στάλθηκε|Προς|Θέμα")]
    public void Read_Header_IsOneInAnyLanguageBoldOrNot(string names)
    {
        var name = names.Split('|');
        foreach (var form in new[] { "{0}: {1}", "*{0}:* {1}", "*{0}: *{1}", "**{0}:** {1}", "_{0}:_ {1}" })
        {
            string Line(int number, string value) =>
                string.Format(System.Globalization.CultureInfo.InvariantCulture, form, name[number], value);
            var head = string.Join('\n', Line(0, "Help <h@x.example>"), Line(1, "2025-10-02 07:41"), Line(2, "me"), Line(3, "x"));

            Assert.Equal("mine", Read("mine\n\n" + head + "\n\ntheirs"));
        }
    }

    [Theory]
    [InlineData(
        "mine\n\n------ Original Message ------\nFrom \"Help\" <help@x.example>\nTo me@x.example\nDate 10/2/2025\n\ntheirs",
        "mine"
    )]
    [InlineData("mine\n\n________________________________\nFrom: Help <help@x.example>\nSent: Monday 3:10 PM\n\ntheirs", "mine")]
    [InlineData("I say\n>From here on it is mine\nmine", "I say\n>From here on it is mine\nmine")]
    [InlineData(Intro + "\n>theirs\n>From them\n\nmine", "mine")]
    [InlineData(Intro + "\n\n> theirs\n> > older\n> >> oldest\n\nmine", "mine")]
    [InlineData("mine\n\nDesk/Center wrote on 10/02/2025 07:41:22 AM:\n\n> theirs", "mine")]
    [InlineData("mine\n-- \nDr. Uwe Hahn, LL.M., lawyer\nretired, grandfather, fisherman", "mine")]
    [InlineData("mine\n--\nAbe Thorne, USAF, MBA\n\"Always ready, always there\"", "mine")]
    [InlineData("mine\n--\nAbe Thorne\n\nstill nothing, still waiting", "mine\n--\nAbe Thorne\n\nstill nothing, still waiting")]
    [InlineData("See my answers in between.\n\n" + Header + "\n\nWhich phone?\nan old one", "See my answers in between.|an old one")]
    public void Read_OtherForms_AreKnown(string text, string rules) =>
        Assert.Equal(
            rules,
            Read(text).Replace(Header + "\n\n", "|", StringComparison.Ordinal).Replace("\n\n||", "|", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("[EXTERNAL] Re: x")]
    [InlineData("[EXT] [Ticket 5] AW: x")]
    [InlineData("EXTERNAL: RE: x")]
    public void Read_TitleWithATag_IsThatOfAnAnswer(string title) => Assert.Equal("mine", Read("mine\n\n" + Header + "\n\ntheirs", title));

    private static string Read(string text, string title = "Re: x", bool forGuards = false)
    {
        MailReader reader = new();
        List<AutoResolve.Words.TextRange> ranges = [];
        reader.Read(text, [], title);
        reader.AddTo(ranges, forGuards);
        return string.Join('|', ranges.Select(range => text.Substring(range.Start, range.Length).Trim()));
    }
}
