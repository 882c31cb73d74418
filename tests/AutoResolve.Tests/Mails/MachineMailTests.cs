using System.Globalization;
using AutoResolve.Mails;
using Newtonsoft.Json.Linq;
using Xunit.Abstractions;

namespace AutoResolve.Tests.Mails;

public sealed class MachineMailTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Auto-Submitted", "auto-replied", true)]
    [InlineData("auto_submitted", "auto-generated (failure)", true)]
    [InlineData("Auto-Submitted", "auto-notified; owner-email=\"x@y.example\"", true)]
    [InlineData("Auto-Submitted", "no", false)]
    [InlineData("Auto-Submitted", "No (a person)", false)]
    [InlineData("Auto-Submitted", "(a person) no", false)]
    [InlineData("Auto-Submitted", "no; x=y", false)]
    [InlineData("Auto-Submitted", " ", false)]
    [InlineData("autoSubmitted", "auto-replied", true)]
    [InlineData("X-Autoreply", "yes", true)]
    [InlineData("X-Auto-Reply", "1", true)]
    [InlineData("X-Autoreply", "no", false)]
    [InlineData("X-Autorespond", "vacation", true)]
    [InlineData("X-Autoresponder", "cPanel", true)]
    [InlineData("X-AutoReply-From", "x@y.example", true)]
    [InlineData("X-Loop", "yes", true)]
    [InlineData("Precedence", "bulk", true)]
    [InlineData("Precedence", "auto-reply", true)]
    [InlineData("Precedence", "auto_reply", true)]
    [InlineData("precedence", "LIST", true)]
    [InlineData("Precedence", "normal", false)]
    [InlineData("Priority", "urgent", false)]
    [InlineData("X-Failed-Recipients", "a@b.example", true)]
    [InlineData("Content-Type", "multipart/report; report-type=delivery-status", true)]
    [InlineData("content_type", "Multipart/Report; report-type=disposition-notification", true)]
    [InlineData("Content-Type", "multipart/alternative", false)]
    [InlineData("Return-Path", "<>", true)]
    [InlineData("Return-Path", "< >", true)]
    [InlineData("Return-Path", "<MAILER-DAEMON>", true)]
    [InlineData("Return-Path", "<pat@x.example>", false)]
    [InlineData("List-Id", "<list.x.example>", true)]
    [InlineData("List-Unsubscribe", "<mailto:x@y.example>", true)]
    [InlineData("X-Auto-Response-Suppress", "DR, OOF, AutoReply", true)]
    [InlineData("X-Auto-Response-Suppress", "All", true)]
    [InlineData("X-Auto-Response-Suppress", "None", false)]
    [InlineData("X-MS-Exchange-Inbox-Rules-Loop", "pat@x.example", true)]
    [InlineData("X-MS-Exchange-Generated-Message-Source", "Mailbox Rules Agent", true)]
    [InlineData("Feedback-ID", "1:2:3:x", false)]
    [InlineData("X-Spam-Flag", "YES", false)]
    [InlineData("From", "Mail Delivery Subsystem <MAILER-DAEMON@x.example>", true)]
    [InlineData("From", "MAILER-DAEMON@x.example (Mail Delivery System)", true)]
    [InlineData("From", "Mailer-Daemon", true)]
    [InlineData("From", "\"Content filter\" <postmaster@x.example>", true)]
    [InlineData("From", "autoresponder@x.example", true)]
    [InlineData("From", "bounces+123@x.example", true)]
    [InlineData("From", "no-reply@x.example", true)]
    [InlineData("From", "Shop <NoReply-17@x.example>", true)]
    [InlineData("From", "do_not_reply@x.example", true)]
    [InlineData("From", "bounce", false)]
    [InlineData("From", "no-reply", false)]
    [InlineData("From", "No-Reply <pat@x.example>", false)]
    [InlineData("From", "noreplyson@x.example", false)]
    [InlineData("From", "Postmaster General <pat@x.example>", false)]
    public void SignOf_Field_IsKnown(string name, string value, bool isMachine)
    {
        var issue = new Issue
        {
            Id = "1",
            Text = "I forgot my password",
            Fields = new Dictionary<string, string> { [name] = value },
        };

        Assert.Equal(isMachine ? name : null, MachineMail.SignOf(issue));
        Assert.Equal(
            isMachine ? name : null,
            MachineMail.SignOf(
                new Turn
                {
                    Id = "t",
                    Text = issue.Text,
                    Fields = issue.Fields,
                }
            )
        );
    }

    [Theory]
    [InlineData("Automatic reply: my claim", true)]
    [InlineData("[EXTERNAL] Automatic reply: my claim", true)]
    [InlineData("AUTOMATIC REPLY", true)]
    [InlineData("Out of Office: my claim", true)]
    [InlineData("Out of office Re: my claim", true)]
    [InlineData("Undeliverable: my claim", true)]
    [InlineData("Mail delivery failed: returning message to sender", true)]
    [InlineData("Delivery Status Notification (Failure)", true)]
    [InlineData("Respuesta automática: mi caso", true)]
    [InlineData("Automatische Antwort: Anfrage", true)]
    [InlineData("Abwesenheitsnotiz: Anfrage", true)]
    [InlineData("Unzustellbar: Anfrage", true)]
    [InlineData("Réponse automatique : dossier", true)]
    [InlineData("Non remis : dossier", true)]
    [InlineData("Resposta automática: pedido", true)]
    [InlineData("Não entregue: pedido", true)]
    [InlineData("Risposta automatica: richiesta", true)]
    [InlineData("Mancata consegna: richiesta", true)]
    [InlineData("Automatisch antwoord: vraag", true)]
    [InlineData("Onbestelbaar: vraag", true)]
    [InlineData("Trả lời tự động: câu hỏi", true)]
    [InlineData("Awtomatikong tugon: tanong", true)]
    [InlineData("Delivery incomplete: my claim", true)]
    [InlineData("自動応答: 質問", true)]
    [InlineData("自动答复：问题", true)]
    [InlineData("자동 회신: 질문", true)]
    [InlineData("Автоматический ответ: вопрос", true)]
    [InlineData("Автоматична відповідь: питання", true)]
    [InlineData("رد تلقائي: سؤال", true)]
    [InlineData("תשובה אוטומטית: שאלה", true)]
    [InlineData("Αυτόματη απάντηση: ερώτηση", true)]
    [InlineData("Out of office hours I cannot sign in", false)]
    [InlineData("Automatic reply never came", false)]
    [InlineData("undeliverable letter from VA", false)]
    [InlineData("Re: Automatic reply: my claim", false)]
    [InlineData("Fwd: Undeliverable: my claim", false)]
    [InlineData("AW: Automatische Antwort: Anfrage", false)]
    [InlineData("Automatic replies do not stop", false)]
    [InlineData("Out of office visits?", false)]
    [InlineData("Out of Office 365", false)]
    [InlineData("Undeliverable", false)]
    [InlineData("Automatic payments stopped", false)]
    [InlineData("My claim is undeliverable: why?", false)]
    [InlineData("Read: this is urgent", false)]
    [InlineData("Auto insurance", false)]
    [InlineData("", false)]
    public void SignOf_Title_CountsAtItsBeginning(string title, bool isMachine)
    {
        Issue issue = new()
        {
            Id = "1",
            Title = title,
            Text = "I forgot my password",
        };

        Assert.Equal(isMachine ? "title" : null, MachineMail.SignOf(issue));
        Assert.Null(MachineMail.SignOf(issue with { Fields = new Dictionary<string, string> { ["Auto-Submitted"] = "no" } }));
    }

    [Fact]
    public void SignOf_Receipt_IsKnownByItsText()
    {
        Issue issue = new()
        {
            Id = "1",
            Title = "Read: my claim",
            Text = "Your message\n\n  To: Pat\n\nwas read on Monday, November 3, 2025.",
        };

        Assert.Equal("title", MachineMail.SignOf(issue));
    }

    [Theory]
    [InlineData("pat@x.example", null, false)]
    [InlineData(null, "pat@x.example", false)]
    [InlineData("noreply@forms.example", null, true)]
    [InlineData(null, "noreply@forms.example", true)]
    [InlineData(null, null, true)]
    public void SignOf_FormOfAPerson_IsAPersons(string? replyTo, string? requester, bool isMachine)
    {
        Issue issue = new()
        {
            Id = "1",
            Text = "Name: Pat\nI forgot my password",
            Requester = requester,
            Fields = new Dictionary<string, string> { ["From"] = "no-reply@forms.example", ["Reply-To"] = replyTo ?? "" },
        };

        Assert.Equal(isMachine ? "From" : null, MachineMail.SignOf(issue));
    }

    [Fact]
    [Trait("Category", "Corpus")]
    public void SignOf_LabelledMails_IsRight()
    {
        var mails = Directory
            .EnumerateFiles(Path.Combine(MailCorpus.Folder, "machines"), "*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(JObject.Parse)
            .Select(mail =>
                (Id: (string)mail["id"]!, IsMachine: (bool)mail["machine"]!, IsSure: mail["unsure"] is null, Sign: SignOf(mail))
            )
            .ToList();
        var machines = mails.Where(mail => mail.IsMachine).ToList();
        var people = mails.Where(mail => !mail.IsMachine && mail.IsSure).ToList();
        var missed = machines.Where(mail => mail.Sign is null).Select(mail => mail.Id).ToList();
        var wrong = people.Where(mail => mail.Sign is not null).Select(mail => $"{mail.Id} ({mail.Sign})").ToList();
        var unsure = mails.Where(mail => !mail.IsSure).Select(mail => $"{mail.Id} ({mail.Sign ?? "person"})");
        var (ofMachines, ofPeople) = (Number(machines.Count), Number(people.Count));
        output.WriteLine($"{ofMachines} of machines, missed: {string.Join(", ", missed)}");
        output.WriteLine($"{ofPeople} of people, taken for machines: {string.Join(", ", wrong)}");
        output.WriteLine($"a machine's envelope around a person's words: {string.Join(", ", unsure)}");

        Assert.Empty(wrong);
        Assert.InRange((double)missed.Count / machines.Count, 0, 0.05);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? SignOf(JObject mail) =>
        MachineMail.SignOf(
            new Issue
            {
                Id = "1",
                Title = (string?)mail["title"],
                Text = (string)mail["text"]!,
                Fields = mail["fields"]!.ToObject<Dictionary<string, string>>()!,
            }
        );
}
