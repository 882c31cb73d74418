using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Actions;

/// <summary>Each outcome reaches whom it is for, though the rules do not say how.</summary>
public sealed class OutcomeDeliveryTests
{
    private const string Answer = """{ "outcome": "answer", "answer": { "en": "Try again tomorrow." } }""";

    [Fact]
    public async Task Answer_IsSentOnce()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Answer));

        var disposition = await host.ProcessAsync();
        await host.ProcessAsync();

        Assert.Equal(Outcome.Answered, disposition.Outcome);
        Assert.Equal(["Try again tomorrow."], host.Mail.Sent);
        Assert.Empty(host.Tickets.Lines);
    }

    [Fact]
    public async Task Answer_OfARuleThatRepliesItself_IsSentOnce()
    {
        await using var host = ActingHost.With(
            SomeRules.Rule("alpha", """{ "outcome": "answer", "answer": { "en": "Try again." }, "actions": [ { "do": "reply" } ] }""")
        );

        await host.ProcessAsync();

        Assert.Single(host.Mail.Sent);
    }

    [Fact]
    public async Task Answer_OfAFix_IsSentOnlyWhenItIsDone()
    {
        const string Rule = """{ "outcome": "fix", "answer": { "en": "It is unlocked." }, "actions": [ { "do": "notify" } ] }""";
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Rule));
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("No."));

        await host.ProcessAsync();
        host.Notify.Execute = (_, _) => new(ActionOutcome.Succeeded());
        Assert.Empty(host.Mail.Sent);
        await host.ProcessAsync("issue-2");

        Assert.Equal(["It is unlocked."], host.Mail.Sent);
    }

    [Fact]
    public async Task Questions_AreAsked()
    {
        await using var host = ActingHost.With(
            SomeRules.Rule("beta", when: """{ "anyOf": ["beta"] }"""),
            $$"""
            { "set": "two", "title": "Two", "owner": "support",
              "questions": { "page": { "field": "page", "say": { "en": "Which page?" } } },
              "rules": [ {{SomeRules.Rule("alpha", """{ "outcome": "ask", "ask": [ { "question": "page", "blocking": true } ] }""")}} ] }
            """
        );

        var disposition = await host.ProcessAsync();

        Assert.Equal(Outcome.Asked, disposition.Outcome);
        Assert.Equal(["Which page?"], host.Mail.Sent);
    }

    [Fact]
    public async Task Route_TellsTheTicketSystem()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));

        Assert.Equal(Outcome.Routed, (await host.ProcessAsync()).Outcome);
        Assert.Equal(["issue-1 to team payments"], host.Tickets.Lines);
    }

    [Fact]
    public async Task NoRule_TellsThePersonWhatIsKnown()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));

        Assert.Equal(Outcome.Escalated, (await host.ProcessAsync(text: "omega")).Outcome);
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal(["Decision escalated", "Intent begun", "ActionResult succeeded", "Disposition escalated"], await host.StoryAsync());
    }

    [Fact]
    public async Task TicketSystem_IsDown_IsToldAfterTheNextStart()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        host.Tickets.IsDown = true;

        var disposition = await host.PassTimeAsync(host.ProcessAsync(text: "omega").AsTask());

        Assert.Equal((DispositionStatus.UnderWay, null), (disposition.Status, disposition.Outcome));
        Assert.EndsWith("The ticket system could not be told; that is tried again.", disposition.Summary, StringComparison.Ordinal);
        Assert.Equal(
            ["Decision escalated", "Intent begun"],
            (await host.EntriesAsync(new JournalQuery { Unfinished = true })).Select(entry => $"{entry.Kind} {entry.Label}")
        );
        Assert.Equal(0, await host.Processor.RecoverAsync());
        host.Tickets.IsDown = false;
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(1, await host.Processor.RecoverAsync());
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Empty(await host.EntriesAsync(new JournalQuery { Unfinished = true }));
    }
}
