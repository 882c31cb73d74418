using System.CommandLine;

namespace AutoResolve.Cli.Commands;

/// <summary>What later figures are compared with.</summary>
internal sealed class BaselineCommand(Running.Terminal terminal) : ICliCommand
{
    public IReadOnlyList<string> Examples =>
        ["autoresolve baseline freeze --source tickets-2025.csv --from 2025-07-01 --to 2025-12-31 --out baseline.json"];

    public IReadOnlyList<ICliCommand> Parts => [new BaselineFreezeCommand(terminal)];

    public Command Create() => new("baseline", "Keeps the figures of an earlier period, for reports to compare with.");
}
