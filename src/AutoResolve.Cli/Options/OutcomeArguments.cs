using System.CommandLine;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Resolving;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Options;

/// <summary>The options that say which resolutions are given out, and where to.</summary>
internal sealed class OutcomeArguments
{
    // A link to the file that it is redirected from.
    private const string StandardInput = "/dev/stdin";

    private static readonly string Words = string.Join(", ", Enum.GetValues<Outcome>().Select(OutcomeStyle.Word));

    private readonly Option<string?> _out = new("--out")
    {
        Description = "Write the resolutions into a file, .csv or .jsonl; of the issues only counts are printed.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _outcomes = new("--outcome")
    {
        Description = $"Give out only resolutions of these outcomes, separated by commas: {Words}. All are counted.",
        HelpName = "NAME,NAME",
    };

    public void AddTo(Command command)
    {
        command.Add(_out);
        command.Add(_outcomes);
        _outcomes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && Read(text) is null)
                result.AddError($"'--outcome' takes some of {Words}, separated by commas; found '{SafeText.Start(text, 60)}'.");
        });
        _out.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } path && !FileSink.IsKnown(path))
                result.AddError($"'--out {SafeText.Start(path, 60)}' must end with .csv or .jsonl.");
        });
    }

    /// <summary>The outcomes that are given out; null for all.</summary>
    public IReadOnlySet<Outcome>? Outcomes(ParseResult parsed) => parsed.GetValue(_outcomes) is { } text ? Read(text) : null;

    /// <summary>The file to write; null for none.</summary>
    /// <exception cref="CommandFailure">It cannot be written, or is one that is read.</exception>
    public FileSink? OpenFile(ParseResult parsed, string? input, bool withExplanation)
    {
        if (parsed.GetValue(_out) is not { } path)
            return null;
        OutputGuard.Check("--out", path, input ?? (OperatingSystem.IsLinux() ? StandardInput : null));
        return FileSink.Create(path, withExplanation);
    }

    /// <summary>The name of the file; null for none.</summary>
    public string? Path(ParseResult parsed) => parsed.GetValue(_out);

    private static HashSet<Outcome>? Read(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var known = Enum.GetValues<Outcome>().ToDictionary(OutcomeStyle.Word, StringComparer.OrdinalIgnoreCase);
        return names.Length > 0 && names.All(known.ContainsKey) ? [.. names.Select(name => known[name])] : null;
    }
}
