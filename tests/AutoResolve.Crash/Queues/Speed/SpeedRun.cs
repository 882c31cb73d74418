using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AutoResolve.Crash.Hosting;
using AutoResolve.Intake.Messages;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>How many issues a second workers do, against a bare consumer in the same run, and how long an issue takes at half of
/// that.</summary>
internal sealed class SpeedRun(SpeedSettings settings, TextWriter output)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var servers = await FleetServers.StartAsync();
        var port = servers.Broker.Port;
        await DeclareAsync(port, "bare");
        await SendAsync(port, "bare", settings.Issues, null, cancellationToken);
        var bare = await BareConsumer.RunAsync(port, "bare", JournalStore.Connection, settings.Issues, settings.Concurrency);
        await TellAsync($"bare consumer, a row for each message: {bare:F0} a second");
        foreach (var workers in settings.Workers)
        {
            var rate = await MeasureAsync(servers, workers, null, cancellationToken);
            await TellAsync($"{workers} worker(s): {rate.Rate:F0} issues a second, {100 * rate.Rate / bare:F0} % of the bare consumer");
            var half = await MeasureAsync(servers, workers, rate.Rate / 2, cancellationToken);
            await TellAsync(
                $"  at {half.Rate:F0} a second: p50 {half.Median.TotalMilliseconds:F0} ms, p99 {half.Late.TotalMilliseconds:F0} ms"
            );
        }
    }

    private async Task<(double Rate, TimeSpan Median, TimeSpan Late)> MeasureAsync(
        FleetServers servers,
        int workers,
        double? perSecond,
        CancellationToken cancellationToken
    )
    {
        var port = servers.Broker.Port;
        var queue = string.Create(CultureInfo.InvariantCulture, $"speed_{workers}_{(perSecond is null ? "full" : "half")}");
        var worker = new SpeedWorkerSettings(port, queue, settings.Concurrency);
        List<Process> processes = [await StartAsync(worker)];

        // At full load all of it waits before the measurement begins.
        await using var heard = await Heard.StartAsync(port, queue, settings.Issues);
        if (perSecond is null)
        {
            await StopAsync(processes);
            processes.Clear();
            await SendAsync(port, queue, settings.Issues, null, cancellationToken);
        }

        for (var more = processes.Count; more < workers; more++)
            processes.Add(await StartAsync(worker));
        if (perSecond is not null)
            await SendAsync(port, queue, settings.Issues, perSecond, cancellationToken, heard);
        await heard.All.WaitAsync(cancellationToken);
        await StopAsync(processes);
        await servers.ForgetAsync(queue);
        return (heard.Rate, heard.Latency(0.5), heard.Latency(0.99));
    }

    private static async Task<Process> StartAsync(SpeedWorkerSettings settings)
    {
        var process = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                ArgumentList =
                {
                    "exec",
                    Path.Combine(AppContext.BaseDirectory, "AutoResolve.Crash.dll"),
                    "speed-worker",
                    Lines.Write(settings),
                },
            }
        )!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != SpeedWorker.Ready) { }
        return process;
    }

    private static async Task StopAsync(IEnumerable<Process> processes)
    {
        foreach (var process in processes)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static async Task DeclareAsync(int port, string queue)
    {
        await using var connection = await BrokerClient.ConnectAsync(port);
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(
            queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }
        );
    }

    private static async Task SendAsync(
        int port,
        string queue,
        int issues,
        double? perSecond,
        CancellationToken cancellationToken,
        Heard? heard = null
    )
    {
        await using var sender = new Sender(port, queue, cancellationToken);
        var messages = Enumerable.Range(0, issues).Select(Message).ToList();
        if (perSecond is not { } rate)
        {
            await sender.SendAsync(messages);
            return;
        }

        List<Task> sending = [];
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; number < issues; number++)
        {
            var wait = TimeSpan.FromSeconds(number / rate) - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.FromMilliseconds(1))
                await Task.Delay(wait, cancellationToken);
            heard!.Sent(messages[number].Id);
            sending.Add(sender.SendAsync([messages[number]]));
        }

        await Task.WhenAll(sending);
    }

    private static PlannedMessage Message(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"s{number}");
        var issue = new Issue
        {
            Id = id,
            Text = "Good morning, since yesterday the form only says please wait, whatever I do. What can I do about it?",
            Channel = "web",
        };
        return new PlannedMessage(id, new IssueMessage(issue) { Id = id, Source = "/speed" }.ToJson(), id, []);
    }

    private Task TellAsync(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Hears of issues as they end.</summary>
    private sealed class Heard(int issues) : IAsyncDisposable
    {
        private readonly ConcurrentDictionary<string, long> _sent = new();
        private readonly ConcurrentQueue<TimeSpan> _took = [];
        private readonly TaskCompletionSource _all = new();
        private IConnection? _connection;
        private int _count;
        private long _first;
        private long _last;

        public Task All => _all.Task;

        // The first half is not counted, in which programs are compiled and caches filled.
        public double Rate => (issues - (issues / 2) - 1) / Stopwatch.GetElapsedTime(_first, _last).TotalSeconds;

        public static async Task<Heard> StartAsync(int port, string queue, int issues)
        {
            var heard = new Heard(issues) { _connection = await BrokerClient.ConnectAsync(port) };
            var channel = await heard._connection.CreateChannelAsync();
            var own = await channel.QueueDeclareAsync();
            await channel.QueueBindAsync(own.QueueName, $"{queue}.dispositions", "#");
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, delivery) =>
            {
                heard.Hear(delivery.Body);
                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync(own.QueueName, autoAck: true, consumer);
            return heard;
        }

        public void Sent(string id) => _sent[id] = Stopwatch.GetTimestamp();

        public TimeSpan Latency(double share)
        {
            var all = _took.Order().ToList();
            return all.Count == 0 ? TimeSpan.Zero : all[(int)(share * (all.Count - 1))];
        }

        public async ValueTask DisposeAsync()
        {
            if (_connection is not null)
                await _connection.DisposeAsync();
        }

        private void Hear(ReadOnlyMemory<byte> body)
        {
            var now = Stopwatch.GetTimestamp();
            if (_count++ == issues / 2)
                _first = now;
            _last = now;
            using var told = System.Text.Json.JsonDocument.Parse(body);
            var id = told.RootElement.GetProperty("data").GetProperty("cause").GetProperty("id").GetString()!;
            if (_count > issues / 2 && _sent.TryGetValue(id, out var sent))
                _took.Enqueue(Stopwatch.GetElapsedTime(sent, now));
            if (_count == issues)
                _all.TrySetResult();
        }
    }
}
