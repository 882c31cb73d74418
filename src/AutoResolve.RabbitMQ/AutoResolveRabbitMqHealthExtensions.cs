using AutoResolve.RabbitMQ.Working;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds workers to the health checks of a host.</summary>
public static class AutoResolveRabbitMqHealthExtensions
{
    /// <summary>Tells whether messages are taken, beside <c>AddAutoResolve</c>, which tells of rules and journal. Unhealthy where the
    /// broker is away or refuses the worker; degraded where the broker is in order and messages are held since the journal cannot be
    /// used, or messages are done and the broker does not confirm what becomes of them.</summary>
    /// <remarks>Its data are the <c>queue</c>, and how many messages are <c>held</c> and <c>unconfirmed</c>.</remarks>
    /// <param name="builder">The builder of health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What failing is told as; null for unhealthy.</param>
    /// <param name="tags">Tags of the check.</param>
    /// <param name="rulebook">The name of the rulebook; null for the one without.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddAutoResolveWorker(
        this IHealthChecksBuilder builder,
        string name = "autoresolve-worker",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        string? rulebook = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(
            new HealthCheckRegistration(
                name,
                provider => new WorkerHealthCheck(
                    rulebook is null
                        ? provider.GetRequiredService<RabbitMqWorker>()
                        : provider.GetRequiredKeyedService<RabbitMqWorker>(rulebook)
                ),
                failureStatus,
                tags
            )
        );
    }
}
