using AutoResolve.Journaling;

namespace AutoResolve.Tests.Actions;

/// <summary>What a host left unfinished that was another version, or whose journal is damaged.</summary>
public sealed class OldEntriesTests
{
    [Fact]
    public async Task Recovery_OfParametersThatTheHandlerNoLongerTakes_GoesToAPerson()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "unlock" }"""));
        var decision = new JournalEntry
        {
            At = host.Clock.GetUtcNow(),
            Kind = JournalEntryKind.Decision,
            IssueId = "issue-1",
            Key = "decision/1",
            IsOpen = true,
            RuleId = "alpha",
            RuleVersion = 1,
            Label = "fixed",
            Content = JournalJson.Write(
                new DecisionContent
                {
                    Issue = new IssueRecord { Id = "issue-1" },
                    Today = new DateOnly(2026, 11, 1),
                    Reason = "ruleMatched",
                    Summary = "It matched.",
                    Actions =
                    [
                        new ActionRecord
                        {
                            Handler = "unlock",
                            Key = "1",
                            IsWhole = true,
                            Parameters = new Dictionary<string, object?> { ["minutes"] = "soon" },
                        },
                    ],
                    Mode = "active",
                }
            ),
        };
        var intent = decision with
        {
            Kind = JournalEntryKind.Intent,
            Key = JournalKeys.Intent("1"),
            Label = "begun",
            Content = JournalJson.Write(
                new ActionContent
                {
                    Handler = "unlock",
                    Key = "1",
                    Decision = "decision/1",
                    Index = 0,
                }
            ),
        };
        await OrphanAsync(host, decision, intent);

        Assert.Equal(1, await host.Processor.RecoverAsync());

        Assert.Empty(host.Unlock.Calls);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal([ActionState.InDoubt], host.Tickets.Handover?.Actions.Select(action => action.State));
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    [Theory]
    [InlineData(JournalEntryKind.Decision, "{}")]
    [InlineData(
        JournalEntryKind.Decision,
        "{ \"issue\": null, \"today\": \"2026-11-01\", \"reason\": \"\", \"summary\": \"\", \"mode\": \"\" }"
    )]
    [InlineData(JournalEntryKind.Intent, "not JSON")]
    [InlineData(JournalEntryKind.Intent, "{ \"handler\": null, \"key\": null, \"decision\": null, \"index\": 0 }")]
    [InlineData(JournalEntryKind.Approval, "[]")]
    public async Task Recovery_OfWhatCannotBeRead_GoesToAPersonOnce(JournalEntryKind kind, string content)
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "unlock" }"""));
        await OrphanAsync(
            host,
            new JournalEntry
            {
                At = host.Clock.GetUtcNow(),
                Kind = kind,
                IssueId = "issue-1",
                Key = "some/key",
                IsOpen = true,
                Label = "fixed",
                Content = content,
            }
        );

        Assert.Equal(1, await host.Processor.RecoverAsync());
        Assert.Equal(0, await host.Processor.RecoverAsync());

        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Empty(host.Unlock.Calls);
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }

    private static async Task OrphanAsync(ActingHost host, params IReadOnlyList<JournalEntry> entries)
    {
        var orphan = new CaseRecord { Reference = new CaseReference(null, "issue-1"), Owner = CaseOwner.Automation };
        await host.Journal.AppendAsync(
            entries,
            new CaseChange
            {
                Case = orphan,
                ExpectedVersion = 0,
                Lease = TimeSpan.FromSeconds(1),
            }
        );
        host.Clock.Advance(TimeSpan.FromSeconds(2));
    }
}
