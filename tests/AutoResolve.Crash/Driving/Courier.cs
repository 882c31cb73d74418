using System.Collections.Concurrent;
using AutoResolve.Crash.Hosting;

namespace AutoResolve.Crash.Driving;

/// <summary>Delivers as a queue does: to any host, at times to two at once, and again until it is answered for good.</summary>
internal sealed class Courier(HostPool pool, Progress progress, CancellationToken cancellationToken)
{
    // An answer that says "later" costs nothing to get.
    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<Delivery> _deliveries = [];
    private readonly ConcurrentQueue<string> _failures = [];
    private int _attempts;

    /// <summary>What was delivered, in the order of answers.</summary>
    public IReadOnlyCollection<Delivery> Deliveries => _deliveries;

    /// <summary>How often something was handed to a host.</summary>
    public int Attempts => _attempts;

    /// <summary>What hosts threw that they should not.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>What a delivery says.</summary>
    public static IReadOnlyList<string> Heard(Order order) =>
        order.Do == OrderKind.Continue
            ? [CaseStory.TurnId(order.Turn)]
            : [CaseStory.VersionId(order.Version), .. Enumerable.Range(1, order.Turn).Select(CaseStory.TurnId)];

    /// <param name="story">The case.</param>
    /// <param name="order">What is delivered.</param>
    /// <param name="hosts">To how many hosts at once.</param>
    public async Task DeliverAsync(CaseStory story, Order order, int hosts)
    {
        foreach (var answer in await UntilAnsweredAsync(order, hosts))
            Add(story, order, answer);
        progress.Answered();
    }

    /// <summary>Delivers to all hosts, one after the other; none must be hit meanwhile.</summary>
    public async Task DeliverToEachAsync(CaseStory story, Order order)
    {
        foreach (var host in await pool.AllAsync(cancellationToken))
        {
            Reply? answer;
            while ((answer = await AskAsync(host, order)) is null)
                await Task.Delay(Later, cancellationToken);
            Add(story, order, answer);
        }
    }

    /// <summary>Has one host do something once.</summary>
    /// <returns>Null where it did not answer, or said that it is under way.</returns>
    public async Task<Reply?> AskAsync(IDrivenHost host, Order order)
    {
        Interlocked.Increment(ref _attempts);
        var reply = await host.SendAsync(order);
        if (reply?.Failure is { } failure)
            _failures.Enqueue($"{host.Settings.Name}: {order.Do} of case {order.Case} threw {failure}");
        return reply is { IsOpen: true } ? null : reply;
    }

    private void Add(CaseStory story, Order order, Reply answer) =>
        _deliveries.Enqueue(new Delivery(story.Reference.ToString(), Heard(order), answer));

    private async Task<IReadOnlyList<Reply>> UntilAnsweredAsync(Order order, int hosts)
    {
        for (var count = hosts; ; count = 1)
        {
            var picked = await pool.PickAsync(count, cancellationToken);
            var answers = await Task.WhenAll(picked.Select(host => AskAsync(host, order)));
            if (answers.OfType<Reply>().ToList() is { Count: > 0 } final)
                return final;
            await Task.Delay(Later, cancellationToken);
        }
    }
}
