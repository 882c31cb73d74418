using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Mails;

/// <summary>What is decided about mails: by the writer's own words and by what is passed on.</summary>
public sealed class MailDecisionTests
{
    private const string Header = "From: Pat <p@x.example>\nDate: Mon, Nov 2, 2026\nSubject: claim\nTo: <desk@x.example>\n\n";

    private static readonly Rulebook Book = SomeRules.Load(
        SomeRules.Set(
            "guards",
            "\"guard\": true,",
            SomeRules.Rule(
                "alarm",
                """{ "outcome": "escalate" }""",
                """{ "all": [{ "anyOf": ["alarm"] }], "none": [{ "anyOf": ["drill"] }] }"""
            )
        ),
        SomeRules.Set(
            "desk",
            "",
            SomeRules.Rule(
                "password",
                """{ "outcome": "answer", "answer": { "en": "Reset it on the sign-in page." } }""",
                """{ "anyOf": ["password"] }"""
            ),
            SomeRules.Rule("refund", when: """{ "anyOf": ["refund"] }""", more: "\"priority\": 10,"),
            SomeRules.Rule("whole", when: """{ "anyOf": ["archive"], "in": "everything" }""")
        )
    );

    [Theory]
    [InlineData("---------- Forwarded message ---------\n" + Header)]
    [InlineData("FYI\n\n---------- Forwarded message ---------\n" + Header)]
    [InlineData("Begin forwarded message:\n\n" + Header)]
    [InlineData("Anfang der weitergeleiteten Nachricht:\n\n" + Header)]
    [InlineData("________________________________\n" + Header)]
    [InlineData("See below.\n\n________________________________\n" + Header)]
    public void Decide_Forward_IsTheIssue(string forward) => Assert.Equal("refund", Book.Decide(forward + "I want a refund").Rule?.Id);

    [Theory]
    [InlineData("Thanks.\n\nFrom: Desk <d@x.example>\nSent: 2026-11-02 10:11\nTo: Pat\nSubject: RE: money\n\n")]
    [InlineData("Danke.\n\nVon: Desk <d@x.example>\nGesendet: 2026-11-02 10:11\nAn: Pat\nBetreff: RE: money\n\n")]
    [InlineData("Merci.\n\nDe : Desk <d@x.example>\nEnvoyé : 2026-11-02 10:11\nÀ : Pat\nObjet : RE: money\n\n")]
    [InlineData("Obrigado.\n\nDe: Desk <d@x.example>\nEnviada em: 2026-11-02 10:11\nPara: Pat\nAssunto: RE: money\n\n")]
    [InlineData("Grazie.\n\nDa: Desk <d@x.example>\nInviato: 2026-11-02 10:11\nA: Pat\nOggetto: R: money\n\n")]
    [InlineData("Bedankt.\n\nVan: Desk <d@x.example>\nVerzonden: 2026-11-02 10:11\nAan: Pat\nOnderwerp: RE: money\n\n")]
    [InlineData("Cám ơn.\n\nTừ: Desk <d@x.example>\nĐã gửi: 2026-11-02 10:11\nĐến: Pat\nChủ đề: RE: money\n\n")]
    [InlineData("Salamat.\n\nMula kay: Desk <d@x.example>\nIpinadala: 2026-11-02 10:11\nPara kay: Pat\nPaksa: RE: money\n\n")]
    [InlineData("Danke.\n\nAm Mo., 2. Nov. 2026 um 10:11 Uhr schrieb Desk <d@x.example>:\n\n")]
    [InlineData("Danke.\n\nDesk <d@x.example> schrieb am Mo., 2. Nov. 2026, 10:11:\n\n")]
    [InlineData("Merci.\n\nLe lun. 2 nov. 2026 à 10:11, Desk <d@x.example> a écrit :\n\n")]
    [InlineData("Cám ơn.\n\nVào Th 2, 2 thg 11, 2026 vào lúc 10:11 Desk <d@x.example> đã viết:\n\n")]
    [InlineData("Obrigado.\n\nEm seg., 2 de nov. de 2026 às 10:11, Desk <d@x.example> escreveu:\n\n")]
    [InlineData("Obrigado.\n\nEm 02/11/2026 10:11, Desk escreveu:\n\n")]
    [InlineData("Grazie.\n\nIl giorno lun 2 nov 2026 alle ore 10:11 Desk <d@x.example> ha scritto:\n\n")]
    [InlineData("Bedankt.\n\nOp ma 2 nov 2026 om 10:11 schreef Desk <d@x.example>:\n\n")]
    [InlineData("Salamat.\n\nNoong Lun, Nob 2, 2026 nang 10:11 AM, isinulat ni Desk <d@x.example> ang:\n\n")]
    [InlineData("Danke.\n\n-----Ursprüngliche Nachricht-----\nVon: Desk\n\n")]
    public void Decide_QuoteOfAProgramOfAnyLanguage_IsNotRead(string reply)
    {
        Assert.Equal(ResolutionReason.NoRuleMatched, Book.Decide(reply + "I want a refund").Reason);
        Assert.Equal("whole", Book.Decide(reply + "archive").Rule?.Id);
    }

    [Fact]
    public void Decide_SignatureOrUnsureQuoteThatExcludes_DoesNotKeepAGuardFromOwnWords()
    {
        Assert.Equal("alarm", Book.Decide("alarm\n--\nDrill Sergeant").Rule?.Id);
        Assert.Equal("alarm", Book.Decide("alarm\nSent from my Drill Phone").Rule?.Id);
        Assert.Equal("alarm", Book.Decide("alarm\nOn 2 Nov 2026 at 10:11 Desk wrote:\nthis is a drill").Rule?.Id);
        Assert.Equal("alarm", Book.Decide("hello\nOn 2 Nov 2026 at 10:11 Desk wrote:\nalarm").Rule?.Id);
        Assert.NotEqual("alarm", Book.Decide("alarm, only a drill").Rule?.Id);
    }

    [Fact]
    public void Explain_Mail_TellsWhatWasLeftOutAndWhy()
    {
        const string Text =
            "my password\nSent from my iPhone\n\nOn Mon, Nov 2, 2026 at 10:11 AM Desk <d@x.example> wrote:\n> which?\n\nmine\n-- \nPat";

        var explanation = Book.Explain(Text);

        Assert.Equal(
            [
                "Signature DeviceLine True: Sent from my iPhone",
                "Quote Introduction False: On Mon, Nov 2, 2026 at 10:11 AM Desk <d@x.example> wrote:",
                "Quote QuoteMarks False: > which?",
                "Signature SignatureDelimiter True: -- \nPat",
            ],
            explanation.LeftOut.Select(part =>
                $"{part.Kind} {part.Reason} {part.IsReadByGuards}: {Text.Substring(part.Start, part.Length).Trim()}"
            )
        );
        Assert.Empty(Book.Explain("my password").LeftOut);
    }

    [Fact]
    public void Explain_Turns_TellsOfWhichTurnItWasLeftOut()
    {
        var issue = SomeRules.Issue("my password") with { Turns = [new Turn { Id = "m1", Text = "thanks\nSent from my iPhone" }] };

        var part = Assert.Single(Book.Explain(issue).LeftOut);

        Assert.Equal(("m1", 7, 19), (part.Turn, part.Start, part.Length));
    }

    [Theory]
    [InlineData("X-Autoreply", "yes")]
    [InlineData("X-Failed-Recipients", "a@b.example")]
    [InlineData("auto_submitted", "auto-replied")]
    [InlineData("From", "MAILER-DAEMON@x.example")]
    public void Decide_MachinesMail_IsNotAnsweredButGuarded(string field, string value)
    {
        var answered = Book.Decide(SomeRules.Issue("I forgot my password", fields: (field, value)));
        var guarded = Book.Decide(SomeRules.Issue("I forgot my password, alarm", fields: (field, value)));

        Assert.Equal((Outcome.Escalated, ResolutionReason.SentByMachine), (answered.Outcome, answered.Reason));
        Assert.Contains(field, answered.Summary, StringComparison.Ordinal);
        Assert.Equal(ResolutionReason.Guarded, guarded.Reason);
    }

    [Fact]
    public void Decide_AutomaticReplyByItsTitle_IsNotAnswered()
    {
        var issue = SomeRules.Issue("I am away. For a password call my colleague.") with { Title = "Automatic reply: Your password" };

        Assert.Equal(ResolutionReason.SentByMachine, Book.Decide(issue).Reason);
        Assert.Equal(ResolutionReason.RuleMatched, Book.Decide(issue with { Title = "Re: Automatic reply: Your password" }).Reason);
    }
}
