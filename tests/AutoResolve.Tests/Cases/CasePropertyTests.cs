using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Cases;

/// <summary>Whatever is delivered, reported and waited for over two hosts, in whatever order.</summary>
public sealed class CasePropertyTests
{
    private const int MaxMessages = 2;

    private static readonly string[] Texts = ["alpha", "beta", "omega", "thanks", "nothing that a rule knows", "danger"];
    private static readonly string[] Rules =
    [
        CaseHost.Asking.Replace("alpha", "gamma", StringComparison.Ordinal),
        CaseHost.Answer,
        SomeRules.Rule("beta", """{ "outcome": "route", "team": "payments" }""", """{ "anyOf": ["beta"] }"""),
    ];

    private static readonly Gen<(int Host, int Case, int What, int Id)[]> Steps = Gen.Select(
        Gen.Int[0, 1],
        Gen.Int[0, 2],
        Gen.Int[0, 15],
        Gen.Int[0, 8]
    ).Array[1, 25];

    [Fact]
    public Task Cases_OverTwoHosts_KeepTheirPromises() =>
        Steps.SampleAsync(
            async steps =>
            {
                var clock = new FakeTimeProvider(SomeRules.Now);
                await using var one = CaseHost.With(new FaultyJournal(), clock, options => options.MaxMessagesPerDay = MaxMessages, Rules);
                await using var other = CaseHost.With(
                    one.Journal.ForAnotherHost(),
                    clock,
                    options => options.MaxMessagesPerDay = MaxMessages,
                    Rules
                );
                ActingHost[] hosts = [one, other];
                HashSet<string> silent = [];
                foreach (var (host, number, what, id) in steps)
                {
                    var issue = $"issue-{number}";
                    var before = hosts.Sum(each => each.Mail.Sent.Count);
                    await TakeAsync(hosts[host], issue, what, id);
                    var sent = hosts.Sum(each => each.Mail.Sent.Count) - before;
                    Assert.True(sent == 0 || !silent.Contains(issue), $"{issue} was written to after a person.");
                    if (
                        await one.Journal.FindCaseAsync(new CaseReference(null, issue)) is { } row
                        && JournalJson.TryReadCase(row)!.HasPerson
                    )
                        silent.Add(issue);
                }

                await CheckAsync(one, clock);
            },
            iter: 150
        );

    private static async Task TakeAsync(ActingHost host, string issue, int what, int id)
    {
        var reference = new CaseReference(null, issue);
        switch (what)
        {
            case < 4:
                await host.ProcessAsync(issue, what == 3 ? "gamma" : Texts[id % Texts.Length]);
                break;
            case < 8:
                await host.SayAsync($"m-{id}", Texts[(id + what) % Texts.Length], what == 7 ? Author.Agent : Author.Customer, issue);
                break;
            case < 14:
                try
                {
                    await host.Processor.ReportAsync(
                        reference,
                        new CaseEvent
                        {
                            Id = $"e-{id}",
                            Kind = (CaseEventKind)(what - 8),
                            Team = "claims",
                            Into = new CaseReference(null, $"issue-{id % 3}"),
                        }
                    );
                }
                catch (ArgumentException)
                {
                    // A case that is not there, or is the same one.
                }

                break;
            case 14:
                host.Clock.Advance(TimeSpan.FromHours(7));
                break;
            default:
                await host.Processor.RecoverAsync();
                break;
        }
    }

    private static async Task CheckAsync(ActingHost host, FakeTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromDays(10));
        await host.Processor.RecoverAsync();
        await host.Processor.RecoverAsync();
        Assert.Equal(0, await host.Processor.RecoverAsync());
        await foreach (var row in host.Journal.ReadCasesAsync(new CaseQuery()))
        {
            Assert.True(row.Owner is CaseOwner.Team or CaseOwner.Nobody, $"{row.Reference} is {row.Owner}'s for ever.");
            Assert.Null(row.Due);
        }

        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
        var messages = await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Message] });
        foreach (var group in messages.GroupBy(message => message.Group))
        {
            var times = group.Select(message => message.At).Order().ToList();
            for (var place = MaxMessages; place < times.Count; place++)
                Assert.True(times[place] - times[place - MaxMessages] >= TimeSpan.FromDays(1), "Somebody was written to too often.");
        }
    }
}
