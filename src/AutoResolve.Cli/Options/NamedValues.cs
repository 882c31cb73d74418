using System.CommandLine;

namespace AutoResolve.Cli.Options;

/// <summary>An option that is given as NAME=VALUE, any number of times.</summary>
internal static class NamedValues
{
    /// <param name="name">The option.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="comparer">How names are compared.</param>
    /// <param name="example">A name and value that make sense, for who gets it wrong.</param>
    public static Option<Dictionary<string, string>> Create(
        string name,
        string description,
        StringComparer comparer,
        string example = "errorCode=002"
    ) =>
        new(name)
        {
            Description = description,
            HelpName = "NAME=VALUE",
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => new Dictionary<string, string>(comparer),
            CustomParser = result =>
            {
                var values = new Dictionary<string, string>(comparer);
                foreach (var pair in result.Tokens.Select(token => token.Value))
                {
                    var equals = pair.IndexOf('=', StringComparison.Ordinal);
                    if (equals < 1)
                        result.AddError(
                            $"'{name} {SafeText.Start(pair, 40)}' must be a name, an equals sign and a value: {name} {example}"
                        );
                    else if (!values.TryAdd(pair[..equals], pair[(equals + 1)..]))
                        result.AddError($"'{name} {SafeText.Start(pair[..equals], 40)}' is given twice.");
                }

                return values;
            },
        };
}
