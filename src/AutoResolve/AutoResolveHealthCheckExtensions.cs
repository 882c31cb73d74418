using AutoResolve;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AutoResolve to the health checks of a host.</summary>
public static class AutoResolveHealthCheckExtensions
{
    /// <summary>Unhealthy where nothing is decided or acted on: the rules have errors, the journal cannot be read or written. Degraded where changed rules are refused, or all actions are stopped.</summary>
    /// <remarks>Its data are the <c>revision</c> and number of <c>rules</c>, and how many entries of the journal are <c>unfinished</c>.</remarks>
    /// <param name="builder">The builder of health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What failing is told as; null for unhealthy.</param>
    /// <param name="tags">Tags of the check.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddAutoResolve(this IHealthChecksBuilder builder, string name = "autoresolve", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, provider => new HealthCheck(provider.GetRequiredService<RulebookStore>(), provider), failureStatus, tags));
    }
}
