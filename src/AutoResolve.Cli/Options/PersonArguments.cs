using System.CommandLine;

namespace AutoResolve.Cli.Options;

/// <summary>The option that says who does something.</summary>
internal sealed class PersonArguments
{
    private readonly Option<string> _by = new("--by")
    {
        Description = "Who: an id, not a name.",
        HelpName = "ID",
        Required = true,
    };

    public void AddTo(Command command)
    {
        _by.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("'--by' needs an id.");
        });
        command.Add(_by);
    }

    public string Read(ParseResult parsed) => parsed.GetValue(_by)!;
}
