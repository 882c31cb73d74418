using System.CommandLine;
using System.CommandLine.Help;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Commands;

/// <summary>All verbs.</summary>
internal static class CommandTree
{
    private const string Name = "autoresolve";

    private const string Description =
        "Resolves support issues by troubleshooting rules, and says why.\n\n"
        + "Exit codes: 0 fine; 1 findings (errors in rules, failing tests, bad input lines, unfinished business); "
        + "2 wrong usage; 3 the environment (a folder is missing, a file cannot be read or written); 130 interrupted.";

    public static Command Create(Terminal terminal)
    {
        ICliCommand[] verbs =
        [
            new ResolveCommand(terminal),
            new ExplainCommand(terminal),
            new LintCommand(terminal),
            new TestCommand(terminal),
            new FmtCommand(terminal),
            new NewCommand(terminal),
            new SchemaCommand(terminal),
            new WordsCommand(terminal),
            new WatchCommand(terminal),
            new MineCommand(terminal),
            new LearnCommand(terminal),
            new BacktestCommand(terminal),
            new DiffCommand(terminal),
            new TrendsCommand(terminal),
            new HealthCommand(terminal),
            new BenchCommand(terminal),
            new BaselineCommand(terminal),
            new ReportCommand(terminal),
            new JournalCommand(terminal),
            new SendCommand(terminal),
            new WorkCommand(terminal),
        ];
        var root = new Command(Name, Description);
        var examples = new Dictionary<Command, string[]>
        {
            [root] =
            [
                "autoresolve resolve issues.jsonl",
                "autoresolve explain --text \"it signs me out right away, error 002\"",
                "autoresolve watch",
            ],
        };
        foreach (var verb in verbs)
            Add(root, verb, examples);

        // Not a RootCommand: that is named after its assembly, and the assembly cannot be named "autoresolve", since on many
        // file systems that is the library's name too.
        var help = new HelpOption("--help", "-h", "-?") { Recursive = true };
        help.Action = new ExamplesHelp((HelpAction)help.Action!, examples, terminal);
        root.Add(help);
        root.Add(VersionArguments.Create(terminal));
        return root;
    }

    private static void Add(Command parent, ICliCommand verb, Dictionary<Command, string[]> examples)
    {
        var command = verb.Create();
        parent.Add(command);
        examples[command] = [.. verb.Examples];
        foreach (var part in verb.Parts)
            Add(command, part, examples);
    }
}
