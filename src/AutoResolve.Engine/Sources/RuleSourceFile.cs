using System.Text;

namespace AutoResolve.Sources;

/// <summary>A rule file that a source offers: its path, and its content or why that cannot be read.</summary>
public sealed class RuleSourceFile
{
    private readonly Func<CancellationToken, ValueTask<Stream>> _open;

    /// <summary>A file of these bytes.</summary>
    /// <param name="path">Its path within the source, unique there, with forward slashes: <c>sign-in/codes.json</c>.</param>
    /// <param name="content">UTF-8, with or without a byte order mark.</param>
    public RuleSourceFile(string path, ReadOnlyMemory<byte> content)
        : this(path, _ => new ValueTask<Stream>(new MemoryStream(content.ToArray(), writable: false))) { }

    /// <summary>A file of this text.</summary>
    /// <param name="path">Its path within the source, unique there, with forward slashes: <c>sign-in/codes.json</c>.</param>
    /// <param name="json">The text.</param>
    public RuleSourceFile(string path, string json)
        : this(path, Bytes(json)) { }

    /// <summary>A file that is opened when it is read.</summary>
    /// <param name="path">Its path within the source, unique there, with forward slashes: <c>sign-in/codes.json</c>.</param>
    /// <param name="open">Opens it: UTF-8, with or without a byte order mark. Called each time that the source is read; the stream is
    /// disposed of. What it throws is told as an error of the file.</param>
    public RuleSourceFile(string path, Func<CancellationToken, ValueTask<Stream>> open)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(open);
        (Path, _open) = (path, open);
    }

    /// <summary>The path within the source, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Whether it was written in code.</summary>
    internal bool IsBuilt { get; init; }

    /// <summary>Whether it is told as a file that is not read.</summary>
    internal bool IsLookalike { get; private init; }

    /// <summary>Why it cannot be read; null where it may be.</summary>
    internal string? Problem { get; private init; }

    /// <summary>A file, or a folder of files, that is there and cannot be read. Loading tells it as an error.</summary>
    /// <param name="path">Its path within the source.</param>
    /// <param name="problem">Why, and what to do, as a sentence goes on: <c>it is locked; try again</c>.</param>
    /// <returns>The file.</returns>
    public static RuleSourceFile Unreadable(string path, string problem)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(problem);
        return new(path, _ => throw new IOException(problem)) { Problem = problem };
    }

    /// <summary>A file that may be taken for a rule file by its name, and is none.</summary>
    internal static RuleSourceFile Lookalike(string path) => new(path, "") { IsLookalike = true };

    /// <summary>Whether a path is that of a rule file: relative, with forward slashes; its name ends in <c>.json</c> and is not
    /// <c>autoresolve.schema.json</c>; no part of it begins with a dot, and no folder is called <c>samples</c> or <c>docs</c>.</summary>
    /// <remarks>For sources that hold other files too.</remarks>
    /// <param name="path">The path.</param>
    /// <returns>True where it counts.</returns>
    public static bool IsRuleFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return RulePaths.IsRuleFile(path);
    }

    internal ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) => _open(cancellationToken);

    private static ReadOnlyMemory<byte> Bytes(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Encoding.UTF8.GetBytes(json);
    }
}
