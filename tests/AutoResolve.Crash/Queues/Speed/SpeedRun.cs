using System.Diagnostics;
using System.Globalization;
using AutoResolve.Crash.Hosting;
using AutoResolve.Intake.Messages;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>How many issues a second workers do, against bare consumers in the same run, and how long an issue takes at half of
/// that.</summary>
/// <remarks>A round fills the queue while nobody takes from it, and then measures how long it takes until all is done.</remarks>
internal sealed class SpeedRun(SpeedSettings settings, TextWriter output)
{
    private static readonly TimeSpan HalfLoad = TimeSpan.FromSeconds(10);

    private int _number;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var servers = await FleetServers.StartAsync(isMeasured: true);
        var row = await BareAsync(servers, "bare", new RowWork(), cancellationToken);
        var intent = await BareAsync(servers, "intent", new IntentWork(), cancellationToken);
        foreach (var workers in settings.Workers)
            await WorkersAsync(servers, workers, row, intent, cancellationToken);
    }

    private async Task<double> BareAsync(FleetServers servers, string queue, BareWork work, CancellationToken cancellationToken)
    {
        var port = servers.Broker.Port;
        await DeclareAsync(port, queue);
        await using var consumer = await BareConsumer.StartAsync(work, port, queue, JournalStore.Connection, settings.Concurrency);
        await using var heard = await Heard.StartAsync(port, queue);
        using var self = Process.GetCurrentProcess();
        var busy = new TimeSpan[3];
        var (rate, rounds, isLevel) = await LevelRate.OfAsync(async () =>
        {
            await FillAsync(port, queue, cancellationToken);
            var before = Times();
            var taken = await consumer.TakeAsync(settings.Issues);
            busy = PerIssue(before, Times());
            return taken;
        });
        await TellAsync($"{work.Name}: {rate:F0} a second ({Told(rounds, isLevel)})");
        await TellAsync($"  {Told("it", busy)}");
        return rate;

        TimeSpan[] Times()
        {
            self.Refresh();
            return [self.TotalProcessorTime, ProcessorTime.Of(servers.Database.ProcessId), ProcessorTime.Of(servers.Broker.ProcessId)];
        }
    }

    private async Task WorkersAsync(FleetServers servers, int count, double row, double intent, CancellationToken cancellationToken)
    {
        var port = servers.Broker.Port;
        var queue = string.Create(CultureInfo.InvariantCulture, $"speed_{count}");
        await using (var workers = await SpeedWorkers.StartAsync(new SpeedWorkerSettings(port, queue, settings.Concurrency), count))
        await using (var heard = await Heard.StartAsync(port, queue))
        {
            var (busy, before) = (new TimeSpan[3], new TimeSpan[3]);
            var (rate, rounds, isLevel) = await LevelRate.OfAsync(async () =>
            {
                workers.Stop();
                await FillAsync(port, queue, cancellationToken);
                var all = heard.Await(settings.Issues, isTimed: false);
                before = Times();
                var started = Stopwatch.GetTimestamp();
                workers.Continue();
                await all.WaitAsync(cancellationToken);
                var took = Stopwatch.GetElapsedTime(started);
                busy = PerIssue(before, Times());
                return settings.Issues / took.TotalSeconds;
            });
            await TellAsync($"{count} worker(s): {rate:F0} issues a second ({Told(rounds, isLevel)})");
            await TellAsync($"  {100 * rate / row:F0} % of a row, {100 * rate / intent:F0} % of an intent; {Told("workers", busy)}");
            await HalfAsync(port, queue, rate / 2, heard, cancellationToken);
            var took = await HalfAsync(port, queue, rate / 2, heard, cancellationToken);
            var (median, late) = (took[took.Count / 2].TotalMilliseconds, took[took.Count * 99 / 100].TotalMilliseconds);
            await TellAsync($"  at {rate / 2:F0} a second: p50 {median:F0} ms, p99 {late:F0} ms");

            TimeSpan[] Times() =>
                [workers.ProcessorTime(), ProcessorTime.Of(servers.Database.ProcessId), ProcessorTime.Of(servers.Broker.ProcessId)];
        }

        await servers.ForgetAsync(queue);
    }

    private async Task FillAsync(int port, string queue, CancellationToken cancellationToken)
    {
        await using var sender = new Sender(port, queue, cancellationToken);
        await sender.SendAsync(Enumerable.Range(0, settings.Issues).Select(_ => Message()).ToList());
    }

    private async Task<IReadOnlyList<TimeSpan>> HalfAsync(
        int port,
        string queue,
        double perSecond,
        Heard heard,
        CancellationToken cancellationToken
    )
    {
        var messages = Enumerable.Range(0, (int)(perSecond * HalfLoad.TotalSeconds) + 1).Select(_ => Message()).ToList();
        var all = heard.Await(messages.Count, isTimed: true);
        await using var sender = new Sender(port, queue, cancellationToken);
        List<Task> sending = [];
        var started = Stopwatch.GetTimestamp();
        foreach (var message in messages)
        {
            var wait = TimeSpan.FromSeconds(sending.Count / perSecond) - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.FromMilliseconds(1))
                await Task.Delay(wait, cancellationToken);
            heard.Sent(message.Id);
            sending.Add(sender.SendAsync([message]));
        }

        await Task.WhenAll(sending);
        await all.WaitAsync(cancellationToken);
        return heard.Took;
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

    // Whoever asks may be written to three times a day, which each worker looks up.
    private PlannedMessage Message()
    {
        var number = _number++;
        var id = string.Create(CultureInfo.InvariantCulture, $"s{number}");
        var issue = new Issue
        {
            Id = id,
            Text = "Good morning, since yesterday the form only says please wait, whatever I do. What can I do about it?",
            Channel = "web",
            Requester = string.Create(CultureInfo.InvariantCulture, $"p{number / 2}"),
        };
        return new PlannedMessage(id, new IssueMessage(issue) { Id = id, Source = "/speed" }.ToJson(), id, []);
    }

    private TimeSpan[] PerIssue(TimeSpan[] before, TimeSpan[] after) =>
        [.. before.Zip(after, (earlier, later) => (later - earlier) / settings.Issues)];

    // What it costs does not depend on what else the machine does, as its rate does.
    private static string Told(string consumer, TimeSpan[] busy) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"a processor for each: {consumer} {busy[0].TotalMicroseconds:F0} us, database {busy[1].TotalMicroseconds:F0} us, "
                + $"broker {busy[2].TotalMicroseconds:F0} us"
        );

    private static string Told(int rounds, bool isLevel) =>
        string.Create(CultureInfo.InvariantCulture, $"the median of the last 3 of {rounds} rounds{(isLevel ? "" : ", not level")}");

    private Task TellAsync(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
