using AutoResolve.Journaling;
using AutoResolve.Scenarios.Faults;
using AutoResolve.Scenarios.Hosting;
using AutoResolve.Scenarios.Telling;
using AutoResolve.Scenarios.Worlds;

namespace AutoResolve.Scenarios.Running;

/// <summary>Runs one story once, through the public API only.</summary>
internal sealed class StoryRun
{
    private const int PartsOfWait = 20;
    private const int Rounds = 10;

    private readonly Story _story;
    private readonly StoryStore _store;
    private readonly Fault? _fault;
    private readonly Timeline _timeline = new();
    private readonly World _world;
    private readonly FaultPlan _plan;
    private readonly IJournal _journal;
    private readonly Requests _requests;
    private readonly Hosts _hosts;
    private readonly Lock _lock = new();
    private readonly HashSet<CaseReference> _cases = [];
    private readonly List<Told> _tellings = [];
    private readonly List<string> _misunderstandings = [];
    private readonly List<string> _problems = [];

    private StoryRun(Story story, StoryRules rules, StoryStore store, Fault? fault)
    {
        (_story, _store, _fault) = (story, store, fault);
        _world = new World(story.Handlers, _timeline);
        _plan = new FaultPlan(fault, store.Silence, _timeline, store.Clock.Time);
        _journal = store.Open();
        _requests = new Requests(_journal, _world);
        _hosts = new Hosts(rules, _world, _plan, store, _journal);
    }

    /// <summary>Runs a story.</summary>
    /// <param name="story">The story.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="store">An empty journal.</param>
    /// <param name="fault">What goes wrong; null for nothing.</param>
    public static async Task<StoryEnd> RunAsync(Story story, StoryRules rules, StoryStore store, Fault? fault = null)
    {
        var run = new StoryRun(story, rules, store, fault);
        try
        {
            return await run.TellAsync();
        }
        finally
        {
            await run._hosts.StopAsync();
        }
    }

    private async Task<StoryEnd> TellAsync()
    {
        await _hosts.FindAsync();
        _store.Clock.Begin();
        for (var place = 0; place < _story.Steps.Count; place++)
        {
            var open = await StepAsync(_story.Steps[place], place + 1);
            await _hosts.SettleAsync();
            if (_hosts.IsStruck)
                await RecoverAsync(open);
        }

        for (var round = 0; _plan.Struck is not null && round < Rounds && await HasWorkAsync(); round++)
            await ComeBackAsync();
        return await EndAsync();
    }

    /// <returns>What was asked for and not answered.</returns>
    private async Task<IReadOnlyList<Request>> StepAsync(StoryStep step, int number)
    {
        switch (step)
        {
            case { OtherHost: true }:
                _hosts.Switch();
                return [];
            case { Restart: true }:
                await _hosts.RestartAsync();
                return [];
            case { Rules: { } rules }:
                await _hosts.ChangeAsync(rules);
                return [];
            case { Wait: { } wait }:
                await _hosts.PassAsync(wait, PartsOfWait);
                return [];
            default:
                return await AskAsync([.. (step.AtOnce ?? [step]).Select(_requests.Of)], step.Said, number);
        }
    }

    /// <summary>Asks hosts, the current one first and then in turn, and compares what they say with what the story says.</summary>
    /// <returns>What was not answered.</returns>
    private async Task<IReadOnlyList<Request>> AskAsync(IReadOnlyList<Request> requests, IReadOnlyList<string> said, int number)
    {
        var hosts = new List<StoryHost>();
        for (var place = 0; place < requests.Count; place++)
            hosts.Add(await _hosts.FindAsync(place));
        var replies = await Task.WhenAll(requests.Select((request, place) => AskAsync(hosts[place], request)));
        if (_fault is null && said.Count > 0 && !Orders(replies).Any(order => order.Zip(said).All(pair => pair.First.Is(pair.Second))))
        {
            var names = string.Join(" and ", requests.Select(request => request.Name));
            var told = string.Join(", ", replies.Select(reply => reply.Says));
            _misunderstandings.Add($"step {number}, {names}: is told {told}; should be {string.Join(", ", said)}");
        }

        return [.. requests.Where((_, place) => !replies[place].IsAnswer)];
    }

    private async Task<Reply> AskAsync(StoryHost host, Request request)
    {
        using var caller = new CancellationTokenSource();
        if (request.CancelDuring is { } handler)
            _world.CancelDuring(handler, caller);
        try
        {
            var asked = Task.Run(() => request.Act(host, caller.Token));
            var disposition = await _hosts.AwaitAsync(host, asked) ? await asked : null;
            Note(request, disposition);
            return asked.IsCompleted ? Reply.Of(disposition) : Reply.None;
        }
        catch (ArgumentException)
        {
            return Reply.Refused;
        }
        catch (OperationCanceledException) when (caller.IsCancellationRequested)
        {
            Note(request, null);
            return Reply.Cancelled;
        }
        catch (Exception exception) when (exception is not TimeoutException)
        {
            Note(request, null);
            return new Reply($"{exception.GetType().Name}: {exception.Message}", IsAnswer: false);
        }
        finally
        {
            if (request.CancelDuring is { } past)
                _world.StayDuring(past);
        }
    }

    private void Note(Request request, Disposition? disposition)
    {
        if (request.Case is not { } reference)
            return;
        lock (_lock)
        {
            _cases.Add(reference);
            if (disposition is not null)
                _tellings.Add(new Told(request.Name, reference, disposition, _timeline.Next()));
        }
    }

    private static IEnumerable<Reply[]> Orders(Reply[] replies) =>
        replies.Length <= 1
            ? [replies]
            : replies.SelectMany(
                (first, place) => Orders([.. replies.Where((_, other) => other != place)]).Select(rest => (Reply[])[first, .. rest])
            );

    /// <summary>What becomes of it in the end: hosts come back, and what was not answered is asked for again.</summary>
    private async Task RecoverAsync(IReadOnlyList<Request> open)
    {
        await ComeBackAsync();
        foreach (var request in open.Select(request => request with { CancelDuring = null }))
        {
            var round = 0;
            for (; round < Rounds && !(await AskAsync(await _hosts.FindAsync(), request)).IsAnswer; round++)
                await ComeBackAsync();
            if (round == Rounds)
                _problems.Add($"The {request.Name} is not answered however often it is asked for.");
        }
    }

    private async Task ComeBackAsync()
    {
        if (!await _hosts.ComeBackAsync())
            _problems.Add("Hosts take something up again and again.");
    }

    private async Task<bool> HasWorkAsync()
    {
        await foreach (var _ in _journal.ReadCasesAsync(new CaseQuery { Owner = CaseOwner.Automation, Limit = 1 }))
            return true;
        return false;
    }

    private async Task<StoryEnd> EndAsync()
    {
        var cases = new Dictionary<CaseReference, CaseRecord?>();
        foreach (var reference in _cases)
            cases[reference] = await _journal.FindCaseAsync(reference);
        var unfinished = new List<JournalEntry>();
        await foreach (var entry in _journal.ReadAsync(new JournalQuery { Unfinished = true }))
            unfinished.Add(entry);
        return new StoryEnd
        {
            Fault = _fault,
            Misunderstandings = _misunderstandings,
            Problems = [.. _problems.Distinct()],
            Calls = _world.Calls,
            Tellings = _tellings,
            Cases = cases,
            Unfinished = unfinished,
            Writes = _plan.Writes,
            Struck = _plan.Struck,
            Written = _plan.WrittenSoFar,
        };
    }
}
