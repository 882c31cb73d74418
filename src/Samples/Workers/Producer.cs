using System.Diagnostics;
using System.Globalization;
using AutoResolve;
using AutoResolve.RabbitMQ;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Workers;

/// <summary>Publishes issues, and waits until it has heard what became of each.</summary>
internal static class Producer
{
    private static readonly string[] Texts =
    [
        "The PDF only says please wait",
        "I am locked out of my account",
        "Please cancel my order, it has not come",
        "The printer smells of smoke and I am afraid",
    ];

    public static async Task<int> RunAsync(int issues)
    {
        var builder = Host.CreateApplicationBuilder();
        var address = new Uri(builder.Configuration["ConnectionStrings:Broker"]!);
        builder.Services.AddRabbitMqPublisher(options =>
        {
            options.SetAddress(address);
            options.Source = "/workers-sample";
        });
        using var host = builder.Build();
        var publisher = host.Services.GetRequiredService<IIssuePublisher>();
        var run = Stopwatch.GetTimestamp().ToString("x", CultureInfo.InvariantCulture);
        await using var listener = await DispositionListener.StartAsync(address, new RabbitMqOptions().Queue, $"{run}-");

        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, issues),
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            (number, cancellation) =>
                publisher.PublishAsync(
                    new Issue
                    {
                        Id = $"{run}-{number}",
                        Text = Texts[number % Texts.Length],
                        Channel = "web",
                    },
                    cancellation
                )
        );
        Console.WriteLine($"{issues} issues published in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s.");
        var outcomes = await listener.WaitForAsync(issues);
        Console.WriteLine($"All of them have ended after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s:");
        foreach (var (outcome, count) in outcomes.OrderByDescending(each => each.Value))
            Console.WriteLine($"{count, 8} {outcome}");
        return 0;
    }
}
