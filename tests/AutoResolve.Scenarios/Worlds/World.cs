using AutoResolve.Testing;

namespace AutoResolve.Scenarios.Worlds;

/// <summary>What is outside of all hosts of a run and outlives them. It keeps what was done to it, and how calls are to end.</summary>
internal sealed class World
{
    public const string Answer = "answer";
    public const string Ask = "ask";
    public const string Route = "route";
    public const string Escalate = "escalate";
    public const string Update = "update";
    public const string Tag = "tag";

    private const string ChannelScript = "channel";
    private const string TicketScript = "tickets";
    private const string Throws = "throw";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<string>> _scripts;
    private readonly List<WorldCall> _calls = [];
    private readonly Dictionary<string, CancellationTokenSource> _callers = [];
    private int _atWork;
    private int _hanging;

    /// <param name="scripts">How calls end, by handler.</param>
    /// <param name="timeline">The order of the run.</param>
    public World(IReadOnlyDictionary<string, IReadOnlyList<string>> scripts, Timeline timeline)
    {
        _scripts = scripts.ToDictionary(script => script.Key, script => new Queue<string>(script.Value), StringComparer.Ordinal);
        Timeline = timeline;
        Channel.FailWhen(_ => Next(ChannelScript) == Throws);
        Tickets.FailWhen(_ => Next(TicketScript) == Throws);
    }

    public Timeline Timeline { get; }

    public FakeAnswerChannel Channel { get; } = new();

    public FakeTicketSystem Tickets { get; } = new();

    /// <summary>How many calls have not ended.</summary>
    public int AtWork => Volatile.Read(ref _atWork);

    /// <summary>Whether a handler waits for its time limit.</summary>
    public bool IsHanging => Volatile.Read(ref _hanging) > 0;

    public IReadOnlyList<WorldCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>The key of a message that went out.</summary>
    /// <param name="reference">The case.</param>
    /// <param name="number">Its number among those of the case, from 1.</param>
    public string KeyOfMessage(CaseReference reference, int number) =>
        Calls
            .Where(call => call.Case == reference && call.Verb is Answer or Ask && !call.IsRefused)
            .DistinctBy(call => call.Key)
            .ElementAt(number - 1)
            .Key;

    /// <summary>Notes a call as it begins.</summary>
    public WorldCall Begin(string verb, CaseReference reference, string key, string details, Handover? handover = null)
    {
        var call = new WorldCall
        {
            Verb = verb,
            Case = reference,
            Key = key,
            Line = $"{verb} {reference}{details}",
            Handover = handover,
            Started = Timeline.Next(),
        };
        Interlocked.Increment(ref _atWork);
        CancellationTokenSource? caller;
        lock (_lock)
        {
            _calls.Add(call);
            _callers.Remove(verb, out caller);
        }

        caller?.Cancel();
        return call;
    }

    /// <summary>Notes a call's end.</summary>
    public void End(WorldCall call, bool isDone)
    {
        if (isDone)
            call.Done = Timeline.Next();
        Interlocked.Decrement(ref _atWork);
    }

    /// <summary>Notes a call of the channel or the ticket system from its beginning to its end.</summary>
    public async Task CallAsync(string verb, CaseReference reference, string key, string details, Handover? handover, Func<ValueTask> act)
    {
        var call = Begin(verb, reference, key, details, handover);
        try
        {
            await act();
            End(call, isDone: true);
        }
        catch
        {
            call.IsRefused = true;
            End(call, isDone: false);
            throw;
        }
    }

    /// <summary>How the next call of a handler is to end.</summary>
    public string Next(string handler)
    {
        lock (_lock)
            return _scripts.TryGetValue(handler, out var script) && script.TryDequeue(out var end) ? end : "ok";
    }

    /// <summary>Has a caller go away while the next call of a handler runs.</summary>
    public void CancelDuring(string handler, CancellationTokenSource caller)
    {
        lock (_lock)
            _callers[handler] = caller;
    }

    /// <summary>Has no caller go away any more.</summary>
    public void StayDuring(string handler)
    {
        lock (_lock)
            _callers.Remove(handler);
    }

    /// <summary>Waits until a time limit has passed.</summary>
    public async Task HangAsync(CancellationToken limit)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = limit.Register(() => passed.TrySetResult());
        Interlocked.Increment(ref _hanging);
        await passed.Task;
        Interlocked.Decrement(ref _hanging);
    }
}
