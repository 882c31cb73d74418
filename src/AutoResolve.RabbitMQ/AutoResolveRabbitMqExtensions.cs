using AutoResolve;
using AutoResolve.Actions;
using AutoResolve.RabbitMQ;
using AutoResolve.RabbitMQ.Publishing;
using AutoResolve.RabbitMQ.Working;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds workers on queues of RabbitMQ, and a publisher.</summary>
public static class AutoResolveRabbitMqExtensions
{
    /// <summary>
    /// Has the host take issues, turns and events from a queue of RabbitMQ, in any number of hosts on one journal. A message is
    /// acknowledged when what became of it is in the journal. What cannot be processed becomes a case of a person.
    /// </summary>
    /// <remarks>It sets <see cref="ActionOptions.EscalatesUnwritten"/> to false: while the journal cannot be used, messages are kept. Add
    /// the journal first. A host does not start where the broker refuses it or has other queues than the options say; where the broker is
    /// away it starts, and waits for it.</remarks>
    /// <param name="builder">The builder, which has a journal.</param>
    /// <param name="configure">Sets how it works; null for what configuration says (<c>Worker</c>).</param>
    /// <param name="broker">Sets where the broker is; null for what configuration says (<c>RabbitMq</c>).</param>
    /// <returns>The builder.</returns>
    public static AutoResolveBuilder AddRabbitMqWorker(
        this AutoResolveBuilder builder,
        Action<RabbitMqWorkerOptions>? configure = null,
        Action<RabbitMqOptions>? broker = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var worker = builder.AddOptions<RabbitMqWorkerOptions>("Worker");
        if (configure is not null)
            worker.Configure(configure);
        var options = builder.AddOptions<RabbitMqOptions>("RabbitMq");
        if (broker is not null)
            options.Configure(broker);
        builder.AddOptions<ActionOptions>("Actions").Configure(actions => actions.EscalatesUnwritten = false);
        builder.Services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<RabbitMqWorkerOptions>, RabbitMqWorkerOptionsValidator>()
        );
        AddValidator(builder.Services);
        return builder.AddHostedService<RabbitMqWorker>();
    }

    /// <summary>Adds an <see cref="IIssuePublisher"/> that publishes to a queue of RabbitMQ, from which workers take.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets where the broker is; null where a worker of the same host says it.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddRabbitMqPublisher(this IServiceCollection services, Action<RabbitMqOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<RabbitMqOptions>();
        if (configure is not null)
            options.Configure(configure);
        AddValidator(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIssuePublisher, RabbitMqPublisher>();
        return services;
    }

    private static void AddValidator(IServiceCollection services) =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RabbitMqOptions>, RabbitMqOptionsValidator>());
}
