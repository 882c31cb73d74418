namespace AutoResolve.ShippedRules.Tests;

/// <summary>What the rulebook does when people answer what they were asked, and who reads it.</summary>
public sealed class ConversationTests
{
    private const string Password = "I lost the password and need a reset";
    private const string WentWrong =
        "when i try to log in it says sorry, something went wrong on our end. try signing in again in a few minutes";

    [Theory]
    [InlineData(Password, "ID.me", null, Outcome.Answered, "credentials.forgot-password")]
    [InlineData(Password, "its the login.gov one", null, Outcome.Answered, "credentials.forgot-password")]
    [InlineData(Password, "", "credential=id.me", Outcome.Answered, "credentials.forgot-password")]
    [InlineData(Password, "?", null, Outcome.Routed, "credentials.password-provider-unknown")]
    [InlineData(Password, "let me talk to a person", null, Outcome.Routed, "credentials.password-provider-unknown")]
    [InlineData(WentWrong, "Code is 007 I think", null, Outcome.Answered, "sign-in.code-007")]
    [InlineData(WentWrong, "007", null, Outcome.Answered, "sign-in.code-007")]
    [InlineData(WentWrong, "it says 007", null, Outcome.Answered, "sign-in.code-007")]
    [InlineData(WentWrong, "", "errorCode=110", Outcome.Answered, "sign-in.code-110")]
    [InlineData(WentWrong, "there is no code", null, Outcome.Routed, "sign-in.something-went-wrong")]
    public async Task Answer_ToWhatHeldTheCaseUp_Decides(string text, string reply, string? field, Outcome outcome, string rule)
    {
        var (asked, after) = await TalkAsync(text, reply, field);

        Assert.Equal(Outcome.Asked, asked.Outcome);
        Assert.Equal((outcome, rule), (after.Outcome, after.Rule?.Id));
    }

    [Theory]
    [InlineData("error 101 after signing in")]
    [InlineData("error 102 after signing in")]
    [InlineData("error 103 after signing in")]
    [InlineData("error 106 after signing in")]
    [InlineData("Unable to locate Veteran's Participant ID in the system, shown when vet opens claim status")]
    public async Task Agent_OnTheLine_IsNotToldToCallIt(string text)
    {
        var agent = await Shipped.ResolveAsync(
            new Issue
            {
                Id = "1",
                Text = text,
                Author = Author.Agent,
            }
        );
        var customer = await Shipped.ResolveAsync(new Issue { Id = "1", Text = text });

        Assert.Equal(customer.Rule, agent.Rule);
        Assert.Contains("call MyVA411", customer.Answer!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("MyVA411", agent.Answer!.Text, StringComparison.Ordinal);
    }

    private static async Task<(Resolution Asked, Resolution After)> TalkAsync(string text, string reply, string? field)
    {
        var fields = field?.Split('=') is [var name, var value] ? new Dictionary<string, string> { [name] = value } : [];
        var turn = new Turn
        {
            Id = "m2",
            Text = reply,
            Fields = fields,
        };
        var issue = new Issue { Id = "1", Text = text };
        var asked = await Shipped.ResolveAsync(issue);
        var given = new CaseReply
        {
            Rule = asked.Rule!.Id,
            Outcome = asked.Outcome,
            Questions = [.. asked.Questions.Select(question => question.Id)],
            Team = asked.Team,
        };
        return (asked, await Shipped.ResolveAsync(issue with { Turns = [turn], Replies = [given] }));
    }
}
