using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>Takes what OpenTelemetry sends by HTTP. Names stand in its messages as they are.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _messages = new();

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", collector.TakeAsync);
        await app.StartAsync();
        return collector;
    }

    /// <summary>Ends when a message came with the name in it.</summary>
    public Task Received(string name)
    {
        var awaited = _awaited.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        foreach (var message in _messages)
            Tell(message);
        return awaited.Task;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var message = Encoding.Latin1.GetString(body.ToArray());
        _messages.Enqueue(message);
        Tell(message);
    }

    private void Tell(string message)
    {
        foreach (var (name, awaited) in _awaited)
        {
            if (message.Contains(name, StringComparison.Ordinal))
                awaited.TrySetResult();
        }
    }
}
