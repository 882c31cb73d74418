using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Cases;

/// <summary>What the journal masked of earlier turns decides nothing and is handed to nobody, wherever it stands.</summary>
public sealed class MaskedCaseTests
{
    private const string Asking = """
        { "set": "two", "title": "Two", "owner": "support",
          "questions": {
            "line": { "field": "line", "extract": "reply", "say": { "en": "Which line?" } },
            "code": { "field": "code", "extract": "errorCode", "say": { "en": "Which code?" } } },
          "rules": [ { "id": "two.fix", "title": "Fixes", "type": "t/fix", "status": "active", "when": { "anyOf": ["double trouble"] },
            "then": { "outcome": "fix", "answer": { "en": "It is done." },
              "actions": [ { "do": "unlock", "with": { "account": "{{ issue.fields.line }}/{{ issue.fields.code }}" } } ],
              "ask": [ { "question": "line", "blocking": true }, { "question": "code", "blocking": true } ] } } ] }
        """;

    [Theory]
    [InlineData("pat@example.org 555-123-4567")]
    [InlineData("It is pat@example.org")]
    public async Task Reply_ThatTheJournalMasked_IsNotHandedOn(string reply)
    {
        await using var host = ActingHost.With(Asking);
        await host.ProcessAsync(text: "double trouble here");
        await host.SayAsync("m-1", reply);

        var disposition = await host.SayAsync("m-2", "error code 404");

        Assert.Equal((Outcome.Escalated, ResolutionReason.ValueMissing), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.Empty(host.Unlock.Calls);
    }

    [Fact]
    public async Task Reply_WithoutAMask_IsHandedOn()
    {
        await using var host = ActingHost.With(Asking);
        await host.ProcessAsync(text: "double trouble here, says pat@example.org");
        await host.SayAsync("m-1", "line seven");

        var disposition = await host.SayAsync("m-2", "error code 404");

        Assert.Equal(Outcome.Fixed, disposition.Outcome);
        Assert.Equal("line seven/404", Assert.Single(host.Unlock.Calls).Parameters.Account);
    }

    [Theory]
    [InlineData(
        """{ "all": [ { "anyOf": ["alpha"] } ], "none": [ { "regex": "[a-z]+@[a-z]+" } ] }""",
        "alpha for pat@example.org",
        Outcome.Escalated
    )]
    [InlineData("""{ "all": [ { "anyOf": ["alpha"] }, { "regex": "PII|masked" } ] }""", "alpha for pat@example.org", Outcome.Escalated)]
    [InlineData(
        """{ "all": [ { "anyOf": ["alpha"] } ], "none": [ { "regex": "[0-9]{3}-[0-9]{2}-[0-9]{4}" } ] }""",
        "alpha, my number is 219-45-6781",
        Outcome.Escalated
    )]
    [InlineData(
        """{ "all": [ { "anyOf": ["alpha"] } ], "none": [ { "anyOf": ["beta"] } ] }""",
        "alpha for pat@example.org",
        Outcome.Answered
    )]
    public async Task Mask_InWhatWasSaid_DecidesNothing(string when, string text, Outcome outcome)
    {
        await using var host = ActingHost.With(SomeRules.Rule("mail", """{ "outcome": "answer", "answer": { "en": "Do so." } }""", when));
        await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "issue-1",
                Text = "hello",
                Turns = [new Turn { Id = "m-0", Text = "nothing" }],
            }
        );
        await host.Get<AutoResolve.Actions.IKillSwitch>().StopAsync("u-1", "So that nothing is said of it yet.");
        await host.SayAsync("m-1", text);
        await host.Get<AutoResolve.Actions.IKillSwitch>().ResumeAsync("u-1", "Go on.");

        var disposition = await host.SayAsync("m-2", "hello there");

        Assert.Equal(outcome, disposition.Outcome);
    }
}
