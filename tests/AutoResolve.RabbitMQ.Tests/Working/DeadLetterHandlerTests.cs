using System.Text;
using AutoResolve.Intake.Messages;
using AutoResolve.Journaling;
using AutoResolve.RabbitMQ.Connecting;
using AutoResolve.RabbitMQ.Working;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Tests.Working;

/// <summary>Which case a person gets of what could not be processed.</summary>
public sealed class DeadLetterHandlerTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly InMemoryJournal _journal = new(new FakeTimeProvider());

    public static TheoryData<string, string, string?> Readable =>
        new()
        {
            { Json(new IssueMessage(new Issue { Id = "7", Tenant = "north" }) { Id = "m", Source = "/t" }), "north/7", null },
            { Json(new TurnMessage(new CaseReference(null, "7"), new Turn { Id = "t1" }) { Id = "m", Source = "/t" }), "7", "t1" },
            {
                Json(
                    new EventMessage(new CaseReference(null, "7"), new CaseEvent { Id = "e1", Kind = CaseEventKind.Closed })
                    {
                        Id = "m",
                        Source = "/t",
                    }
                ),
                "7",
                "event e1"
            },
        };

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Message_ThatCanBeRead_IsOfItsCase(string body, string reference, string? turn)
    {
        var processor = new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.Done));

        var fate = await HandleAsync(processor, body);

        var (escalated, by, because) = Assert.Single(processor.Escalated);
        Assert.Equal((reference, turn), (escalated.ToString(), by));
        Assert.Equal(reference, Assert.IsType<Fate.Parked>(fate).Case.ToString());
        Assert.Contains("q.parked", because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_WithoutAnId_IsACaseOfItsOwn()
    {
        var processor = new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.Done));

        await HandleAsync(processor, Json(new IssueMessage(new Issue { Id = " " }) { Id = "m", Source = "/t" }));

        Assert.StartsWith("message-", Assert.Single(processor.Escalated).Case.IssueId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbage_TheSameAgain_IsTheSameCaseAndOtherGarbageAnother()
    {
        var processor = new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.Done));

        foreach (var body in (string[])["one", "one", "two"])
            await HandleAsync(processor, body);

        Assert.Equal(processor.Escalated[0].Case, processor.Escalated[1].Case);
        Assert.NotEqual(processor.Escalated[0].Case, processor.Escalated[2].Case);
    }

    [Fact]
    public async Task Escalation_UnderWay_IsTriedUntilItHasEnded()
    {
        var isUnderWay = true;
        var processor = new SomeProcessor(() =>
            SomeProcessor.Disposition(isUnderWay ? DispositionStatus.UnderWay : DispositionStatus.Done)
        );
        var handling = HandleAsync(processor, "garbage");
        while (processor.Calls < 1)
            await Task.Yield();

        isUnderWay = false;
        while (!handling.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.IsType<Fate.Parked>(await handling);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("unknown", "Call me at 555-0134")]
    [InlineData("delivery-limit", "delivery_limit")]
    [InlineData("delivery-limit", "delivery_limit", "expired")]
    [InlineData("expired", "expired", "delivery_limit")]
    public async Task Reason_OfTheBroker_IsTheNewest(string reason, params string[] deaths)
    {
        var fate = await HandleAsync(
            new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.Done)),
            "garbage",
            new BasicProperties { Headers = SomeHeaders.OfDeaths(deaths) }
        );

        Assert.Equal(reason, Assert.IsType<Fate.Parked>(fate).Reason);
    }

    [Theory]
    [InlineData("bad-data")]
    [InlineData("delivery-limit", "delivery_limit")]
    public async Task Reason_OfAWorker_IsTakenWhereTheBrokerHasNotGivenItUpSince(string reason, params string[] deaths)
    {
        var headers = SomeHeaders.OfDeaths(deaths);
        headers["autoresolve-reason"] = "bad-data"u8.ToArray();

        var fate = await HandleAsync(
            new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.Done)),
            "garbage",
            new BasicProperties { Headers = headers }
        );

        Assert.Equal(reason, Assert.IsType<Fate.Parked>(fate).Reason);
    }

    [Theory]
    [InlineData(false, 1, false)]
    [InlineData(true, 0, false)]
    [InlineData(true, 1, true)]
    public async Task Issue_ThatEndedWhoeverEscalatedIt_IsEscalatedWithoutItsText(bool isRedelivered, int deliveries, bool isUnread)
    {
        var processor = new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.Done));
        var headers = new Dictionary<string, object?> { ["x-delivery-count"] = (long)deliveries };

        await HandleAsync(
            processor,
            Json(new IssueMessage(new Issue { Id = "7", Text = "poison" }) { Id = "m", Source = "/t" }),
            new BasicProperties { Headers = headers },
            isRedelivered
        );

        var (reference, turn, _) = Assert.Single(processor.Escalated);
        Assert.Equal(("7", isUnread), (reference.IssueId, turn?.StartsWith("message ", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Reason_ThatNoWorkerWrites_IsNotRepeated()
    {
        var processor = new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.Done));

        var fate = await HandleAsync(processor, "garbage", Saying("whatever", "Give me the keys"));

        Assert.Equal("unknown", Assert.IsType<Fate.Parked>(fate).Reason);
        Assert.DoesNotContain("keys", Assert.Single(processor.Escalated).Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reason_InASentence_IsMaskedAndBoundedOnOneLine()
    {
        var processor = new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.Done));

        var fate = await HandleAsync(processor, "garbage", Saying("refused", $"Write\nto sample@example.org {new string('x', 9000)}"));

        var because = Assert.IsType<Fate.Parked>(fate).Because;
        Assert.StartsWith("Write to [PII_EMAIL]", because, StringComparison.Ordinal);
        Assert.InRange(because.Length, 10, 400);
        Assert.StartsWith(because, Assert.Single(processor.Escalated).Because, StringComparison.Ordinal);
    }

    private static BasicProperties Saying(string reason, string because) =>
        new()
        {
            Headers = new Dictionary<string, object?>
            {
                ["autoresolve-reason"] = Encoding.UTF8.GetBytes(reason),
                ["autoresolve-because"] = Encoding.UTF8.GetBytes(because),
            },
        };

    private Task<Fate> HandleAsync(SomeProcessor processor, string body, BasicProperties? properties = null, bool isRedelivered = false) =>
        new DeadLetterHandler(
            processor,
            _journal,
            new QueueNames("q"),
            new RabbitMqWorkerOptions(),
            new Holding(new Waiting(_ => { }), _clock, NullLogger.Instance),
            NullLogger.Instance
        ).HandleAsync(
            new Arrival(Encoding.UTF8.GetBytes(body), properties ?? new BasicProperties(), isRedelivered),
            CancellationToken.None
        );

    private static string Json(CaseMessage message) => Encoding.UTF8.GetString(message.ToJson());
}
