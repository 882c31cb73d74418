using AutoResolve;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AutoResolve to the health checks of a host.</summary>
public static class AutoResolveHealthCheckExtensions
{
    /// <summary>Unhealthy where nothing is decided or acted on: the rules have errors, the journal cannot be read or written. Degraded
    /// where changed rules, incidents or options are refused, so that those before them are in force; where changes of the rules or
    /// incidents are not told and only looked for every so often; or where all actions are stopped. The description says all that
    /// applies, with its reason.</summary>
    /// <remarks>Its data are the <c>revision</c> and number of <c>rules</c>; how changes are found, <c>watch</c>
    /// (<see cref="AutoResolve.Sources.Watching.WatchStatus"/>), and why they are not told, <c>notWatching</c>; why changed rules are
    /// <c>refused</c>, at most 20 lines of <c>path:line:column code message</c>; of a file of incidents the same, as
    /// <c>incidents.watch</c>, <c>incidents.notWatching</c>, <c>incidents.refused</c>; <c>options.refused</c>; and how many entries of the
    /// journal are <c>unfinished</c>.</remarks>
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
            ? new HealthCheck(store, services, () => RefusedOptionsOf(host, rulebook))
            : throw new InvalidOperationException(
                $"The health check is for {RulebookName.Describe(rulebook)}, which the host does not have. {RulebookName.Tell(host)}"
            );
    }

    private static IReadOnlyList<string> RefusedOptionsOf(IServiceProvider host, string? rulebook) =>
        host.GetRequiredService<RefusedOptions>().Of(rulebook, RulebookName.All(host));
}
