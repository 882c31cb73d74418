using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;

namespace AutoResolve.Tests.Cases;

/// <summary>What was not sent was not said, asked or offered.</summary>
public sealed class UnsentReplyTests
{
    private const string Two = """
        { "set": "two", "title": "Two", "owner": "support",
          "questions": { "line": { "field": "line", "extract": "reply", "say": { "en": "Which line?" } } },
          "rules": [
            { "id": "two.fix", "title": "Fixes", "type": "t/fix", "status": "active", "when": { "anyOf": ["dead"] },
              "then": { "outcome": "fix", "answer": { "en": "It is done." },
                "actions": [ { "do": "unlock", "with": { "account": "{{ issue.fields.line }}" } } ],
                  "ask": [ { "question": "line", "blocking": true } ] } },
            { "id": "two.steps", "title": "Steps", "type": "t/steps", "status": "active", "when": { "anyOf": ["slow"] },
              "then": { "outcome": "answer", "steps": [
                { "id": "cache", "say": { "en": "Clear the cache." } }, { "id": "boot", "say": { "en": "Restart." } } ] } } ] }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Question_ThatWasNotSent_IsAskedAgain(bool stops)
    {
        await using var host = ActingHost.With(Two);
        await HinderAsync(host, stops);
        var first = await host.PassTimeAsync(host.ProcessAsync(text: "my line is dead").AsTask());
        await HelpAsync(host, stops);

        var second = await host.SayAsync("m-1", "my line is dead");
        var third = await host.SayAsync("m-2", "42");

        Assert.Equal((Outcome.Escalated, Outcome.Asked, Outcome.Fixed), (first.Outcome, second.Outcome, third.Outcome));
        Assert.Equal("42", Assert.Single(host.Unlock.Calls).Parameters.Account);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Steps_ThatWereNotSent_AreNotTried(bool stops)
    {
        await using var host = ActingHost.With(Two);
        await HinderAsync(host, stops);
        await host.PassTimeAsync(host.ProcessAsync(text: "slow page").AsTask());
        await HelpAsync(host, stops);

        var disposition = await host.SayAsync("m-1", "slow page, still");

        Assert.Equal(Outcome.Answered, disposition.Outcome);
        Assert.Empty(disposition.Resolution.Tried);
    }

    [Fact]
    public async Task Answer_ThatWasNotSent_IsNoGoodOne()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        await HinderAsync(host, false);
        await host.PassTimeAsync(host.ProcessAsync().AsTask());

        await host.SayAsync("m-1", "it works now");

        Assert.Empty(await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Feedback] }));
    }

    [Fact]
    public async Task Answer_ThatWasSent_IsNotGivenAgainThoughItsHostDied()
    {
        await using var host = ActingHost.With(CaseHost.Answer);
        host.Journal.Refuses = entry => entry.Kind == JournalEntryKind.Disposition;
        await host.PassTimeAsync(host.ProcessAsync().AsTask());
        await using var next = host.Successor(CaseHost.Answer);
        await next.Processor.RecoverAsync();

        var disposition = await next.SayAsync("m-1", "alpha, still");

        Assert.Equal(ResolutionReason.AllStepsTried, disposition.Resolution.Reason);
    }

    [Fact]
    public async Task Fix_ThatWasWithheld_IsDoneLater()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "notify" }"""));
        await HinderAsync(host, true);
        await host.ProcessAsync();
        await HelpAsync(host, true);

        Assert.Equal(Outcome.Fixed, (await host.SayAsync("m-1", "alpha, still")).Outcome);
    }

    [Fact]
    public async Task Fix_ThatFailed_IsNotTriedAgain()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "notify" }"""));
        host.Notify.Execute = (_, _) => new(ActionOutcome.Failed("It is gone."));
        await host.ProcessAsync();

        await host.SayAsync("m-1", "alpha, still");

        Assert.Single(host.Notify.Calls);
    }

    [Fact]
    public async Task Fix_ThatWaitedForApproval_WaitsAgain()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "erase" }"""));
        var first = await host.ProcessAsync();

        var second = await host.SayAsync("m-1", "alpha, still");

        Assert.Equal(
            (ActionState.WaitsForApproval, ActionState.WaitsForApproval),
            (Assert.Single(first.Actions).State, Assert.Single(second.Actions).State)
        );
    }

    [Fact]
    public async Task Fix_ThatWasApproved_IsNotDoneAgain()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "erase" }"""));
        var first = await host.ProcessAsync();
        await host.Processor.ApproveAsync(
            new Issue
            {
                Id = "issue-1",
                Text = "alpha",
                Requester = "r-1",
            },
            first.Actions[0].Key,
            "u-1"
        );

        var second = await host.SayAsync("m-1", "alpha, still");

        Assert.Equal(ResolutionReason.AllStepsTried, second.Resolution.Reason);
        Assert.Single(host.Erase.Calls);
    }

    private static async Task HinderAsync(ActingHost host, bool stops)
    {
        if (stops)
            await host.Get<IKillSwitch>().StopAsync("u-1", "It answers nonsense.");
        else
            host.Mail.Before = _ => throw new IOException("The mail server is away.");
    }

    private static async Task HelpAsync(ActingHost host, bool stops)
    {
        if (stops)
            await host.Get<IKillSwitch>().ResumeAsync("u-1", "It does not.");
        host.Mail.Before = _ => Task.CompletedTask;
    }
}
