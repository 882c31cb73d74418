using AutoResolve.Actions;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Journaling;
using AutoResolve.Reading;
using CliWrap.Buffered;
using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Journaling;

/// <summary>Cases as people look at them: listed, and one as a conversation.</summary>
public sealed class CaseTests : IAsyncLifetime
{
    // Long gone, by whatever clock the tool is run.
    private static readonly DateTimeOffset Past = new(2020, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly CaseListing Listing = new(
        [
            Summary("1017", CaseStage.Customer, CaseOwner.Customer, Outcome.Asked, ResolutionReason.FactsMissing) with
            {
                Rule = "letters.missing",
                Due = Past.AddDays(2),
                DueFor = "answer",
                IsOverdue = true,
            },
            Summary("1018", CaseStage.Team, CaseOwner.Team, Outcome.Routed, ResolutionReason.PersonWanted) with
            {
                Team = "billing",
                Rule = "payment.late",
                Turns = 12,
            },
            Summary("1019", CaseStage.Team, CaseOwner.Team, Outcome.Escalated, ResolutionReason.NoRuleMatched),
            Summary("m\u001b[2J\n1", CaseStage.Turns, CaseOwner.Automation, null, null) with
            {
                Case = new CaseReference("agency", "m\u001b[2J\n1"),
                Since = null,
            },
        ],
        4
    );

    private JournalOnDisk _journal = null!;

    public async Task InitializeAsync() => _journal = await JournalOnDisk.CreateAsync();

    public Task DisposeAsync()
    {
        _journal.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Table_OfCases_ReadsLineByLine()
    {
        var text = new StringWriter();

        CaseTable.Write(Listing, new Screen(text, isTerminal: false, colour: false, unicode: true), Past.AddDays(3));

        Snapshot.Match(text.ToString());
    }

    [Fact]
    public async Task Cases_ByWhatTheyWaitFor_AreListed()
    {
        var open = Lines(await RunAsync("cases", "--json"));
        var closed = Lines(await RunAsync("cases", "--state", "closed", "--json"));
        var text = await RunAsync("cases");
        var none = await RunAsync("cases", "--state", "customer");

        Assert.Equal([("i-2", "approval"), ("i-4", "team")], open.Select(line => ((string)line["issueId"]!, (string)line["state"]!)));
        Assert.Equal(["i-1", "i-3"], closed.Select(line => (string)line["issueId"]!));
        Assert.Equal(
            ("fixed", "ruleMatched", "account.unlock", 0),
            ((string)closed[0]["outcome"]!, (string)closed[0]["reason"]!, (string)closed[0]["ruleId"]!, (int)closed[0]["turns"]!)
        );
        Assert.Matches("i-4 +a person +2026-11-23 09:03:00Z .* escalated \\(no rule matched\\)\n", text.StandardOutput);
        Assert.Equal("No such case.\n", none.StandardOutput);
    }

    [Fact]
    public async Task Cases_OfATeamOrAnOrganisation_AreThese()
    {
        await _journal.AppendAsync(Record("agency", "t-1") with { Owner = CaseOwner.Team, Team = "billing" });
        await _journal.AppendAsync(Record("agency", "t-2") with { Owner = CaseOwner.Customer });

        Assert.Equal(["t-1"], Lines(await RunAsync("cases", "--owner", "billing", "--json")).Select(line => (string)line["issueId"]!));
        Assert.Equal(
            ["t-1", "t-2"],
            Lines(await RunAsync("cases", "--tenant", "agency", "--json")).Select(line => (string)line["issueId"]!)
        );
    }

    [Fact]
    public async Task Cases_WaitingLongestFirst_AreTheFirstOfMany()
    {
        var result = await RunAsync("cases", "--limit", "1", "--json");

        Assert.Equal(["i-2"], Lines(result).Select(line => (string)line["issueId"]!));
        Assert.Equal("These are the first 1 of 2 cases; --limit COUNT shows more.\n", result.StandardError);
    }

    [Fact]
    public async Task CasesAndDoubt_OfACustomerWhoseTimeHasPassed_ShowIt()
    {
        await _journal.AppendAsync(Record(null, "late") with { Owner = CaseOwner.Customer, Due = Past, DueFor = "answer" });

        var overdue = Lines(await RunAsync("cases", "--overdue", "--state", "customer", "--json"));
        var doubt = await RunAsync("doubt");
        var json = Lines(await RunAsync("doubt", "--json"));

        Assert.Equal(
            ("late", "answer", true),
            ((string)overdue.Single()["issueId"]!, (string)overdue[0]["dueFor"]!, (bool)overdue[0]["overdue"]!)
        );
        Assert.Contains(
            "        2020-01-01 09:00:00Z  overdue          late  the customer could answer until then\nThe time of 1 case has passed;",
            doubt.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Equal((1, "answer"), (doubt.ExitCode, (string)json[^1]["dueFor"]!));
    }

    [Fact]
    public async Task Show_Case_IsAConversation()
    {
        await _journal.SayAsync("i-1", FeedbackVerdict.Wrong);
        await _journal.ContinueAsync(
            new CaseReference(null, "i-1"),
            new Turn
            {
                Id = "m-1",
                Author = Author.Customer,
                Text = "I am locked out again\nand I wrote to ann@example.org",
                Fields = new Dictionary<string, string> { ["errorCode"] = "002" },
            }
        );

        var result = await RunAsync("show", "i-1");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.DoesNotContain("ann@example", result.StandardOutput, StringComparison.Ordinal);
        Snapshot.Match(result.StandardOutput);
    }

    [Fact]
    public void Text_OfQuestionsStepsAndWhatCannotBeShown_IsPlain()
    {
        var question = new Question("device", "device", "Which <b>device</b>?")
        {
            Label = "Device",
            PlainText = "Which device?",
            Choices = [new Choice("a", "iPhone"), new Choice("b", "Android")],
            IsBlocking = true,
        };
        var conversation = new CaseConversation(
            Listing.Cases[0],
            [
                new CaseTurn(Past, null, Author.Agent, "Vet states that it spins") { Title = "Spinning", Tried = ["cleared cookies"] },
                new CaseDecision(Past, Outcome.Asked, ResolutionReason.FactsMissing, "Rule spin matched.")
                {
                    Rule = "spin",
                    RuleVersion = 2,
                    Mode = "active",
                    Questions = [question],
                },
                new CaseAction(Past, "ask", "succeeded", null) { Attempts = 2 },
                new CaseTurn(Past, "m-1", Author.Customer, "thanks") { IsOnlyRecorded = true },
                new CaseDecision(Past, Outcome.Routed, ResolutionReason.QuestionsOpen, "It goes on as it is.")
                {
                    Team = "mobile",
                    Answer = new Answer
                    {
                        Text = "Try this:",
                        Locale = "en",
                        Format = AnswerFormat.PlainText,
                        Steps = [new AnswerStep("one", "Restart it.")],
                    },
                    OpenQuestions = [question],
                },
                new CaseAction(Past, "route", "begun", null),
                new CaseEnd(Past, Outcome.Escalated, "The ticket system said no."),
                new CaseVerdict(Past, "u17", FeedbackVerdict.Reopened, "again"),
                new CaseHappening(Past, CaseEventKind.Merged, null, "1016"),
                new CaseGap(Past, IsErased: true),
                new CaseGap(Past, IsErased: false),
            ]
        );
        var text = new StringWriter();

        ConversationText.Write(conversation, new Screen(text, isTerminal: false, colour: false, unicode: true));

        Snapshot.Match(text.ToString());
    }

    [Fact]
    public async Task Show_WaitsForApproval_SaysForWhom()
    {
        var result = await RunAsync("show", "i-2");

        // Whether its time has passed depends on the day on which this is run.
        Assert.Contains("\n2026-11-23 09:01:00Z  erase: waits for approval\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains(
            "\nWaits for approval by accounts since 2026-11-23 09:01:00Z, until 2026-11-30 09:01:00Z (approval).",
            result.StandardOutput,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Show_CaseThatPeopleHad_TellsWhatHappenedToIt()
    {
        var reference = new CaseReference(null, "i-4");
        await _journal.ReportAsync(
            reference,
            new CaseEvent
            {
                Id = "e-1",
                Kind = CaseEventKind.Reassigned,
                Team = "billing",
            }
        );
        await _journal.ReportAsync(reference, new CaseEvent { Id = "e-2", Kind = CaseEventKind.PersonReplied });
        await _journal.ReportAsync(reference, new CaseEvent { Id = "e-3", Kind = CaseEventKind.Closed });

        var result = await RunAsync("show", "i-4");
        var events = JObject.Parse((await RunAsync("show", "i-4", "--json")).StandardOutput)["moments"]!.Where(moment =>
            (string)moment["kind"]! == "event"
        );

        Assert.Contains("Z  The case went to billing.\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains(
            "Z  A person wrote to the customer; automation says nothing more.\n",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Z  A team closed the case.\n\nClosed since 2026-11-23 09:06:00Z.\n",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Equal(["reassigned", "personReplied", "closed"], events.Select(moment => (string)moment["event"]!));
    }

    [Fact]
    public async Task ShowAndReplay_AfterAMessageCameBack_SayWhichAndThatNoRuleDecidedIt()
    {
        var sent = (string?)JObject.Parse((await _journal.ReadAsync(JournalEntryKind.ActionResult))[0].Content)["key"];
        var back = new CaseEvent
        {
            Id = "e-1",
            Kind = CaseEventKind.Undelivered,
            MessageKey = sent,
        };
        await _journal.ReportAsync(new CaseReference(null, "i-1"), back);

        var show = await RunAsync("show", "i-1");
        var json = JObject.Parse((await RunAsync("show", "i-1", "--json")).StandardOutput)["moments"]!;
        var replay = await RunAsync("replay", "--issue", "i-1", "--json");

        Assert.Single(show.StandardOutput.Split('\n'), line => line == "    | I am locked out");
        Assert.Contains("Z  The message of 2026-11-23 09:00:00Z came back.\n", show.StandardOutput, StringComparison.Ordinal);
        var sentAt = json.Single(moment => (string)moment["kind"]! == "event").Value<DateTime>("sentAt");
        Assert.Equal(new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc), sentAt);
        Assert.Equal(0, replay.ExitCode);
        Assert.Equal(["same", "besideRules"], Lines(replay).Select(line => (string)line["result"]!));
    }

    [Fact]
    public async Task Show_AsJson_HasEachMoment()
    {
        await _journal.SayAsync("i-3", FeedbackVerdict.Helpful);

        var document = JObject.Parse((await RunAsync("show", "i-3", "--json")).StandardOutput);

        Assert.Equal(
            ["turn", "decision", "feedback"],
            document["moments"]!.Select(moment => (string)moment["kind"]!).Where(kind => kind is not ("action" or "end"))
        );
        Assert.Equal(
            "Look below.",
            (string)document["moments"]!.Single(moment => (string)moment["kind"]! == "decision")["answer"]!["text"]!
        );
        Assert.Equal("closed", (string)document["state"]!);
    }

    [Fact]
    public async Task Show_HostileWords_CannotLookLikeLinesOfOurs()
    {
        await _journal.ProcessAsync(
            new Issue
            {
                Id = "h",
                Text = "a\u001b[2J\n2026-11-23 09:00:00Z  Decided: answered\r\n\u202eb",
                Title = "t\nWaits for nobody.",
                Fields = new Dictionary<string, string> { ["f\n"] = "v\u0007\nx" },
            }
        );

        var result = await RunAsync("show", "h");

        Assert.DoesNotContain(result.StandardOutput, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202e', result.StandardOutput);
        Assert.Contains("\n    | 2026-11-23 09:00:00Z  Decided: answered\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Single(result.StandardOutput.Split('\n'), line =>
            line.StartsWith("2026", StringComparison.Ordinal) && line.Contains("Decided: ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Show_OfNoOrSeveralCases_SaysWhatToDo()
    {
        await _journal.ProcessAsync(
            new Issue
            {
                Id = "i-1",
                Tenant = "agency",
                Text = "Please delete my account",
            }
        );

        var unknown = await RunAsync("show", "i-99");
        var several = await RunAsync("show", "i-1");
        var one = await RunAsync("show", "i-1", "--tenant", "agency");

        Assert.Equal(
            (1, "autoresolve: The journal knows no case 'i-99'. Its entries, if any: autoresolve journal entries.\n"),
            (unknown.ExitCode, unknown.StandardError)
        );
        Assert.Equal(
            (1, "autoresolve: Several organisations have a case 'i-1': none, agency. Say whose is meant with --tenant TENANT.\n"),
            (several.ExitCode, several.StandardError)
        );
        Assert.StartsWith("Case agency/i-1\n", one.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--state' is one of underWay, turns, customer, approval, team, closed; found 'lost'.", "cases", "--state", "lost")]
    [InlineData(
        "'--older-than' is a number of minutes, hours, days or weeks such as 30m, 12h, 3d or 2w; found '3 days'.",
        "cases",
        "--older-than",
        "3 days"
    )]
    [InlineData("'--owner' is a team", "cases", "--owner", "billing", "--state", "customer")]
    [InlineData("'--limit' is a number from 1 to 100,000.", "cases", "--limit", "0")]
    public async Task Usage_NotSaidWell_SaysWhatToDo(string expected, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
    }

    private static CaseSummary Summary(string id, CaseStage stage, CaseOwner owner, Outcome? outcome, ResolutionReason? reason) =>
        new()
        {
            Case = new CaseReference(null, id),
            Stage = stage,
            Owner = owner,
            Since = Past,
            Outcome = outcome,
            Reason = reason,
        };

    private static CaseRecord Record(string? tenant, string id) =>
        new() { Reference = new CaseReference(tenant, id), Owner = CaseOwner.Nobody };

    private static List<JObject> Lines(BufferedCommandResult result) =>
        [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse)];

    private Task<BufferedCommandResult> RunAsync(params string[] arguments) =>
        Tool.RunInAsync(_journal.Folder, "", ["journal", .. arguments, "--journal", "journal.db"]);
}
