using AutoResolve.Actions;
using AutoResolve.Tests.Actions;

namespace AutoResolve.Tests.Cases;

/// <summary>What was done is done again only with other values, however the issue is corrected.</summary>
public sealed class CorrectedIssueTests
{
    private const string Unlock = """{ "do": "unlock", "with": { "account": "{{ issue.fields.page | default: 'none' }}" } }""";

    [Fact]
    public async Task Issue_ThatIsCorrectedOtherwise_IsNotFixedAgain()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        var issue = Issue("claims");
        await host.Processor.ProcessAsync(issue);

        await host.Processor.ProcessAsync(issue with { Requester = "r-2" });
        var disposition = await host.Processor.ProcessAsync(
            issue with
            {
                Text = "alpha!",
                Fields = new Dictionary<string, string> { ["page"] = "claims", ["device"] = "tablet" },
            }
        );

        Assert.Equal(ResolutionReason.AllStepsTried, disposition.Resolution.Reason);
        Assert.Equal(["claims"], Accounts(host));
    }

    [Fact]
    public async Task Issue_ThatIsCorrectedBackAndForth_IsFixedOnceForEachValue()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));

        foreach (var page in (string[])["claims", "letters", "claims", "letters", "home"])
            await host.Processor.ProcessAsync(Issue(page));

        Assert.Equal(["claims", "letters", "home"], Accounts(host));
    }

    [Fact]
    public async Task Issue_ThatIsCorrectedWithAMaskedValue_IsFixedOnce()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        await host.Processor.ProcessAsync(Issue("pat@example.org"));

        await host.Processor.ProcessAsync(Issue("pat@example.org") with { Requester = "r-2" });
        await host.Processor.ProcessAsync(Issue("kim@example.org"));

        Assert.Equal(["pat@example.org", "kim@example.org"], Accounts(host));
    }

    [Fact]
    public async Task Issue_WhoseFixWasWithheld_IsFixedWhenItIsCorrected()
    {
        await using var host = ActingHost.With(ActingHost.Rule(Unlock));
        await host.Get<IKillSwitch>().StopAsync("u-1", "It does nonsense.");
        await host.Processor.ProcessAsync(Issue("claims"));
        await host.Get<IKillSwitch>().ResumeAsync("u-1", "It does not.");

        Assert.Equal(Outcome.Fixed, (await host.Processor.ProcessAsync(Issue("claims") with { Requester = "r-2" })).Outcome);
    }

    private static Issue Issue(string page) =>
        new()
        {
            Id = "issue-1",
            Text = "alpha",
            Requester = "r-1",
            Fields = new Dictionary<string, string> { ["page"] = page },
        };

    private static string[] Accounts(ActingHost host) => [.. host.Unlock.Calls.Select(call => call.Parameters.Account)];
}
