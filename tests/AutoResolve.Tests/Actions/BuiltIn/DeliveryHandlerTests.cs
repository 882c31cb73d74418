using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions.BuiltIn;

/// <summary>reply, ask, route, escalate and tag, as rules use them.</summary>
public sealed class DeliveryHandlerTests
{
    private const string Answered = """{ "outcome": "answer", "answer": { "en": "Hello." } }""";

    [Fact]
    public async Task Reply_SendsTheRenderedAnswer()
    {
        await using var host = ActingHost.With(
            SomeRules.Rule("alpha", """{ "outcome": "answer", "answer": { "en": "Hello {{ issue.fields.name }}." } }""")
        );

        await host.Processor.ProcessAsync(SomeRules.Issue("alpha", fields: [("name", "{{ 7 }} <b>")]));

        Assert.Equal(["Hello {{ 7 }} <b>."], host.Mail.Sent);
    }

    [Fact]
    public async Task Reply_ChannelThatFailsAtFirst_IsTriedAgainWithTheSameKey()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Answered));
        var attempts = 0;
        host.Mail.Before = _ => ++attempts < 3 ? throw new IOException("The line is dead; call 555-0100-222.") : Task.CompletedTask;

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        Assert.Equal((Outcome.Answered, 3), (disposition.Outcome, Assert.Single(disposition.Actions).Attempts));
        Assert.Single(host.Mail.Keys.Distinct());
        Assert.Single(host.Mail.Sent);
    }

    [Fact]
    public async Task Reply_ChannelThatIsDown_GivesTheIssueToAPerson()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Answered));
        host.Mail.Before = _ => throw new IOException("The line is dead; call 555-0100-222.");

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        Assert.Equal((Outcome.Escalated, ActionState.Failed), (disposition.Outcome, Assert.Single(disposition.Actions).State));
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.DoesNotContain(await host.EntriesAsync(), entry => entry.Content.Contains("555-0100", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reply_ChannelThatHangs_IsLeftAfterItsTimeAndGoesToAPerson()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Answered));
        var calls = 0;
        host.Mail.Before = async cancellationToken =>
        {
            calls++;
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        // It may have been sent: idempotent as it is, it is tried again, until all the time is over.
        Assert.Equal((Outcome.Escalated, ActionState.InDoubt), (disposition.Outcome, Assert.Single(disposition.Actions).State));
        Assert.True(calls > 1);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Reply_RuleThatNamesItWithoutAChannel_IsAnErrorOfTheRules()
    {
        using var rules = new RulesOnDisk(
            SomeRules.Rule("alpha", """{ "outcome": "answer", "answer": { "en": "Hello." }, "actions": [ { "do": "reply" } ] }""")
        );
        var services = new ServiceCollection();
        services.AddAutoResolve(options => options.RulesFolder = rules.Folder).AddTicketSystem<TicketBook>().UseInMemoryJournal();
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<RulebookException>(() => provider.GetRequiredService<IIssueProcessor>());

        Assert.Contains("There is no handler 'reply'. The host has not registered it", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "issue-1 to a person")]
    [InlineData(false, "issue-1 to team support", "issue-1 updated by")]
    public async Task Ask_ChannelThatIsDown_IsToldToWhoeverHasTheCase(bool isBlocking, params string[] expected)
    {
        var ask = isBlocking ? """{ "question": "page", "blocking": true }""" : "\"page\"";
        await using var host = ActingHost.With(
            SomeRules.Rule("beta", when: """{ "anyOf": ["beta"] }"""),
            $$"""
            { "set": "two", "title": "Two", "owner": "support",
              "questions": { "page": { "field": "page", "say": { "en": "Which page?" } } },
              "rules": [ {{SomeRules.Rule("alpha", $$"""{ "outcome": "route", "ask": [ {{ask}} ] }""")}} ] }
            """
        );
        host.Mail.Before = _ => throw new IOException();

        var disposition = await host.PassTimeAsync(host.ProcessAsync().AsTask());

        Assert.Equal(Outcome.Escalated, disposition.Outcome);
        Assert.Empty(host.Mail.Sent);
        Assert.Equal(expected, host.Tickets.Lines);
    }

    [Theory]
    [InlineData("", "issue-1 to team payments")]
    [InlineData(""", "with": { "team": "{{ issue.fields.desk }}" }""", "issue-1 to team front")]
    [InlineData(""", "with": { "team": " {{ issue.fields.absent }} " }""", null)]
    [InlineData(""", "with": { "team": "night", "tier": 3, "reason": "closed" }""", "issue-1 to team night")]
    [InlineData(""", "with": { "team": "night", "tier": 4 }""", null)]
    public async Task Route_GoesWhereTheActionOrTheRuleSays(string with, string? expected)
    {
        await using var host = ActingHost.With(
            SomeRules.Rule("alpha", $$"""{ "outcome": "route", "team": "payments", "actions": [ { "do": "route" {{with}} } ] }""")
        );

        var disposition = await host.Processor.ProcessAsync(SomeRules.Issue("alpha", fields: [("desk", "front")]));

        Assert.Equal(expected is null ? Outcome.Escalated : Outcome.Routed, disposition.Outcome);
        Assert.Equal([expected ?? "issue-1 to a person"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Route_NoTeamAnywhere_GoesToAPersonWithTheReason()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "route" }"""));

        var disposition = await host.ProcessAsync();

        Assert.Equal(
            (Outcome.Escalated, "Neither the action nor the rule names a team."),
            (disposition.Outcome, Assert.Single(disposition.Actions).Message)
        );
    }

    [Fact]
    public async Task Escalate_NamedByARule_TellsTheTicketSystemOnce()
    {
        await using var host = ActingHost.With(
            SomeRules.Rule("alpha", """{ "outcome": "escalate", "actions": [ { "do": "escalate" } ] }""")
        );

        var disposition = await host.ProcessAsync();

        Assert.Equal(Outcome.Escalated, disposition.Outcome);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal("support", host.Tickets.Handover?.Team);
    }

    [Theory]
    [InlineData("""[ "vip", " vip ", "{{ issue.fields.desk }}", " " ]""", "issue-1 tagged vip, front")]
    [InlineData("""[ "{{ issue.fields.absent }}", " " ]""", null)]
    [InlineData("[]", null)]
    public async Task Tag_FilesUnderWhatIsLeftOfItsTags(string tags, string? expected)
    {
        await using var host = ActingHost.With(ActingHost.Rule($$"""{ "do": "tag", "with": { "tags": {{tags}} } }"""));

        var disposition = await host.Processor.ProcessAsync(SomeRules.Issue("alpha", fields: [("desk", "front")]));

        Assert.Equal(expected is null ? Outcome.Escalated : Outcome.Fixed, disposition.Outcome);
        Assert.Equal([expected ?? "issue-1 to a person"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Tag_WithoutParameters_FilesUnderTheTagsOfTheDecision()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "tag" }""", then: "\"tags\": [ \"outage\" ],"));

        await host.ProcessAsync();

        Assert.Equal(["issue-1 tagged outage"], host.Tickets.Lines);
    }

    [Fact]
    public async Task All_Rehearsed_DoNothingAndSayWhatTheyWould()
    {
        const string Rule = """
            { "outcome": "route", "team": "payments", "answer": { "en": "Hello." },
              "actions": [ { "do": "tag", "with": { "tags": [ "a", "b" ] } }, { "do": "reply" }, { "do": "route" },
              { "do": "escalate" } ] }
            """;
        await using var host = new ActingHost(
            new FaultyJournal(),
            new FakeTimeProvider(SomeRules.Now),
            [SomeRules.Rule("alpha", Rule)],
            options => options.DryRun = true
        );

        var disposition = await host.ProcessAsync();

        Assert.Equal(
            [
                "Would file the issue under 2 tags.",
                "Would send the answer, in the language en.",
                "Would hand the issue to the team 'payments'.",
                "Would hand the issue to a person of the team 'payments'.",
            ],
            disposition.Actions.Select(action => action.Message)
        );
        Assert.Empty(host.Mail.Sent);
        Assert.Empty(host.Tickets.Lines);
        Assert.Empty(await host.EntriesAsync());
    }
}
