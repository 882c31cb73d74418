using System.Globalization;
using System.Text;
using AutoResolve.Intake.Messages;
using AutoResolve.Journaling;
using AutoResolve.RabbitMQ.Connecting;
using AutoResolve.RabbitMQ.Working;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Tests.Working;

/// <summary>What becomes of a message, by what became of its issue.</summary>
public sealed class MessageHandlerTests
{
    private static readonly CaseReference Case = new(null, "1");

    private static readonly CaseMessage Issue = new IssueMessage(new Issue { Id = "1" }) { Id = "m1", Source = "/tests" };
    private static readonly CaseMessage Happened = new EventMessage(Case, new CaseEvent { Id = "e1", Kind = CaseEventKind.Closed })
    {
        Id = "m2",
        Source = "/tests",
    };

    private readonly FakeTimeProvider _clock = new();
    private readonly FakeLogger _log = new();
    private readonly Waiting _held = new(_ => { });

    [Theory]
    [InlineData(DispositionStatus.Done, true)]
    [InlineData(DispositionStatus.Done, false)]
    [InlineData(DispositionStatus.Duplicate, true)]
    [InlineData(DispositionStatus.Recorded, true)]
    [InlineData(DispositionStatus.Waiting, true)]
    public async Task Issue_ThatHasEnded_IsDone(DispositionStatus status, bool isJournaled)
    {
        var fate = await HandleAsync(() => SomeProcessor.Disposition(status, isJournaled), Issue);

        Assert.Equal(status, Assert.IsType<Fate.Done>(fate).Disposition.Status);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [InlineData(99, false)]
    public async Task Issue_UnderWay_ComesBackUntilItsTriesAreUsedUp(int tries, bool comesBack)
    {
        var fate = await HandleAsync(() => SomeProcessor.Disposition(DispositionStatus.UnderWay), Issue, tries);

        if (comesBack)
            Assert.IsType<Fate.Again>(fate);
        else
            Assert.Equal("tries-used-up", Assert.IsType<Fate.Dead>(fate).Reason);
    }

    [Fact]
    public async Task Refusal_WithAnIdOfManyLines_IsOneShortLine()
    {
        var fate = await HandleAsync(() => throw new ArgumentException($"The id is '1\nwarning: {new string('x', 9000)}'."), Issue);

        var because = Assert.IsType<Fate.Dead>(fate).Because;
        Assert.DoesNotContain('\n', because);
        Assert.InRange(because.Length, 10, 400);
    }

    [Fact]
    public async Task Issue_MovedBack_HasAllItsTriesAgain()
    {
        var arrival = Arrived(Issue, 5);
        arrival.Properties.Headers!.Remove("x-death");

        var fate = await Handler(new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.UnderWay)))
            .HandleAsync(arrival, CancellationToken.None);

        Assert.IsType<Fate.Again>(fate);
    }

    public static TheoryData<Exception, bool, string> Exceptions =>
        new()
        {
            { new ArgumentException("The issue has no id.", "issue"), false, "refused" },
            { new ArgumentException("The journal knows no case 1.", "reference"), true, "again" },
            { new ArgumentException("The issue has no id.", "happened"), true, "refused" },
            { new TimeoutException("The case is being worked on."), true, "again" },
            { new InvalidOperationException("Whatever"), false, "again" },
            { new ObjectDisposedException("host"), false, "left" },
        };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Exception_OfEachKind_HasItsFate(Exception exception, bool isEvent, string expected)
    {
        var fate = await HandleAsync(() => throw exception, isEvent ? Happened : Issue);

        Assert.Equal(
            expected,
            fate switch
            {
                Fate.Dead dead => dead.Reason,
                Fate.Again => "again",
                _ => "left",
            }
        );
        if (fate is Fate.Dead { Because: var because })
            Assert.Equal("The issue has no id.", because);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Journal_Away_KeepsTheMessageUntilItIsBack(bool throws)
    {
        var isAway = true;
        var processor = new SomeProcessor(() =>
            !isAway ? SomeProcessor.Disposition(DispositionStatus.Done)
            : throws ? throw new JournalException("It is away.")
            : SomeProcessor.Disposition(DispositionStatus.UnderWay, isJournaled: false)
        );
        var handling = Handler(processor).HandleAsync(Arrived(Happened, tries: 99), CancellationToken.None);

        for (var tries = 2; tries < 10; tries++)
        {
            Assert.Equal(1, _held.Count);
            Assert.False(handling.IsCompleted);
            _clock.Advance(TimeSpan.FromSeconds(5));
            while (processor.Calls < tries)
                await Task.Yield();
        }

        isAway = false;
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<Fate.Done>(await handling);
        Assert.Equal(0, _held.Count);
        Assert.Single(_log.Collector.GetSnapshot());
    }

    [Fact]
    public async Task Journal_AwayWhenTheHostEnds_LeavesTheMessage()
    {
        using var ending = new CancellationTokenSource();
        var handling = Handler(new SomeProcessor(() => SomeProcessor.Disposition(DispositionStatus.UnderWay, false)))
            .HandleAsync(Arrived(Issue), ending.Token);

        await ending.CancelAsync();

        Assert.IsType<Fate.Left>(await handling);
        Assert.Equal(0, _held.Count);
    }

    [Fact]
    public async Task Message_OfTheLongestLength_IsReadAndALongerOneIsNot()
    {
        var options = new RabbitMqWorkerOptions { MaxMessageBytes = Issue.ToJson().Length };
        var longer = Issue.ToJson().Append((byte)' ').ToArray();

        Assert.IsType<Fate.Done>(await HandleAsync(() => SomeProcessor.Disposition(DispositionStatus.Done), Issue, options: options));
        var fate = await Handler(new SomeProcessor(() => throw new NotSupportedException()), options)
            .HandleAsync(new Arrival(longer, new BasicProperties(), false), CancellationToken.None);
        Assert.Equal("too-long", Assert.IsType<Fate.Dead>(fate).Reason);
    }

    private Task<Fate> HandleAsync(Func<Disposition> answer, CaseMessage message, int tries = 0, RabbitMqWorkerOptions? options = null) =>
        Handler(new SomeProcessor(answer), options).HandleAsync(Arrived(message, tries), CancellationToken.None);

    private MessageHandler Handler(SomeProcessor processor, RabbitMqWorkerOptions? options = null) =>
        new(processor, options ?? new RabbitMqWorkerOptions(), new Holding(_held, _clock, _log), _clock, NullLogger.Instance);

    private static Arrival Arrived(CaseMessage message, int tries = 0)
    {
        var headers = SomeHeaders.OfDeaths(tries > 0 ? ["expired"] : []);
        headers[MessageHeaders.Tries] = Encoding.UTF8.GetBytes(tries.ToString(CultureInfo.InvariantCulture));
        return new Arrival(message.ToJson(), new BasicProperties { Headers = headers }, false);
    }
}
