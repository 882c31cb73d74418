using System.CommandLine;

namespace AutoResolve.Cli.Options;

/// <summary>The options that describe one issue on the command line.</summary>
internal sealed class IssueArguments
{
    private readonly Option<string?> _text = new("--text") { Description = "The description of one issue.", HelpName = "TEXT" };
    private readonly Option<string?> _title = new("--title") { Description = "With --text: its subject line.", HelpName = "TEXT" };
    private readonly Option<string?> _channel = new("--channel")
    {
        Description = "With --text: how it came in, such as phone or email.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _product = new("--product")
    {
        Description = "With --text: the product it is about.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _tenant = new("--tenant") { Description = "With --text: the organisation served.", HelpName = "NAME" };
    private readonly Option<string?> _requester = new("--requester")
    {
        Description = "With --text: an opaque id of who asks, for rollouts.",
        HelpName = "ID",
    };
    private readonly Option<Dictionary<string, string>> _fields = NamedValues.Create(
        "--field",
        "With --text: a fact gathered at intake. Repeatable.",
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Option<string[]> _tried = new("--tried")
    {
        Description = "With --text: the id of a step already tried. Repeatable.",
        HelpName = "ID",
        Arity = ArgumentArity.OneOrMore,
    };

    public void AddTo(Command command)
    {
        command.Add(_text);
        foreach (var option in Details())
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_text) is not null || result.GetResult(_title) is not null)
                return;
            foreach (var option in Details().Where(option => result.GetResult(option) is not null))
                result.AddError($"'{option.Name}' describes the issue of --text; the issues of a file bring their own.");
        });
    }

    /// <returns>Null where neither text nor title is given.</returns>
    public Issue? Read(ParseResult parsed)
    {
        if (parsed.GetValue(_text) is null && parsed.GetValue(_title) is null)
            return null;
        return new Issue
        {
            Id = "text",
            Text = parsed.GetValue(_text) ?? "",
            Title = parsed.GetValue(_title),
            Channel = parsed.GetValue(_channel),
            Product = parsed.GetValue(_product),
            Tenant = parsed.GetValue(_tenant),
            Requester = parsed.GetValue(_requester),
            Fields = parsed.GetValue(_fields)!,
            Tried = parsed.GetValue(_tried) ?? [],
        };
    }

    private IEnumerable<Option> Details() => [_title, _channel, _product, _tenant, _requester, _fields, _tried];
}
