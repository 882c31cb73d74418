using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>Whether messages are taken: unhealthy where the broker is away or refuses the worker, degraded where messages are held since
/// the journal cannot be used, which the health of the journal tells more of, or since the broker does not confirm what becomes of
/// them.</summary>
internal sealed class WorkerHealthCheck(RabbitMqWorker worker) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = new Dictionary<string, object>
        {
            ["queue"] = worker.Queue,
            ["held"] = worker.Holding,
            ["unconfirmed"] = worker.Unconfirmed,
        };
        return Task.FromResult(Tell(context, data));
    }

    private HealthCheckResult Tell(HealthCheckContext context, Dictionary<string, object> data)
    {
        if (worker.Problem is { } problem)
            return new HealthCheckResult(context.Registration.FailureStatus, $"The broker: {problem}", data: data);
        if (worker.Holding > 0)
            return HealthCheckResult.Degraded(
                $"The broker is in order; {worker.Holding} message(s) are held since the journal cannot be used.",
                data: data
            );
        if (worker.Unconfirmed > 0)
            return HealthCheckResult.Degraded(
                $"{worker.Unconfirmed} message(s) are done and kept, since the broker does not confirm what becomes of them. A queue that "
                    + $"is bound to '{worker.Queue}.dispositions', or a queue of the worker, may be without leader: see the broker's log.",
                data: data
            );
        return HealthCheckResult.Healthy($"Messages are taken from the queue '{worker.Queue}'.", data);
    }
}
