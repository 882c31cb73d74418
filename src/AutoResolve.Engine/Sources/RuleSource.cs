using System.Reflection;
using AutoResolve.Sources.Watching;

namespace AutoResolve.Sources;

/// <summary>The sources of rules that are there.</summary>
public static class RuleSource
{
    /// <summary>The rule files of a folder and its sub-folders. Links to files are followed, links to folders are told as errors.</summary>
    /// <param name="path">The folder. A relative path starts at the current folder.</param>
    /// <param name="poll">Whether changes are only looked for, every <c>AutoResolveOptions.PollInterval</c>, and not listened for: for
    /// file systems that do not tell them, as some network drives and volumes of containers.</param>
    /// <returns>The source.</returns>
    public static IRuleSource Folder(string path, bool poll = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new FolderRuleSource(path, poll ? null : SystemListening.Begin);
    }

    /// <summary>The rule files of a folder as they are in a revision of the git repository around it. It needs the program
    /// <c>git</c>.</summary>
    /// <param name="folder">The folder. A relative path starts at the current folder.</param>
    /// <param name="revision">What git calls a revision: a commit, a tag, a branch. Where it comes to stand for another commit, the rules
    /// have changed.</param>
    /// <returns>The source.</returns>
    public static IRuleSource GitRevision(string folder, string revision)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentException.ThrowIfNullOrWhiteSpace(revision);
        return new GitRuleSource(folder, revision);
    }

    /// <summary>These files.</summary>
    /// <param name="files">The files.</param>
    /// <returns>The source; it does not change.</returns>
    public static IRuleSource Memory(params IEnumerable<RuleSourceFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new MemoryRuleSource("memory", [.. files]);
    }

    /// <summary>The embedded resources of an assembly whose names begin with a prefix and end in <c>.json</c>. The rest of the name is the
    /// path: of <c>Acme.Rules.documents.json</c> with the prefix <c>Acme.Rules.</c>, or without its last dot, it is
    /// <c>documents.json</c>.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">How the names begin.</param>
    /// <returns>The source; it does not change.</returns>
    public static IRuleSource Embedded(Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(prefix);
        var names = assembly.GetManifestResourceNames();
        var files = names
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => new RuleSourceFile(name[prefix.Length..].TrimStart('.').Replace('\\', '/'), _ => new ValueTask<Stream>(
                assembly.GetManifestResourceStream(name)!
            )))
            .Where(file => RulePaths.IsRuleFile(file.Path));
        var hint =
            names.Length == 0
                ? " The assembly has no embedded resources: add <EmbeddedResource Include=\"…\" /> to its project."
                : $" The assembly has these resources: {string.Join(", ", names.Order(StringComparer.Ordinal))}.";
        return new MemoryRuleSource($"{assembly.GetName().Name}, {prefix}*", [.. files], hint);
    }

    /// <summary>What messages call a source, also one whose <see cref="IRuleSource.Name"/> throws or is empty.</summary>
    /// <param name="source">The source.</param>
    /// <returns>Its name, else that of its type.</returns>
    public static string NameOf(IRuleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return SourceName.Of(source);
    }
}
