using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Cases;

/// <summary>Nobody is written to without end.</summary>
public sealed class MessageLimitTests
{
    private const string Fix = """{ "outcome": "fix", "answer": { "en": "It is done." }, "actions": [ { "do": "notify" } ] }""";

    [Fact]
    public async Task Requester_WhoIsAnsweredOnAndOn_GetsThreeAnswersADay()
    {
        await using var host = ActingHost.With(CaseHost.Answer);

        var dispositions = new List<Disposition>();
        for (var number = 0; number < 12; number++)
            dispositions.Add(await host.ProcessAsync($"mail-{number}"));

        Assert.Equal(3, host.Mail.Sent.Count);
        Assert.All(dispositions.Skip(3), disposition =>
        {
            Assert.Equal(
                (Outcome.Escalated, ResolutionReason.TooManyMessages, "support"),
                (disposition.Outcome, disposition.Resolution.Reason, disposition.Resolution.Team)
            );
            Assert.Null(disposition.Resolution.Answer);
        });
        Assert.Equal(9, host.Tickets.Lines.Count);
    }

    [Fact]
    public async Task Requester_ADayLater_IsAnsweredAgain()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await host.ProcessAsync("mail-0");
        host.Clock.Advance(TimeSpan.FromHours(23));
        for (var number = 1; number < 4; number++)
            await host.ProcessAsync($"mail-{number}");
        Assert.Equal(3, host.Mail.Sent.Count);

        host.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));

        Assert.Equal(Outcome.Answered, (await host.ProcessAsync("mail-4")).Outcome);
        Assert.Equal(Outcome.Escalated, (await host.ProcessAsync("mail-5")).Outcome);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(null, 5)]
    public async Task Limit_IsThatOfTheOptions(int? max, int sent)
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = max, CaseHost.Answer);

        for (var number = 0; number < 5; number++)
            await host.ProcessAsync($"mail-{number}");

        Assert.Equal(sent, host.Mail.Sent.Count);
    }

    [Fact]
    public async Task Fix_OverTheLimit_IsNotDone()
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 1, SomeRules.Rule("alpha", Fix));

        await host.ProcessAsync("mail-0");
        var disposition = await host.ProcessAsync("mail-1");

        Assert.Equal((Outcome.Escalated, ResolutionReason.TooManyMessages), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.Single(host.Notify.Calls);
        Assert.Single(host.Mail.Sent);
    }

    [Fact]
    public async Task Fix_ThatSaysNothing_DoesNotCount()
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 1, ActingHost.Rule("""{ "do": "notify" }"""));

        for (var number = 0; number < 3; number++)
            Assert.Equal(Outcome.Fixed, (await host.ProcessAsync($"mail-{number}")).Outcome);

        Assert.Empty(await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Message] }));
    }

    [Fact]
    public async Task Fix_ThatFails_DoesNotCount()
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 1, SomeRules.Rule("alpha", Fix));
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("It is gone."));
        await host.ProcessAsync("mail-0");
        host.Notify.Execute = (_, _) => new(ActionOutcome.Succeeded());

        Assert.Equal(Outcome.Fixed, (await host.ProcessAsync("mail-1")).Outcome);
    }

    [Fact]
    public async Task Tenants_AndRequesters_AreCountedApart()
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 1, CaseHost.Answer);

        foreach (var tenant in (string?[])[null, "one", "two"])
        {
            foreach (var requester in (string[])["r-1", "r-2"])
            {
                for (var number = 0; number < 2; number++)
                    await host.Processor.ProcessAsync(
                        new Issue
                        {
                            Id = $"{requester}-{number}",
                            Tenant = tenant,
                            Requester = requester,
                            Text = "alpha",
                        }
                    );
            }
        }

        Assert.Equal(6, host.Mail.Sent.Count);
    }

    [Fact]
    public async Task Address_WithoutARequester_IsCountedOverCases()
    {
        await using var host = ActingHost.With(CaseHost.Answer);

        for (var number = 0; number < 8; number++)
        {
            var address = number % 2 == 0 ? "Pat <pat@example.org>" : " PAT@example.org";
            await host.Processor.ProcessAsync(
                new Issue
                {
                    Id = $"mail-{number}",
                    Text = "alpha",
                    Fields = new Dictionary<string, string> { ["From"] = address },
                }
            );
        }

        Assert.Equal(3, host.Mail.Sent.Count);
    }

    [Theory]
    [InlineData("from", "Pat <pat@example.org>")]
    [InlineData("from", "pat@example.org (Pat (from work))")]
    [InlineData("from", "(Pat) PAT@example.org")]
    [InlineData("from", "mailto:pat@example.org?subject=Help")]
    [InlineData("from", "<mailto:pat@example.org>")]
    [InlineData("from", "'Pat' \"pat@example.org\"")]
    [InlineData("Reply-To", "pat@example.org")]
    [InlineData("reply_to", "pat@example.org;")]
    public async Task Address_WrittenOtherwise_IsTheSame(string field, string address)
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 1, CaseHost.Answer);
        await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "mail-1",
                Text = "alpha",
                Fields = new Dictionary<string, string> { ["email"] = "pat@example.org" },
            }
        );

        await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "mail-2",
                Text = "alpha",
                Fields = new Dictionary<string, string> { [field] = address },
            }
        );

        Assert.Single(host.Mail.Sent);
    }

    [Fact]
    public async Task Requester_WithSpaceAround_IsTheSame()
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 1, CaseHost.Answer);
        await host.ProcessAsync("mail-1", requester: "r-1");

        await host.ProcessAsync("mail-2", requester: " r-1\t");

        Assert.Single(host.Mail.Sent);
    }

    [Fact]
    public async Task Question_OverTheLimit_IsNotSaidToBeAsked()
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 0, CaseHost.Asking);

        var disposition = await host.ProcessAsync();

        Assert.Equal(ResolutionReason.TooManyMessages, disposition.Resolution.Reason);
        Assert.DoesNotContain("asked first", disposition.Summary, StringComparison.Ordinal);
        Assert.Contains("as often as it may in a day", disposition.Summary, StringComparison.Ordinal);
        Assert.Contains("asking.route", disposition.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ThatTheJournalMasks_IsKnownInLaterTurns()
    {
        await using var host = CaseHost.With(
            options => options.MaxMessagesPerDay = 2,
            CaseHost.Answer,
            SomeRules.Rule("beta", """{ "outcome": "answer", "answer": { "en": "Or so." } }""", """{ "anyOf": ["beta"] }""")
        );
        var fields = new Dictionary<string, string> { ["email"] = "pat@example.org" };
        await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "mail-1",
                Text = "alpha",
                Fields = fields,
            }
        );
        await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "mail-2",
                Text = "alpha",
                Fields = fields,
            }
        );

        var disposition = await host.SayAsync("m-1", "beta", issue: "mail-1");

        Assert.Equal(ResolutionReason.TooManyMessages, disposition.Resolution.Reason);
        Assert.Equal(2, host.Mail.Sent.Count);
    }

    [Fact]
    public async Task Case_WithoutARequester_IsCountedByItself()
    {
        await using var host = CaseHost.With(
            options => options.MaxMessagesPerDay = 1,
            CaseHost.Answer,
            SomeRules.Rule("beta", """{ "outcome": "answer", "answer": { "en": "Or so." } }""", """{ "anyOf": ["beta"] }""")
        );
        await host.ProcessAsync("mail-1", requester: null);
        await host.ProcessAsync("mail-2", requester: null);

        var disposition = await host.SayAsync("m-1", "beta", issue: "mail-1");

        Assert.Equal(ResolutionReason.TooManyMessages, disposition.Resolution.Reason);
        Assert.Equal(2, host.Mail.Sent.Count);
    }

    [Fact]
    public async Task Agents_AreNeitherCountedNorLimited()
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 1, CaseHost.Answer);

        for (var number = 0; number < 4; number++)
            await host.Processor.ProcessAsync(
                new Issue
                {
                    Id = $"call-{number}",
                    Author = Author.Agent,
                    Requester = "r-1",
                    Text = "alpha",
                }
            );
        await host.ProcessAsync("mail-1");

        Assert.Equal(5, host.Mail.Sent.Count);
    }

    [Fact]
    public async Task Turn_WithAnAnswerAndQuestions_CountsOnce()
    {
        const string Advising = """
            { "set": "two", "title": "Two", "owner": "support",
              "questions": { "line": { "field": "line", "say": { "en": "Which line?" } } },
              "rules": [ { "id": "two.route", "title": "Routes", "type": "t/route", "status": "active", "when": { "anyOf": ["alpha"] },
                "then": { "outcome": "route", "team": "payments", "answer": { "en": "Save your work." }, "ask": ["line"] } } ] }
            """;
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 2, Advising);

        for (var number = 0; number < 3; number++)
            await host.ProcessAsync($"mail-{number}");

        Assert.Equal(["Save your work.", "Which line?", "Save your work.", "Which line?"], host.Mail.Sent);
        Assert.Equal(2, (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Message] })).Count);
        Assert.Equal("line", Assert.Single(host.Tickets.Handover!.OpenQuestions).Id);
    }

    [Fact]
    public async Task Hosts_ThatWriteAtOnce_DoNotExceedTheLimit()
    {
        await using var one = ActingHost.With(CaseHost.Answer);
        await using var other = new ActingHost(one.Journal.ForAnotherHost(), one.Clock, [CaseHost.Answer]);
        var read = 0;
        var all = new TaskCompletionSource();
        async Task MeetAsync(JournalQuery query)
        {
            // All of them see that nothing was written yet.
            if (!query.Kinds.SequenceEqual([JournalEntryKind.Message]) || all.Task.IsCompleted)
                return;
            if (Interlocked.Increment(ref read) == 10)
                all.SetResult();
            await all.Task;
        }

        one.Journal.Reading = other.Journal.Reading = MeetAsync;

        var dispositions = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(number => Task.Run(async () => await (number % 2 == 0 ? one : other).ProcessAsync($"mail-{number}")))
        );

        Assert.Equal(3, one.Mail.Sent.Count + other.Mail.Sent.Count);
        Assert.Equal(7, dispositions.Count(disposition => disposition.Outcome == Outcome.Escalated));
    }

    [Fact]
    public async Task Message_WhoseHostDies_CountsOnce()
    {
        await using var host = CaseHost.With(options => options.MaxMessagesPerDay = 2, CaseHost.Answer);
        host.Journal.Refuses = entry => entry.Kind == JournalEntryKind.ActionResult;
        await host.PassTimeAsync(host.ProcessAsync("mail-0").AsTask());
        var journal = host.Journal.ForAnotherHost();
        host.Journal.IsDown = true;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var next = CaseHost.With(journal, host.Clock, options => options.MaxMessagesPerDay = 2, CaseHost.Answer);
        await next.Processor.RecoverAsync();

        await next.ProcessAsync("mail-1");
        await next.ProcessAsync("mail-2");

        Assert.Equal(2, host.Mail.Keys.Concat(next.Mail.Keys).Distinct().Count());
    }

    [Fact]
    public async Task Rule_WithOncePer_LimitsItsAnswersToo()
    {
        var once = SomeRules.Rule(
            "alpha",
            """{ "outcome": "answer", "answer": { "en": "Do so." } }""",
            more: """ "oncePer": { "window": "24h", "by": "requester" }, """
        );
        await using var host = ActingHost.With(once);

        for (var number = 0; number < 3; number++)
            await host.ProcessAsync($"mail-{number}");

        Assert.Single(host.Mail.Sent);
    }
}
