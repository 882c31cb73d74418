using System.Security.Cryptography;
using System.Text;
using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Cases;

/// <summary>What becomes of deliveries to one case, over turns and hosts.</summary>
public sealed class CaseTests
{
    private const string Notify = """{ "do": "notify" }""";

    // By what a turn fills in, it is another fix.
    private const string NotifyAnew = """{ "do": "notify", "with": { "account": "{{ issue.fields.line | default: 'none' }}" } }""";
    private const string Erase = """{ "do": "erase" }""";
    private const string Unlock = """{ "do": "unlock", "with": { "account": "{{ issue.fields.account }}" } }""";

    public static TheoryData<Issue> Unidentified() =>
        new()
        {
            Some with
            {
                Id = "",
            },
            Some with
            {
                Id = " \t",
            },
            Some with
            {
                Id = null!,
            },
            Some with
            {
                Id = new string('x', 257),
            },
            Some with
            {
                Id = "i\uD800",
            },
            Some with
            {
                Id = "i\0",
            },
            Some with
            {
                Turns = [new Turn { Id = "m\uDC00" }],
            },
            Some with
            {
                Tenant = new string('x', 257),
            },
            Some with
            {
                Requester = new string('x', 257),
            },
            Some with
            {
                Turns = [new Turn { Id = " " }],
            },
            Some with
            {
                Turns = [new Turn { Id = null! }],
            },
            Some with
            {
                Turns = [new Turn { Id = new string('x', 257) }],
            },
            Some with
            {
                Turns = [new Turn { Id = "m" }, new Turn { Id = "m" }],
            },
            Some with
            {
                Turns = [.. Enumerable.Range(0, 201).Select(number => new Turn { Id = $"m-{number}" })],
            },
        };

    [Theory]
    [MemberData(nameof(Unidentified))]
    public async Task Process_WhatCannotBeIdentified_IsRefused(Issue issue)
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));

        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Processor.ProcessAsync(issue));

        Assert.Empty(await host.StoryAsync());
        Assert.Empty(host.Tickets.Lines);
    }

    [Fact]
    public async Task Process_IdsOfTheGreatestLength_AreTaken()
    {
        var id = new string('x', Issue.MaxIdLength);
        await using var host = ActingHost.With(ActingHost.Rule(Notify));

        var disposition = await host.Processor.ProcessAsync(
            Some with
            {
                Id = id,
                Tenant = id,
                Turns = [new Turn { Id = id, Text = "more" }],
            }
        );

        Assert.Equal(Outcome.Fixed, disposition.Outcome);
    }

    [Fact]
    public async Task Effect_OfANewCase_WaitsForOneCommitAndOfAKnownOneForOneMore()
    {
        var commits = 0;
        await using var host = ActingHost.With(ActingHost.Rule($"{NotifyAnew}, {Unlock}"));
        List<int> before = [];
        host.Journal.Appended = () => commits++;
        host.Notify.Execute = host.Unlock.Execute = (_, _) =>
        {
            before.Add(commits);
            commits = 0;
            return new(ActionOutcome.Succeeded());
        };

        await host.Processor.ProcessAsync(Some);
        before.Add(commits);
        commits = 0;
        await host.Processor.ProcessAsync(
            Some with
            {
                Turns =
                [
                    new Turn
                    {
                        Id = "m-2",
                        Text = "another",
                        Fields = Line("a-2"),
                    },
                ],
            }
        );

        Assert.Equal([1, 1, 1, 1, 1], before);
    }

    [Fact]
    public async Task Burst_OfManyIssues_WaitsAndGivesNobodyWork()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Notify.Execute = async (_, _) =>
        {
            await Task.Yield();
            return ActionOutcome.Succeeded();
        };

        var dispositions = await Task.WhenAll(
            Enumerable.Range(0, 3_000).Select(number => host.Processor.ProcessAsync(Some with { Id = $"issue-{number}" }).AsTask())
        );

        Assert.All(dispositions, disposition => Assert.Equal(Outcome.Fixed, disposition.Outcome));
        Assert.Equal(3_000, host.Notify.Calls.Count);
        Assert.Empty(host.Tickets.Lines);
    }

    [Fact]
    public async Task Turns_OfOneCaseAtOnceOverTwoHosts_AreHandledOneAfterTheOther()
    {
        var (running, most) = (0, 0);
        await using var one = ActingHost.With(ActingHost.Rule(NotifyAnew));
        await using var other = new ActingHost(one.Journal.ForAnotherHost(), one.Clock, [ActingHost.Rule(NotifyAnew)]);
        one.Notify.Execute = other.Notify.Execute = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return ActionOutcome.Succeeded();
        };
        await one.Processor.ProcessAsync(Some);

        var turns = Enumerable
            .Range(0, 20)
            .Select(number =>
                Task.Run(async () =>
                    await (number % 2 == 0 ? one : other).Processor.ContinueAsync(
                        CaseReference.Of(Some),
                        new Turn
                        {
                            Id = $"m-{number}",
                            Text = "and",
                            Fields = Line($"a-{number}"),
                        }
                    )
                )
            );
        var dispositions = await one.PassTimeAsync(Task.WhenAll(turns));

        Assert.All(dispositions, disposition => Assert.Equal(Outcome.Fixed, disposition.Outcome));
        Assert.Equal((1, 21), (most, one.Notify.Calls.Count + other.Notify.Calls.Count));
    }

    [Fact]
    public async Task Hosts_WhoseClocksAreAnHourApart_DoNotTakeUpWhatIsUnderWay()
    {
        var handler = new TaskCompletionSource();
        await using var slow = ActingHost.With(ActingHost.Rule(Notify));
        slow.Notify.Execute = async (_, _) =>
        {
            await handler.Task;
            return ActionOutcome.Succeeded();
        };
        var processing = slow.Processor.ProcessAsync(Some).AsTask();
        while (slow.Notify.Calls.IsEmpty)
            await Task.Delay(1);
        var journal = slow.Journal.ForAnotherHost();
        var clock = journal.Clock;
        await using var ahead = new ActingHost(journal, new FakeTimeProvider(SomeRules.Now.AddHours(1)), [ActingHost.Rule(Notify)]);
        journal.Clock = clock;

        Assert.Equal(0, await ahead.Processor.RecoverAsync());
        Assert.Equal(DispositionStatus.UnderWay, (await ahead.Processor.ProcessAsync(Some)).Status);
        handler.SetResult();

        Assert.Equal(Outcome.Fixed, (await processing).Outcome);
        Assert.Empty(ahead.Notify.Calls);
    }

    [Fact]
    public async Task Continue_RuleThatNeedsWhatTheJournalMasked_GoesToAPerson()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        await host.Processor.ProcessAsync(
            Some with
            {
                Text = "something",
                Fields = new Dictionary<string, string> { ["account"] = "12-3456" },
            }
        );

        var disposition = await host.Processor.ContinueAsync(CaseReference.Of(Some), new Turn { Id = "m-2", Text = "alpha" });

        Assert.Equal((Outcome.Escalated, ResolutionReason.ValueMissing), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.EndsWith(
            "needs what the journal masks of earlier turns (masked fields: account), so a person gets it.",
            disposition.Summary,
            StringComparison.Ordinal
        );
        Assert.Empty(host.Unlock.Calls);
    }

    [Theory]
    [InlineData("{{ issue.fields.account }}")]
    [InlineData("{{ issue.fields.account | upcase }}")]
    [InlineData("{{ issue.fields.account | truncate: 5 }}")]
    public async Task Continue_SeveralTimes_NeverHandsOnWhatIsMasked(string template)
    {
        await using var host = ActingHost.With(ActingHost.Rule($$"""{ "do": "unlock", "with": { "account": "{{template}}" } }"""));
        await host.Processor.ProcessAsync(Some with { Text = "something" });
        await host.Processor.ContinueAsync(CaseReference.Of(Some), new Turn { Id = "m-2", Text = "something else" });

        var disposition = await host.Processor.ContinueAsync(CaseReference.Of(Some), new Turn { Id = "m-3", Text = "alpha" });

        Assert.Equal((Outcome.Escalated, ResolutionReason.ValueMissing), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.Empty(host.Unlock.Calls);
    }

    [Fact]
    public async Task Field_OfManyThatIsChangedBack_IsHeard()
    {
        await using var host = ActingHost.With(
            SomeRules.Rule("alpha", """{ "outcome": "route", "team": "phones" }""", """{ "field": "device", "equals": "phone" }""")
        );
        var fields = Enumerable.Range(0, 600).ToDictionary(number => $"f{number}", number => "v");
        fields["device"] = "phone";
        await host.Processor.ProcessAsync(Some with { Fields = fields });
        await host.Processor.ContinueAsync(
            CaseReference.Of(Some),
            new Turn
            {
                Id = "m-2",
                Fields = new Dictionary<string, string> { ["device"] = "tablet" },
            }
        );

        var back = await host.Processor.ContinueAsync(
            CaseReference.Of(Some),
            new Turn
            {
                Id = "m-3",
                Fields = new Dictionary<string, string> { ["device"] = "phone" },
            }
        );

        Assert.Equal((DispositionStatus.Done, Outcome.Routed), (back.Status, back.Outcome));
    }

    [Fact]
    public async Task Continue_FieldThatIsNotMasked_IsUsed()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "unlock", "with": { "account": "{{ issue.fields.page }}" } }"""));
        await host.Processor.ProcessAsync(
            Some with
            {
                Text = "something",
                Fields = new Dictionary<string, string> { ["page"] = "claims" },
            }
        );

        var disposition = await host.Processor.ContinueAsync(CaseReference.Of(Some), new Turn { Id = "m-2", Text = "alpha" });

        Assert.Equal(Outcome.Fixed, disposition.Outcome);
        Assert.Equal("claims", Assert.Single(host.Unlock.Calls).Parameters.Account);
    }

    [Fact]
    public async Task Continue_BeyondTheMostTurns_GoesToAPerson()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        await host.Processor.ProcessAsync(
            Some with
            {
                Turns = [.. Enumerable.Range(0, Issue.MaxTurns).Select(number => new Turn { Id = $"m-{number}", Text = "and" })],
            }
        );

        var disposition = await host.Processor.ContinueAsync(CaseReference.Of(Some), new Turn { Id = "one-more", Text = "and" });

        Assert.Equal((Outcome.Escalated, ResolutionReason.TooManyTurns), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.Single(host.Notify.Calls);
    }

    [Fact]
    public async Task Guard_InTheNewestTurnOfALongCase_IsSeen()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));

        var disposition = await host.Processor.ProcessAsync(
            Some with
            {
                Text = new string('x', 150_000),
                Turns = [new Turn { Id = "m-2", Text = "alpha" }],
            }
        );

        Assert.Equal("alpha", disposition.Resolution.Rule?.Id);
    }

    [Fact]
    public async Task Quote_InOneTurn_DoesNotHideWhatFollowsInAnother()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        var turns = new[]
        {
            new Turn { Id = "m-2", Text = "Thanks\n\n-----Original Message-----\nFrom: desk\nText" },
            new Turn { Id = "m-3", Text = "More." },
        };

        var disposition = await host.Processor.ProcessAsync(Some with { Turns = turns });

        Assert.Equal(Outcome.Fixed, disposition.Outcome);
    }

    [Fact]
    public async Task Turn_ThatWaitedWhereOnePlaceIsFree_IsDecidedAfterItsCase()
    {
        await using var host = new ActingHost(
            new FaultyJournal(),
            new FakeTimeProvider(SomeRules.Now),
            [ActingHost.Rule(NotifyAnew)],
            options => options.MaxConcurrentCases = 1
        );
        await host.Processor.ContinueAsync(
            CaseReference.Of(Some),
            new Turn
            {
                Id = "m-2",
                Text = "and",
                Fields = Line("a-2"),
            }
        );

        var disposition = await host.Processor.ProcessAsync(Some);

        Assert.Equal((Outcome.Fixed, true), (disposition.Outcome, disposition.IsJournaled));
        Assert.Equal(2, host.Notify.Calls.Count);
        Assert.Empty(host.Tickets.Lines);
    }

    [Fact]
    public async Task Secrets_ThatAreChanged_GiveNothingASecondKey()
    {
        var (first, second) = (JournalSecret.Create("1"), JournalSecret.Create("2"));
        await using var gone = ActingHost.With(ActingHost.Rule(Notify));
        gone.Journal.Secrets = new JournalSecrets(first);
        gone.Tickets.IsDown = true;
        await gone.PassTimeAsync(gone.Processor.ProcessAsync(Some with { Text = "omega" }).AsTask());
        var journal = gone.Journal.ForAnotherHost();
        journal.Secrets = new JournalSecrets(second, first);
        gone.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var host = new ActingHost(journal, gone.Clock, [ActingHost.Rule(Notify)]);

        Assert.Equal(1, await host.Processor.RecoverAsync());
        var again = await host.Processor.ProcessAsync(Some with { Text = "omega" });

        Assert.Equal((DispositionStatus.Duplicate, Outcome.Escalated), (again.Status, again.Outcome));
        Assert.Single(await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Intent] }));
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Approval_AfterTheSecretsWereChanged_IsCarriedOutAndTold()
    {
        var (first, second) = (JournalSecret.Create("1"), JournalSecret.Create("2"));
        await using var before = ActingHost.With(ActingHost.Rule(Erase));
        before.Journal.Secrets = new JournalSecrets(first);
        var key = (await before.Processor.ProcessAsync(Some)).Actions[0].Key;
        var journal = before.Journal.ForAnotherHost();
        journal.Secrets = new JournalSecrets(second, first);
        await using var host = new ActingHost(journal, before.Clock, [ActingHost.Rule(Erase)]);

        Assert.Equal(Outcome.Fixed, (await host.Processor.ApproveAsync(Some, key, "u-1")).Outcome);

        Assert.Equal(key, Assert.Single(host.Erase.Calls).IdempotencyKey);
        var again = await host.Processor.ProcessAsync(Some);
        Assert.Equal((DispositionStatus.Duplicate, Outcome.Fixed), (again.Status, again.Outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Approval_ThatCanBeGivenNoMore_IsNotOpenAnyMore(bool expires)
    {
        await using var host = ActingHost.With(ActingHost.Rule(Erase));
        var key = (await host.Processor.ProcessAsync(Some)).Actions[0].Key;
        if (expires)
        {
            host.Clock.Advance(TimeSpan.FromDays(8));
            Assert.Equal(1, await host.Processor.RecoverAsync());
        }
        else
        {
            await host.Processor.ProcessAsync(Some with { Text = "omega" });
        }

        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Processor.ApproveAsync(Some, key, "u-1"));
        Assert.Empty(host.Erase.Calls);
        Assert.Equal(0, await host.Processor.RecoverAsync());
    }

    [Fact]
    public async Task Approval_WhileActionsAreStopped_IsNotUsedUp()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Erase));
        var key = (await host.Processor.ProcessAsync(Some)).Actions[0].Key;
        await host.Get<IKillSwitch>().StopAsync("u-1", "Now.");

        var refused = await Assert.ThrowsAsync<ArgumentException>(async () => await host.Processor.ApproveAsync(Some, key, "u-2"));
        await host.Get<IKillSwitch>().ResumeAsync("u-1", "Well again.");

        Assert.StartsWith("All actions are stopped. The action still waits for approval.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Fixed, (await host.Processor.ApproveAsync(Some, key, "u-2")).Outcome);
        Assert.Single(host.Erase.Calls);
    }

    [Fact]
    public async Task Redelivery_AsTheFirstCallOfANewHost_RunsAgainWhatIsIdempotent()
    {
        const string Rule = """{ "do": "unlock", "with": { "minutes": 5 } }""";
        var never = new TaskCompletionSource();
        await using var gone = ActingHost.With(ActingHost.Rule(Rule));
        gone.Unlock.Execute = async (_, _) =>
        {
            await never.Task;
            return ActionOutcome.Succeeded();
        };
        _ = gone.Processor.ProcessAsync(Some).AsTask();
        while (gone.Unlock.Calls.IsEmpty)
            await Task.Delay(1);
        await using var host = gone.Successor(ActingHost.Rule(Rule));

        var disposition = await host.Processor.ProcessAsync(Some);

        Assert.Equal((DispositionStatus.Duplicate, Outcome.Fixed), (disposition.Status, disposition.Outcome));
        Assert.Equal(gone.Unlock.Calls.First().IdempotencyKey, Assert.Single(host.Unlock.Calls).IdempotencyKey);
        never.SetResult();
    }

    [Fact]
    public async Task Journal_OfWhatWasTried_MasksIt()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));

        await host.Processor.ProcessAsync(
            Some with
            {
                Tried = ["called 415-555-0123"],
                Turns = [new Turn { Id = "m-2", Tried = ["my ssn is 123-45-6789"] }],
            }
        );

        Assert.DoesNotContain(await host.EntriesAsync(), entry =>
            entry.Content.Contains("555-0123", StringComparison.Ordinal) || entry.Content.Contains("123-45", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Journal_AndTicketSystemThatCannotBeUsed_LeaveTheIssueWithWhoDeliveredIt()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        (host.Journal.IsDown, host.Tickets.IsDown) = (true, true);

        var disposition = await host.PassTimeAsync(host.Processor.ProcessAsync(Some).AsTask());

        Assert.Equal((DispositionStatus.UnderWay, null, false), (disposition.Status, disposition.Outcome, disposition.IsJournaled));
    }

    [Fact]
    public async Task Journal_ThatCannotBeReadForAMoment_GivesNobodyWork()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        host.Journal.CannotBeRead = true;
        var processing = host.Processor.ProcessAsync(Some).AsTask();
        host.Journal.CannotBeRead = false;

        Assert.Equal(Outcome.Fixed, (await host.PassTimeAsync(processing)).Outcome);
        Assert.Empty(host.Tickets.Lines);
    }

    [Fact]
    public async Task DryRun_WhateverIsDelivered_WritesNothing()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify));
        await host.Processor.ProcessAsync(Some);
        var written = (await host.StoryAsync()).Count;
        await using var dry = new ActingHost(host.Journal.ForAnotherHost(), host.Clock, [ActingHost.Rule(Notify)], options =>
            options.DryRun = true
        );

        await dry.Processor.ProcessAsync(Some with { Text = "alpha, once more" });
        await dry.Processor.ContinueAsync(CaseReference.Of(Some), new Turn { Id = "m-2", Text = "and" });
        var unknown = await dry.Processor.ContinueAsync(new CaseReference(null, "unknown"), new Turn { Id = "m-2", Text = "and" });
        await dry.Processor.RecoverAsync();

        Assert.Equal(written, (await host.StoryAsync()).Count);
        Assert.Equal(
            (false, "The case of this turn is not known. It would be written down to wait for its case; in a dry run it is not."),
            (unknown.IsJournaled, unknown.Summary)
        );
        Assert.Empty(dry.Notify.Calls);
    }

    [Fact]
    public async Task Journal_OfAnIssue_HoldsNothingByWhichWhatIsMaskedCanBeComputedBack()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Notify, "\"oncePer\": { \"window\": \"24h\", \"by\": \"requester\" },"));
        var issue = Some with { Text = "alpha, my ssn is 123-45-6789", Requester = "jane.roe" };
        await host.Processor.ProcessAsync(issue);
        await host.Processor.ContinueAsync(CaseReference.Of(issue), new Turn { Id = "m-2", Text = "once more: 123-45-6789" });

        var written = (await host.EntriesAsync()).ConvertAll(entry => $"{entry.Key} {entry.Closes} {entry.Group} {entry.Content}");
        await foreach (var record in host.Journal.ReadCasesAsync(new CaseQuery()))
            written.Add($"{record.RequesterKey} {record.Content}");
        var journal = string.Join('\n', written);

        // Whoever has the journal and guesses what is masked can make these.
        var guesses = Guesses("jane.roe", "rule alpha requester jane.roe", issue.Text, "123-45-6789", "once more: 123-45-6789");
        Assert.DoesNotContain("123-45-6789", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(guesses, guess => journal.Contains(guess[..32], StringComparison.OrdinalIgnoreCase));
    }

    private static Issue Some =>
        new()
        {
            Id = "issue-1",
            Text = "alpha",
            Fields = new Dictionary<string, string> { ["account"] = "a-1" },
        };

    private static IEnumerable<string> Guesses(params string[] texts) =>
        texts.Select(text => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    private static Dictionary<string, string> Line(string line) => new() { ["line"] = line };
}
