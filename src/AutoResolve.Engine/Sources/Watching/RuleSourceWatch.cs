namespace AutoResolve.Sources.Watching;

/// <summary>Reads a source of rules, watches it, and tells when it is to be read again: after a change, and where it could not be
/// read.</summary>
public sealed class RuleSourceWatch : IDisposable
{
    private readonly Func<RuleSourceReader> _newReader;
    private readonly Func<RulebookOptions> _options;
    private readonly ChangeWatch _watch;
    private RuleSourceReader? _reader;
    private string? _seen;

    /// <summary>A watch that has not begun.</summary>
    /// <param name="source">Gives the source, when it is first needed.</param>
    /// <param name="pollInterval">How often to look for changes that nobody tells: longer than zero, at most 1 day.</param>
    /// <param name="options">The limits.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="changed">Called when the source is to be read again, one call at a time; true where nothing is known of a change. It
    /// must not throw.</param>
    /// <param name="turned">Called when changes come to be found in another way. It must not throw.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pollInterval"/> is out of its range.</exception>
    public RuleSourceWatch(
        Func<IRuleSource> source,
        TimeSpan pollInterval,
        Func<RulebookOptions> options,
        TimeProvider timeProvider,
        Func<bool, Task> changed,
        Action<WatchState> turned
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _newReader = () => new RuleSourceReader(source(), timeProvider);
        _watch = new ChangeWatch(() => source().Watch(), pollInterval, () => options().SourceTimeout, timeProvider, changed, turned);
    }

    /// <summary>How changes are found at present.</summary>
    public WatchState State => _watch.State;

    /// <summary>Begins, where it has not begun and is not over. Begin before you read, so that no change falls between the two.</summary>
    /// <param name="cancellationToken">Ends the wait, not the watching.</param>
    /// <returns>Ends once changes are told, or it is known that they cannot be.</returns>
    public Task BeginAsync(CancellationToken cancellationToken) => _watch.BeginAsync(cancellationToken);

    /// <summary>Reads the source, one call at a time. Where something of it cannot be read (<see cref="Rules.Diagnostic.IsReadFailure"/>),
    /// it is told to be read again, after 1 second, then 2, 4 and so on, at most the poll interval or 15 seconds.</summary>
    /// <param name="isGuess">Whether nothing is known of a change.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The files; null where nothing was known of a change, and there is none.</returns>
    /// <exception cref="ArgumentException">The options have a wrong value, see <see cref="RulebookOptions.Validate"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public async Task<RuleFileSet?> ReadAsync(bool isGuess = false, CancellationToken cancellationToken = default)
    {
        // Where reading fails, what is there next is not known to have been read.
        var known = _seen;
        _seen = null;
        var isRead = false;
        try
        {
            _reader ??= _newReader();
            var files = await _reader.ReadAsync(_options(), cancellationToken).ConfigureAwait(false);
            isRead = !files.Problems.Any(problem => problem.IsReadFailure);
            _seen = string.Join('\n', files.Problems.Select(problem => problem.ToString()).Prepend(files.Revision));
            return isGuess && _seen == known ? null : files;
        }
        finally
        {
            if (!isRead)
                _watch.TryAgain();
        }
    }

    /// <summary>Ends the watching; waits 2 seconds at most for what is under way.</summary>
    public void Dispose() => _watch.Dispose();
}
