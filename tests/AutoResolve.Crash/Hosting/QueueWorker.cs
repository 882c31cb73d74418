using AutoResolve.RabbitMQ.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Crash.Hosting;

/// <summary>Makes a host a worker on a queue.</summary>
internal static class QueueWorker
{
    public static void TakeFrom(this AutoResolveBuilder builder, QueueSettings queue) =>
        builder.AddRabbitMqWorker(
            options =>
            {
                (options.Concurrency, options.Prefetch) = (queue.Concurrency, 2 * queue.Concurrency);
                foreach (var seconds in (double[])[0.5, 1, 2, 5, 10, 10, 10, 10, 20, 20])
                    options.RetryDelays.Add(TimeSpan.FromSeconds(seconds));
            },
            options =>
            {
                options.Hosts.Add("127.0.0.1");
                (options.Port, options.Queue) = (queue.Port, queue.Name);
                (options.UserName, options.Password) = (RabbitBroker.User, RabbitBroker.Password);
            }
        );
}
