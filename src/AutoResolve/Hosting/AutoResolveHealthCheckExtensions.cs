using AutoResolve;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AutoResolve to the health checks of a host.</summary>
public static class AutoResolveHealthCheckExtensions
{
    /// <summary>Unhealthy where nothing is decided or acted on: the rules have errors, the journal cannot be read or written. Degraded
    /// where
    /// changed rules are refused, their source cannot be watched and is only read anew every so often, or all actions are
    /// stopped.</summary>
    /// <remarks>Its data are the <c>revision </c> and number of <c>rules </c>, and how many entries of the journal are <c>unfinished
    /// </c>. </remarks>
    /// <param name="builder">The builder of health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What failing is told as; null for unhealthy.</param>
    /// <param name="tags">Tags of the check.</param>
    /// <param name="rulebook">The name of the rulebook; null for the one without.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddAutoResolve(
        this IHealthChecksBuilder builder,
        string name = "autoresolve",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        string? rulebook = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, provider => Create(provider, rulebook), failureStatus, tags));
    }

    private static HealthCheck Create(IServiceProvider host, string? rulebook)
    {
        var services = RulebookRegistrar.Of(host, rulebook);
        return services.GetService<RulebookStore>() is { } store
            ? new HealthCheck(store, services)
            : throw new InvalidOperationException(
                $"The health check is for {RulebookName.Describe(rulebook)}, which the host does not have. {RulebookName.Tell(host)}"
            );
    }
}
