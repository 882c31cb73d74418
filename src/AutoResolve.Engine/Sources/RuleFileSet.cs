using System.Security.Cryptography;
using System.Text;
using AutoResolve.Rules;

namespace AutoResolve.Sources;

/// <summary>The rule files of a source as they were at one moment.</summary>
public sealed class RuleFileSet
{
    private string? _revision;

    /// <summary>These files.</summary>
    /// <param name="files">The files.</param>
    /// <exception cref="ArgumentException">A file is null.</exception>
    public RuleFileSet(IReadOnlyList<RuleFile> files)
        : this(files, [])
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Contains(null!))
            throw new ArgumentException("A file is null.", nameof(files));
    }

    internal RuleFileSet(IReadOnlyList<RuleFile> files, IReadOnlyList<Diagnostic> problems) => (Files, Problems) = (files, problems);

    /// <summary>Those that could be read, by path.</summary>
    public IReadOnlyList<RuleFile> Files { get; }

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; }

    /// <summary>A hash of their content: the first 16 hexadecimal digits of the SHA-256 of their paths and texts.
    /// Equal content, equal revision, whatever the machine or its line endings.</summary>
    public string Revision => _revision ??= RevisionOf(Files);

    internal static string RevisionOf(IReadOnlyList<RuleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var text = file.Content.Span;
            if (text.StartsWith(Encoding.UTF8.Preamble))
                text = text[Encoding.UTF8.Preamble.Length..];
            text = LineEnds.Unify(text);
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{Encoding.UTF8.GetCharCount(text)}\n"));
            hash.AppendData(text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
