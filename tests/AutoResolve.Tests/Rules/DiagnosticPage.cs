using System.Text;
using System.Text.RegularExpressions;
using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Tests.Docs;
using AutoResolve.Tests.Sources;

namespace AutoResolve.Tests.Rules;

/// <summary>A page of rules/docs about one code. Its example is the fixture.</summary>
internal sealed partial record DiagnosticPage(
    string Code,
    string Title,
    IReadOnlyList<RuleFile> Files,
    string? Script,
    string Message,
    bool AllowsExpressions,
    bool HasParser,
    bool HasHandler
)
{
    public static IEnumerable<string> Codes =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "rules/docs"), "AR*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    public static DiagnosticPage Read(string code)
    {
        var text = Repository.Read($"rules/docs/{code}.md");
        Assert.Matches($@"\A# {code}: [^\n]+\n\n[^#]+\n## Example\n[^#]+", text);
        var example = text[..text.IndexOf("\n## What to do\n\n", StringComparison.Ordinal)];
        return new DiagnosticPage(
            code,
            text[(text.IndexOf(':', StringComparison.Ordinal) + 2)..text.IndexOf('\n', StringComparison.Ordinal)],
            [
                .. NamedJson()
                    .Matches(example)
                    .Select(match => new RuleFile(match.Groups["name"].Value, Encoding.UTF8.GetBytes(match.Groups["text"].Value))),
            ],
            Fenced(example, "sh"),
            Fenced(example, "text")!,
            text.Contains("\n<!-- allow expressions", StringComparison.Ordinal),
            text.Contains("\n<!-- allow expressions -->\n", StringComparison.Ordinal),
            text.Contains("\n<!-- with the handler unlock-account -->\n", StringComparison.Ordinal)
        );
    }

    /// <summary>The files of the example; where the page is about sources, one that behaves as the page says.</summary>
    public IRuleSource Source =>
        Code switch
        {
            "AR1034" => new ScriptedSource(_ => throw new TimeoutException("The database does not answer.")) { Name = "the rules table" },
            "AR1035" => new ScriptedSource(_ => ScriptedSource.Never) { Name = "the rules table" },
            "AR1036" => new ScriptedSource
            {
                Name = "the rules table",
                Files = [.. Enumerable.Range(0, 20_001).Select(number => new RuleSourceFile($"{number}.json", "{}"))],
            },
            _ => RuleSource.Memory(Files.Select(file => new RuleSourceFile(file.Path, file.Content))),
        };

    private static string? Fenced(string text, string language) =>
        Regex.Match(text, $@"```{language}\n(?<text>.*?)\n```", RegexOptions.Singleline | RegexOptions.NonBacktracking)
            is { Success: true } match
            ? match.Groups["text"].Value
            : null;

    [GeneratedRegex(@"`(?<name>[^`\n]+\.json)`:\n\n```jsonc?\n(?<text>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex NamedJson();
}
