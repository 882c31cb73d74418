using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>A worker that was stopped takes nothing more, however soon that came.</summary>
[Collection(ServerTests.Name)]
[Trait("Category", "RabbitMQ")]
public sealed class StopTests(ServersFixture servers)
{
    [SkippableFact]
    public async Task Stop_BeforeAnyThreadWasFreeToWork_LeavesNoConsumer()
    {
        using var threads = new NoThreads();
        await using var desk = Desk.Create(servers, services: services => services.AddLogging(logging => logging.AddProvider(threads)));

        await desk.Worker.StartAsync(CancellationToken.None);
        var stopping = desk.Worker.StopAsync(CancellationToken.None);
        threads.Release();
        await stopping.WaitAsync(Patience.Long);

        await Patience.UntilAsync(async () => await desk.ConsumersAsync(desk.Name) == 0);
        await Patience.UntilAsync(async () => await desk.ConsumersAsync($"{desk.Name}.dead") == 0);
        Assert.Equal("The worker has been stopped.", desk.Worker.Problem);
    }

    /// <summary>Keeps all threads of the pool busy from when the worker says that it takes messages.</summary>
    private sealed class NoThreads : ILoggerProvider, ILogger
    {
        private const int Working = 60;

        // More than the pool adds while the test runs.
        private const int Many = 500;

        private readonly ManualResetEventSlim _released = new();

        public void Release() => _released.Set();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (eventId.Id != Working)
                return;
            for (var number = 0; number < Many; number++)
                ThreadPool.UnsafeQueueUserWorkItem(_ => _released.Wait(), null);
        }

        public void Dispose()
        {
            Release();
            _released.Dispose();
        }
    }
}
