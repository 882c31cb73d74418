using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AutoResolve;

/// <summary>Stands for the rulebook without a name where all have one, to say how one of those is asked for.</summary>
internal static class UnnamedRulebook
{
    public static void AddStandIn(IServiceCollection services)
    {
        services.TryAddSingleton<IIssueResolver>(Refuse<IIssueResolver>);
        services.TryAddSingleton<IIssueProcessor>(Refuse<IIssueProcessor>);
        services.TryAddSingleton<IExplainer>(Refuse<IExplainer>);
        services.TryAddSingleton<IRulebookMonitor>(Refuse<IRulebookMonitor>);
    }

    public static void RemoveStandIn(IServiceCollection services)
    {
        foreach (
            var one in services
                .Where(one => !one.IsKeyedService && one.ImplementationFactory?.Method.DeclaringType == typeof(UnnamedRulebook))
                .ToList()
        )
            services.Remove(one);
    }

    private static T Refuse<T>(IServiceProvider host) =>
        throw new InvalidOperationException(
            $"There is no {typeof(T).Name} of a rulebook without a name. {RulebookName.Tell(host)} Ask for one by its name: "
                + $"GetRequiredKeyedService<{typeof(T).Name}>(\"{RulebookName.All(host)[0]}\"), or [FromKeyedServices] with a parameter."
        );
}
