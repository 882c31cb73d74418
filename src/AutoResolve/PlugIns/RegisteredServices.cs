using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.PlugIns;

/// <summary>What is registered for a rulebook. Looked at when the container is built, since a host may register what it likes in any
/// order.</summary>
/// <param name="services">All services of the host.</param>
/// <param name="rulebook">The key of those of the rulebook; null for those without a key.</param>
internal sealed class RegisteredServices(IServiceCollection services, string? rulebook)
{
    /// <summary>All registrations of a service, in order. Of one alone the container takes the last.</summary>
    public IReadOnlyList<ServiceDescriptor> Of(Type service) =>
        [.. services.Where(known => known.ServiceType == service && Equals(known.ServiceKey, rulebook))];
}
