using AutoResolve.Journaling;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Tests.Actions;

/// <summary>Two hosts on one journal: takes steps, and after each looks at what is stopped.</summary>
internal sealed class SwitchRun : IAsyncDisposable
{
    private static readonly string?[] Names = [null, "alpha", "beta"];

    private readonly Rulebook _rules;
    private readonly FaultyJournal _journal = new();
    private readonly SwitchedHost[] _hosts;
    private SwitchStepKind _writing = SwitchStepKind.CanWrite;
    private Action<JournalEntry> _whileWriting = _ => { };
    private int _reasons;
    private bool _mayWriteTwice;

    public SwitchRun(Rulebook rules)
    {
        _rules = rules;
        _hosts = [new SwitchedHost(_journal, rules), new SwitchedHost(_journal, rules)];
        _journal.Refuses = entry =>
        {
            _whileWriting(entry);
            return _writing == SwitchStepKind.CannotWrite;
        };
        _journal.LosesAnswer = _ => _writing == SwitchStepKind.LosesAnswers;
    }

    private bool CanWrite => _writing == SwitchStepKind.CanWrite;

    private bool CanRead => !_journal.CannotBeRead;

    public async Task TakeAsync(SwitchStep step)
    {
        var host = _hosts[step.Host];
        switch (step.Kind)
        {
            case SwitchStepKind.Stop:
                await FailsUnlessAsync(CanWrite, host.TellAsync("stop", step.Rule, NextReason()));
                break;
            case SwitchStepKind.Resume:
                await ResumeAsync(host, step.Rule);
                if (CanWrite && CanRead)
                    Assert.Equal(step.Rule is not null && host.Switch.IsStopped(), host.Switch.IsStopped(step.Rule));
                break;
            case SwitchStepKind.StopDuringResume:
                await StopDuringResumeAsync(host, step.Rule);
                break;
            case SwitchStepKind.Refresh:
                await ReadAsync(host, host.Switch.RefreshAsync(default).AsTask());
                break;
            case SwitchStepKind.Recover:
                await ReadAsync(host, host.RecoverAsync());
                break;
            case SwitchStepKind.BeginRefresh when host.Refresh is null:
                await BeginRefreshAsync(host);
                break;
            case SwitchStepKind.EndRefresh:
                await EndRefreshAsync(host);
                break;
            case SwitchStepKind.NewHost:
                await EndRefreshAsync(host);
                await host.DisposeAsync();
                _hosts[step.Host] = new SwitchedHost(_journal, _rules);
                break;
            case SwitchStepKind.CannotWrite or SwitchStepKind.LosesAnswers or SwitchStepKind.CanWrite:
                _writing = step.Kind;
                break;
            case SwitchStepKind.CannotRead or SwitchStepKind.CanRead:
                _journal.CannotBeRead = step.Kind == SwitchStepKind.CannotRead;
                break;
        }

        var journal = await JournalAsync();
        Assert.True(_mayWriteTwice || journal.DistinctBy(entry => entry.Reason).Count() == journal.Count, "It is written twice.");
        foreach (var each in _hosts)
            Assert.All(Names, name => Assert.Equal(each.MustBeStopped(journal, name), each.Switch.IsStopped(name)));
    }

    /// <summary>The journal is back for good: what it says in order is what holds in both hosts.</summary>
    public async Task SettleAsync()
    {
        _writing = SwitchStepKind.CanWrite;
        _journal.CannotBeRead = false;
        for (var round = 0; round < 3; round++)
        {
            foreach (var host in _hosts)
            {
                await EndRefreshAsync(host);
                await host.Switch.RefreshAsync(default);
            }
        }

        var journal = await JournalAsync();
        bool IsStopped(string? name) => journal.LastOrDefault(entry => entry.RuleId == name).Label == "stop";
        foreach (var host in _hosts)
            Assert.All(Names, name => Assert.Equal(IsStopped(null) || IsStopped(name), host.Switch.IsStopped(name)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    private static async Task FailsUnlessAsync(bool succeeds, Task task)
    {
        if (succeeds)
            await task;
        else
            await Assert.ThrowsAsync<JournalException>(() => task);
    }

    private async Task ResumeAsync(SwitchedHost host, string? rule) =>
        await ReadAsync(host, host.TellAsync("resume", rule, NextReason()), CanWrite);

    private async Task StopDuringResumeAsync(SwitchedHost host, string? rule)
    {
        _mayWriteTwice = true;
        Task? stop = null;
        _whileWriting = entry =>
        {
            if (entry.Label == "resume")
                stop ??= host.TellAsync("stop", rule, NextReason());
        };
        await ResumeAsync(host, rule);
        _whileWriting = _ => { };
        if (stop is not null)
            await FailsUnlessAsync(CanWrite, stop);
    }

    private async Task ReadAsync(SwitchedHost host, Task reading, bool isWritten = true)
    {
        await FailsUnlessAsync(isWritten && CanRead, reading);
        if (!isWritten)
            return;
        var journal = await JournalAsync();
        if (CanRead)
            host.HasRead(journal.Count);
        if (_writing != SwitchStepKind.CannotWrite)
            Assert.Empty(host.Missing(journal));
    }

    private async Task BeginRefreshAsync(SwitchedHost host)
    {
        var gate = new TaskCompletionSource();
        _journal.Reading = _ =>
        {
            _journal.Reading = _ => Task.CompletedTask;
            return gate.Task;
        };
        var refresh = host.Switch.RefreshAsync(default).AsTask();
        _journal.Reading = _ => Task.CompletedTask;
        if (CanRead)
            host.Refresh = (gate, refresh, (await JournalAsync()).Count);
        else
            await Assert.ThrowsAsync<JournalException>(() => refresh);
    }

    private static async Task EndRefreshAsync(SwitchedHost host)
    {
        if (host.Refresh is not var (gate, ends, seen))
            return;
        gate.SetResult();
        await ends;
        host.HasRead(seen);
        host.Refresh = null;
    }

    private async Task<List<(string Label, string? RuleId, string Reason)>> JournalAsync()
    {
        var wasDown = _journal.CannotBeRead;
        _journal.CannotBeRead = false;
        var entries = await _journal
            .ReadAsync(new JournalQuery { Kinds = [JournalEntryKind.Switch] })
            .Select(entry => (entry.Label, entry.RuleId, (string)JObject.Parse(entry.Content)["reason"]!))
            .ToListAsync();
        _journal.CannotBeRead = wasDown;
        return entries;
    }

    // Nothing in which a redactor sees a number.
    private string NextReason() => $"reason {string.Concat(_reasons++.ToString(null, null).Select(digit => (char)(digit - '0' + 'a')))}";
}
