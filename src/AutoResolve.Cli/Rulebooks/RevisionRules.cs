using System.Diagnostics;
using AutoResolve.Cli.Hosting;
using AutoResolve.Rules;

namespace AutoResolve.Cli.Rulebooks;

/// <summary>Reads rules from a folder, or from a revision of the git repository around the rules folder.</summary>
internal static class RevisionRules
{
    private const string Schema = "autoresolve.schema.json";
    private static readonly string[] LeftOut = ["samples", "docs"];

    /// <param name="name">A folder, or a git revision.</param>
    /// <param name="folder">The rules folder, for a revision.</param>
    /// <param name="terminal">The clock.</param>
    /// <exception cref="CommandFailure">It is neither, or its rules have errors.</exception>
    public static Rulebook Load(string name, string folder, Terminal terminal)
    {
        var result = Directory.Exists(name)
            ? Rulebook.TryLoad(name, new RulebookOptions(), terminal.Time)
            : Rulebook.TryLoad(Read(name, folder), new RulebookOptions(), terminal.Time);
        return result.Rulebook ?? throw CommandFailure.Environment($"The rules of '{name}' have errors, such as {result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
    }

    private static List<RuleFile> Read(string revision, string folder)
    {
        // What begins with a dash would be an option of git.
        if (revision.StartsWith('-') || !TryGit(folder, out var commit, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"))
            throw CommandFailure.Environment($"'{revision}' is neither a folder nor a revision of the git repository around '{folder}'.");
        if (!TryGit(folder, out var listed, "ls-tree", "-r", "-z", "--name-only", commit.Trim(), "."))
            throw CommandFailure.Environment($"git could not list the files of '{revision}'.");
        var files = new List<RuleFile>();
        foreach (var path in listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(IsRuleFile))
        {
            if (!TryGit(folder, out var content, "show", $"{commit.Trim()}:./{path}"))
                throw CommandFailure.Environment($"git could not show '{path}' of '{revision}'.");
            files.Add(new RuleFile(path, System.Text.Encoding.UTF8.GetBytes(content)));
        }

        return files;
    }

    private static bool IsRuleFile(string path)
    {
        var parts = path.Split('/');
        return parts[^1].EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && parts[^1] != Schema
            && !parts.Any(part => part.StartsWith('.'))
            && !parts[..^1].Any(part => LeftOut.Contains(part, StringComparer.OrdinalIgnoreCase));
    }

    private static bool TryGit(string folder, out string output, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw CommandFailure.Environment("A revision needs git, which was not found.");
        }
    }
}
