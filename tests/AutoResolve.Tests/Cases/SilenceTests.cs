using AutoResolve.Journaling;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Cases;

/// <summary>Where a person has written to the customer, automation says nothing.</summary>
public sealed class SilenceTests
{
    private static readonly string Beta = SomeRules.Rule(
        "beta",
        """{ "outcome": "answer", "answer": { "en": "Or so." } }""",
        """{ "anyOf": ["beta"] }"""
    );
    private static readonly string Fixes = SomeRules.Rule(
        "gamma",
        """{ "outcome": "fix", "actions": [ { "do": "notify" } ] }""",
        """{ "anyOf": ["gamma"] }"""
    );
    private static readonly string[] Rules = [CaseHost.Answer, Beta, Fixes, CaseHost.Danger];

    [Fact]
    public async Task Agent_WhoWritesToTheCustomer_HasTheCase()
    {
        await using var host = ActingHost.With(Rules);
        await host.ProcessAsync();

        var disposition = await host.SayAsync("m-1", "beta: try this", Author.Agent);

        Assert.Equal(DispositionStatus.Recorded, disposition.Status);
        Assert.Contains("A person has written", disposition.Summary, StringComparison.Ordinal);
        Assert.Equal((CaseOwner.Team, "support"), ((await host.RowAsync()).Owner, (await host.RowAsync()).Team));
        Assert.Single(host.Mail.Sent);
        Assert.Empty(host.Tickets.Lines);
    }

    [Theory]
    [InlineData("beta")]
    [InlineData("gamma")]
    [InlineData("nothing that a rule knows")]
    public async Task Turn_AfterAPerson_IsNotAnswered(string text)
    {
        await using var host = ActingHost.With(Rules);
        await host.ProcessAsync();
        await host.ReportAsync(CaseEventKind.PersonReplied);

        var first = await host.SayAsync("m-1", text);
        await host.SayAsync("m-2", $"{text} and more");

        Assert.Equal((Outcome.Routed, ResolutionReason.PersonHasIt), (first.Outcome, first.Resolution.Reason));
        Assert.Equal(["issue-1 to team support", "issue-1 updated by m-2"], host.Tickets.Lines);
        Assert.Single(host.Mail.Sent);
        Assert.Empty(host.Notify.Calls);
        Assert.Equal((CaseOwner.Team, "support"), ((await host.RowAsync()).Owner, (await host.RowAsync()).Team));
    }

    [Fact]
    public async Task Turn_AfterAPersonWhoHasItsTicket_UpdatesIt()
    {
        await using var host = ActingHost.With(Rules);
        await host.ProcessAsync(text: "nothing that a rule knows");
        await host.ReportAsync(CaseEventKind.PersonReplied);

        var disposition = await host.SayAsync("m-1", "alpha");

        Assert.Equal((Outcome.Escalated, ResolutionReason.PersonHasIt), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.Equal(["issue-1 to a person", "issue-1 updated by m-1"], host.Tickets.Lines);
        Assert.Empty(host.Mail.Sent);
    }

    [Fact]
    public async Task Danger_AfterAPerson_Escalates()
    {
        await using var host = ActingHost.With(Rules);
        await host.ProcessAsync();
        await host.ReportAsync(CaseEventKind.PersonReplied);

        var disposition = await host.SayAsync("m-1", "danger");

        Assert.Equal((Outcome.Escalated, ResolutionReason.Guarded), (disposition.Outcome, disposition.Resolution.Reason));
        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Danger_InWhatAnAgentWrites_Escalates()
    {
        await using var host = ActingHost.With(Rules);
        await host.ProcessAsync();

        await host.SayAsync("m-1", "danger, I fear", Author.Agent);
        var later = await host.SayAsync("m-2", "We have looked after you.", Author.Agent);

        Assert.Equal(["issue-1 to a person"], host.Tickets.Lines);
        Assert.Equal(DispositionStatus.Recorded, later.Status);
    }

    [Fact]
    public async Task Host_ThatWantsIt_AnswersAfterAPerson()
    {
        await using var host = CaseHost.With(options => options.AnswerAfterPerson = true, Rules);
        await host.ProcessAsync();
        Assert.Equal(DispositionStatus.Recorded, (await host.SayAsync("m-1", "beta: try this", Author.Agent)).Status);

        Assert.Equal(Outcome.Answered, (await host.SayAsync("m-2", "beta")).Outcome);
    }

    [Theory]
    [InlineData(Author.Agent, false, Author.Unknown, false)]
    [InlineData(Author.Agent, null, Author.Customer, true)]
    [InlineData(Author.Agent, null, Author.Agent, false)]
    [InlineData(Author.Agent, true, Author.Agent, true)]
    [InlineData(Author.Official, true, Author.Customer, true)]
    [InlineData(Author.Customer, null, Author.Customer, false)]
    public async Task Turn_OfSomebody_IsAPersonsReplyWhereItIsToTheCustomer(Author author, bool? toCustomer, Author issue, bool isReply)
    {
        await using var host = ActingHost.With(Rules);
        await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "issue-1",
                Text = "alpha",
                Author = issue,
            }
        );

        var disposition = await host.Processor.ContinueAsync(
            CaseHost.One,
            new Turn
            {
                Id = "m-1",
                Text = "beta",
                Author = author,
                ToCustomer = toCustomer,
            }
        );

        Assert.Equal(isReply, disposition.Status == DispositionStatus.Recorded);
        Assert.Equal(isReply, JournalJson.TryReadCase(await host.RowAsync())!.HasPerson);
    }

    [Fact]
    public async Task Channel_OfAgents_MakesItsTurnsReplies()
    {
        var clock = new FakeTimeProvider(SomeRules.Now);
        await using var host = new ActingHost(new FaultyJournal(), clock, Rules, configure: builder =>
            builder.Services.Configure<AutoResolveOptions>(options => options.ChannelAuthors["desk"] = Author.Agent)
        );
        await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "issue-1",
                Text = "alpha",
                Channel = "desk",
                Author = Author.Customer,
            }
        );

        Assert.Equal(DispositionStatus.Recorded, (await host.SayAsync("m-1", "beta")).Status);
    }

    [Fact]
    public async Task Person_WhoRepliesInTime_EndsTheDeadline()
    {
        await using var host = ActingHost.With(CaseHost.Asking);
        await host.ProcessAsync();

        await host.SayAsync("m-1", "Which line is it?", Author.Agent);

        var row = await host.RowAsync();
        Assert.Equal((CaseOwner.Team, "payments", null), (row.Owner, row.Team, row.Due));
    }

    [Fact]
    public async Task Case_ThatComesWithAPersonsReply_IsNotAnswered()
    {
        await using var host = ActingHost.With(Rules);

        var disposition = await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "issue-1",
                Text = "alpha",
                Turns =
                [
                    new Turn
                    {
                        Id = "m-1",
                        Text = "Look here.",
                        Author = Author.Agent,
                    },
                ],
            }
        );

        Assert.Equal(ResolutionReason.PersonHasIt, disposition.Resolution.Reason);
        Assert.Empty(host.Mail.Sent);
        Assert.Equal(["issue-1 to team support"], host.Tickets.Lines);
    }

    [Fact]
    public async Task Turn_AfterAnAgentInOneDelivery_IsNotAnswered()
    {
        await using var host = ActingHost.With(Rules);
        await host.ProcessAsync();

        var disposition = await host.Processor.ProcessAsync(
            new Issue
            {
                Id = "issue-1",
                Text = "alpha",
                Requester = "r-1",
                Turns =
                [
                    new Turn
                    {
                        Id = "m-1",
                        Text = "Look here.",
                        Author = Author.Agent,
                    },
                    new Turn { Id = "m-2", Text = "beta" },
                ],
            }
        );

        Assert.Equal(ResolutionReason.PersonHasIt, disposition.Resolution.Reason);
        Assert.Single(host.Mail.Sent);
    }

    [Fact]
    public async Task Solved_AfterAPerson_Closes()
    {
        await using var host = ActingHost.With(Rules);
        await host.ProcessAsync();
        await host.ReportAsync(CaseEventKind.PersonReplied);

        var disposition = await host.SayAsync("m-1", "It works now.");

        Assert.Equal((Outcome.Closed, ResolutionReason.Solved), (disposition.Outcome, disposition.Resolution.Reason));
    }
}
