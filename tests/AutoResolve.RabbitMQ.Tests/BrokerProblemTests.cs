using AutoResolve.RabbitMQ.Connecting;

namespace AutoResolve.RabbitMQ.Tests;

public sealed class BrokerProblemTests
{
    public static TheoryData<Exception> Silences => [new TimeoutException(), new OperationCanceledException(), new TaskCanceledException()];

    [Theory]
    [MemberData(nameof(Silences))]
    public void Broker_ThatDoesNotAnswer_IsAwayAndNotSetWrong(Exception silence)
    {
        var problem = BrokerProblem.Of(silence, new RabbitMqOptions(), "the queue 'autoresolve'");

        Assert.NotNull(problem);
        Assert.False(problem.IsSetting);
        Assert.Contains("does not answer about the queue 'autoresolve'", problem.Message, StringComparison.Ordinal);
    }
}
