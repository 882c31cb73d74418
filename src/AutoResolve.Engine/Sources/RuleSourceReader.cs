using System.Globalization;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;

namespace AutoResolve.Sources;

/// <summary>Reads all files of a source, again and again, within limits: a rulebook's option <see cref="RulebookOptions.MaxFileBytes"/> and
/// <see cref="RulebookOptions.SourceTimeout"/>, 20,000 files, 256 MiB. Whatever is wrong with it is a diagnostic.</summary>
public sealed class RuleSourceReader
{
    private readonly IRuleSource _source;
    private readonly TimeProvider _timeProvider;
    private readonly SourceLimits _limits;
    private Task? _last;
    private DateTimeOffset _begun;

    /// <summary>A reader of one source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="timeProvider">The clock by which its time limit is measured; default: the system's.</param>
    public RuleSourceReader(IRuleSource source, TimeProvider? timeProvider = null)
        : this(source, timeProvider, SourceLimits.Default) { }

    internal RuleSourceReader(IRuleSource source, TimeProvider? timeProvider, SourceLimits limits)
    {
        ArgumentNullException.ThrowIfNull(source);
        (_source, _timeProvider, _limits) = (source, timeProvider ?? TimeProvider.System, limits);
    }

    /// <summary>
    /// Reads the source. One call at a time; where an earlier reading has never ended, that is reported, and nothing is read.
    /// </summary>
    /// <param name="options">The limits; null for <see cref="RulebookOptions"/> as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The files that could be read, and what could not.</returns>
    /// <exception cref="ArgumentException"><paramref name="options"/> has a wrong value, see
    /// <see cref="RulebookOptions.Validate"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was signalled.</exception>
    public async Task<RuleFileSet> ReadAsync(RulebookOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = RulebookOptions.Checked(options, nameof(options));
        List<Diagnostic> problems = [];
        var files = await ReadAsync(options.MaxFileBytes, options.SourceTimeout, problems, cancellationToken).ConfigureAwait(false);
        return new RuleFileSet(files, problems);
    }

    /// <param name="maxFileBytes">The largest file that is read.</param>
    /// <param name="timeout">How long the source may take.</param>
    /// <param name="diagnostics">Takes the problems.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The files that could be read, by path.</returns>
    internal async Task<IReadOnlyList<RuleFile>> ReadAsync(
        long maxFileBytes,
        TimeSpan timeout,
        ICollection<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        // A source that never comes back is not asked again and again, each time with a thread less.
        if (_last is { IsCompleted: false })
        {
            diagnostics.Add(HasNotEnded());
            return [];
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = new Reading(maxFileBytes, _limits, stop.Token);
        try
        {
            // On a thread of its own, since a source may block.
            var read = Task.Run(() => reading.ReadAsync(_source), CancellationToken.None);
            (_last, _begun) = (read, _timeProvider.GetUtcNow());
            await read.WaitAsync(timeout, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (_last is { IsCompleted: false })
        {
            await stop.CancelAsync().ConfigureAwait(false);
            diagnostics.Add(TookTooLong(timeout));
            return [];
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (MissingFolderException exception)
        {
            diagnostics.Add(OfSource(ReadingCodes.MissingFolder, exception.Message));
            return [];
        }
        catch (GitException exception)
        {
            diagnostics.Add(
                OfSource(ReadingCodes.SourceFailed, $"The rules cannot be read from '{SourceName.Of(_source)}': {exception.Message}")
            );
            return [];
        }
        catch (SourceTooLargeException exception)
        {
            diagnostics.Add(
                OfSource(
                    ReadingCodes.SourceTooLarge,
                    $"The rules in '{SourceName.Of(_source)}' have {exception.Message}: have it give only files of rules, "
                        + "put the rules of a topic into one file, or make several rulebooks of them."
                )
            );
            return [];
        }
        catch (Exception exception)
        {
            diagnostics.Add(
                OfSource(
                    ReadingCodes.SourceFailed,
                    $"The rules cannot be read from '{SourceName.Of(_source)}', which failed with "
                        + $"{exception.GetType().Name}: {exception.Message}"
                )
            );
            return [];
        }

        return Accept(reading, diagnostics);
    }

    private List<RuleFile> Accept(Reading reading, ICollection<Diagnostic> diagnostics)
    {
        if (reading.Files.Count == 0 && reading.Problems.TrueForAll(problem => problem.Severity != DiagnosticSeverity.Error))
        {
            diagnostics.Add(
                OfSource(
                    ReadingCodes.NoFiles,
                    $"There are no rule files in '{SourceName.Of(_source)}': add one that ends in .json "
                        + "(the folders 'samples' and 'docs' do not count)."
                        + (_source as MemoryRuleSource)?.Hint
                )
            );
        }

        foreach (var problem in reading.Problems)
            diagnostics.Add(problem);
        return [.. reading.Files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private Diagnostic TookTooLong(TimeSpan timeout) =>
        OfSource(
            ReadingCodes.SourceTooSlow,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The rules could not be read from '{SourceName.Of(_source)}' within {timeout.TotalSeconds:0.###} seconds: "
            ) + "see why it does not answer, or allow more time (SourceTimeout)."
        );

    private Diagnostic HasNotEnded() =>
        OfSource(
            ReadingCodes.SourceTooSlow,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The rules are not read from '{SourceName.Of(_source)}' again, for the reading of {_begun.UtcDateTime:u} has not ended: "
            ) + "see why it does not answer; where it never will, start the host anew."
        );

    private static Diagnostic OfSource(string code, string message) =>
        SourceLocation.OfFile("").Report(code, DiagnosticSeverity.Error, message);

    /// <summary>One reading, of which nothing is used where it takes too long.</summary>
    private sealed class Reading(long maxFileBytes, SourceLimits limits, CancellationToken cancellationToken)
    {
        private const string PathNeeded =
            "No rule file has such a path: it is relative, with forward slashes, ends in .json, and lies in no folder that is called "
            + "'samples' or 'docs' or begins with a dot. Rename it, or have the source leave it out.";

        private const string NotRead =
            "This is not read: rule files end in .json, and may hold comments. Rename it, or put it into a folder 'docs' or 'samples'.";

        private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
        private readonly long _maxBytes = Math.Max(limits.MaxBytes, maxFileBytes);
        private int _given;
        private long _bytes;

        public Dictionary<string, RuleFile> Files { get; } = new(StringComparer.Ordinal);

        public List<Diagnostic> Problems { get; } = [];

        public async Task ReadAsync(IRuleSource source)
        {
            await foreach (var file in source.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (file is null)
                    throw new InvalidOperationException("It gave null for a file.");
                if (++_given > limits.MaxFiles)
                    throw TooLarge("files", limits.MaxFiles);
                if (file.Problem is { } problem)
                    Report(file, ReadingCodes.Unreadable, $"This cannot be read: {problem}.");
                else if (file.IsLookalike)
                    Report(file, ReadingCodes.Lookalike, NotRead, DiagnosticSeverity.Warning);
                else if (file.Path.Any(char.IsControl))
                    Report(file, ReadingCodes.BadPath, "This path holds a control character, such as the end of a line: rename the file.");
                else if (!RulePaths.IsRuleFile(file.Path))
                    Report(file, ReadingCodes.BadPath, PathNeeded);
                else if (!_paths.Add(file.Path))
                    Report(file, ReadingCodes.DuplicatePath, "The source gives this path twice: give each file a path of its own.");
                else
                    await ReadAsync(file).ConfigureAwait(false);
                if (_bytes > _maxBytes)
                    throw TooLarge("bytes", _maxBytes);
            }
        }

        private static SourceTooLargeException TooLarge(string what, long most) =>
            new(string.Create(CultureInfo.InvariantCulture, $"more than {most:N0} {what}"));

        private async Task ReadAsync(RuleSourceFile file)
        {
            try
            {
                var stream = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
                await using (stream.ConfigureAwait(false))
                {
                    if (await ContentAsync(stream).ConfigureAwait(false) is { } content)
                    {
                        _bytes += content.Length;
                        Files.Add(file.Path, new RuleFile(file.Path, content) { IsBuilt = file.IsBuilt });
                    }
                    else
                    {
                        Report(file, ReadingCodes.TooLarge, TooLarge(stream));
                    }
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Report(file, ReadingCodes.Unreadable, $"This cannot be read: {ReadingFailure.Describe(exception)}.");
            }
        }

        /// <returns>Null where it is too long.</returns>
        private async ValueTask<byte[]?> ContentAsync(Stream stream)
        {
            if (stream.CanSeek && stream.Length > maxFileBytes)
                return null;
            using var content = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                content.Write(buffer, 0, read);
                if (content.Length > maxFileBytes)
                    return null;
            }

            return content.ToArray();
        }

        private string TooLarge(Stream stream)
        {
            var size = stream.CanSeek ? stream.Length.ToString("N0", CultureInfo.InvariantCulture) : "too many";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"This file has {size} bytes; at most {maxFileBytes:N0} are read. Split the set into several files."
            );
        }

        private static string Printable(string path) => string.Concat(path.Select(unit => char.IsControl(unit) ? '\uFFFD' : unit));

        private void Report(RuleSourceFile file, string code, string message, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
            Problems.Add(SourceLocation.OfFile(Printable(file.Path)).Report(code, severity, message));
    }
}
