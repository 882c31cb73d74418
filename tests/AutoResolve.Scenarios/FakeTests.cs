using AutoResolve.Testing;

namespace AutoResolve.Scenarios;

public sealed class FakeTests
{
    private static readonly CaseReference Reference = new("a", "1");
    private static readonly Issue Issue = new() { Id = "1", Tenant = "a" };
    private static readonly Answer Answer = new() { Text = "Try again.", Locale = "en" };
    private static readonly Handover Handover = new() { Summary = "Why.", Team = "billing" };

    [Fact]
    public async Task Channel_Called_RecordsWhatItWasGivenInOrder()
    {
        var channel = new FakeAnswerChannel();
        var question = new Question("device", "device", "Which device?");

        await channel.SendAsync(Issue, Answer, "k1", default);
        await channel.AskAsync(Issue, [question], "k2", default);

        Assert.Collection(
            channel.Calls,
            call => Assert.Equal((1, ChannelCallKind.Answer, "k1", Answer), (call.Number, call.Kind, call.Key, call.Answer)),
            call => Assert.Equal((2, ChannelCallKind.Questions, "k2"), (call.Number, call.Kind, call.Key))
        );
        Assert.Equal(question, channel.Calls[1].Questions.Single());
        Assert.All(channel.Calls, call => Assert.Equal((Reference, "a"), (call.Case, call.Tenant)));
    }

    [Fact]
    public async Task Tickets_Called_RecordWhatTheyWereToldInOrder()
    {
        var tickets = new FakeTicketSystem();

        await tickets.RouteAsync(Reference, "identity", 2, Handover, "k1", default);
        await tickets.EscalateAsync(Reference, Handover, "k2", default);
        await tickets.UpdateAsync(Reference, new CaseUpdate { Summary = "More.", Handover = Handover }, "k3", default);
        await tickets.TagAsync(Reference, ["x"], "k4", default);

        Assert.Equal(Enum.GetValues<TicketCallKind>(), tickets.Calls.Select(call => call.Kind));
        Assert.Equal(["identity", "billing", "billing", null], tickets.Calls.Select(call => call.Team));
        Assert.Equal(["k1", "k2", "k3", "k4"], tickets.Calls.Select(call => call.Key));
        Assert.Equal((2, "More.", "x"), (tickets.Calls[0].Tier, tickets.Calls[2].Update!.Summary, tickets.Calls[3].Tags.Single()));
        Assert.All(tickets.Calls, call => Assert.Equal(Reference, call.Case));
    }

    [Fact]
    public async Task Channel_ToldToFail_FailsAndSendsNothing()
    {
        var channel = new FakeAnswerChannel();
        channel.FailNext(2, new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(async () => await channel.SendAsync(Issue, Answer, "k", default));
        await Assert.ThrowsAsync<TimeoutException>(async () => await channel.SendAsync(Issue, Answer, "k", default));
        await channel.SendAsync(Issue, Answer, "k", default);
        await channel.SendAsync(Issue, Answer, "k", default);

        Assert.Equal(4, channel.Calls.Count);
        Assert.IsType<TimeoutException>(channel.Calls[0].Failure);
        Assert.Equal(3, Assert.Single(channel.Sent).Number);
    }

    [Fact]
    public async Task Tickets_ToldToFailForSome_FailForThoseUntilToldOtherwise()
    {
        var tickets = new FakeTicketSystem();
        tickets.FailWhen(call => call.Kind == TicketCallKind.Escalate);

        await tickets.RouteAsync(Reference, "identity", null, Handover, "k1", default);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await tickets.EscalateAsync(Reference, Handover, "k2", default));
        tickets.StopFailing();
        await tickets.EscalateAsync(Reference, Handover, "k2", default);

        Assert.Equal(["k1", "k2"], tickets.Done.Select(call => call.Key));
    }

    [Fact]
    public async Task Fakes_CalledByManyThreads_LoseNothing()
    {
        var channel = new FakeAnswerChannel();

        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), async (number, token) =>
            await channel.SendAsync(Issue, Answer, $"k{number % 100}", token)
        );

        Assert.Equal(Enumerable.Range(1, 1_000), channel.Calls.Select(call => call.Number));
        Assert.Equal(100, channel.Sent.Count);
    }
}
