namespace AutoResolve.Testing;

/// <summary>An answer channel for tests: it records each call, and fails when told to. Safe for any number of threads.</summary>
/// <example>
/// <code>
/// var channel = new FakeAnswerChannel();
/// services.AddSingleton&lt;IAnswerChannel&gt;(channel);
/// services.AddAutoResolve().AddAnswerChannel&lt;FakeAnswerChannel&gt;().UseInMemoryJournal();
/// </code>
/// </example>
public sealed class FakeAnswerChannel : IAnswerChannel
{
    private readonly CallLog<ChannelCall> _log = new(call => call.Key, call => call.Failure);

    /// <summary>All calls so far, in order, those that failed included.</summary>
    public IReadOnlyList<ChannelCall> Calls => _log.Calls;

    /// <summary>What customers got from a channel that heeds keys: of each key the first call that did not fail, in order.</summary>
    public IReadOnlyList<ChannelCall> Sent => _log.Done;

    /// <summary>Has the next calls fail. Called again, it adds to what was said before.</summary>
    /// <param name="calls">How many.</param>
    /// <param name="exception">What they throw; null for an <see cref="InvalidOperationException"/>.</param>
    public void FailNext(int calls = 1, Exception? exception = null) => _log.FailNext(calls, exception);

    /// <summary>Has calls fail from now on, beside those of <see cref="FailNext"/>. Said again, it replaces what was said before.</summary>
    /// <param name="condition">Which. It must not call this channel.</param>
    /// <param name="exception">What they throw; null for an <see cref="InvalidOperationException"/>.</param>
    public void FailWhen(Func<ChannelCall, bool> condition, Exception? exception = null) => _log.FailWhen(condition, exception);

    /// <summary>Has no call fail from now on.</summary>
    public void StopFailing() => _log.StopFailing();

    /// <inheritdoc />
    public ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add(ChannelCallKind.Answer, issue, idempotencyKey, call => call with { Answer = answer }, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask AskAsync(Issue issue, IReadOnlyList<Question> questions, string idempotencyKey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return Add(ChannelCallKind.Questions, issue, idempotencyKey, call => call with { Questions = [.. questions] }, cancellationToken);
    }

    private ValueTask Add(
        ChannelCallKind kind,
        Issue issue,
        string key,
        Func<ChannelCall, ChannelCall> with,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _log.Add(
            number =>
                with(
                    new ChannelCall
                    {
                        Number = number,
                        Kind = kind,
                        Issue = issue,
                        Key = key,
                    }
                ),
            (call, failure) => call with { Failure = failure },
            cancellationToken
        );
    }
}
