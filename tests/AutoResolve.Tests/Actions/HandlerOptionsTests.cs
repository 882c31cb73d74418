using AutoResolve.Actions;
using Snapshooter.Xunit;

namespace AutoResolve.Tests.Actions;

public sealed class HandlerOptionsTests
{
    [Fact]
    public void Options_ByDefault_AreValid() =>
        Assert.True(new HandlerOptionsValidator().Validate("Unlock", new HandlerOptions()).Succeeded);

    [Fact]
    public void Options_AllWrong_AreToldTogether()
    {
        var result = new HandlerOptionsValidator().Validate(
            "Unlock",
            new HandlerOptions
            {
                AttemptTimeout = TimeSpan.Zero,
                TotalTimeout = TimeSpan.FromDays(1),
                MaxWait = TimeSpan.Zero,
                MaxRetries = -1,
                RetryDelay = TimeSpan.FromSeconds(-1),
                MaxConcurrency = 0,
                FailureRatio = 0,
                MinimumThroughput = 1,
                BreakDuration = TimeSpan.Zero,
            }
        );

        Snapshot.Match(string.Join('\n', result.Failures!));
    }
}
