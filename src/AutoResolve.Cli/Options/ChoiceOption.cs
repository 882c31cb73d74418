using System.CommandLine;

namespace AutoResolve.Cli.Options;

/// <summary>An option whose value is one of a few words.</summary>
internal static class ChoiceOption
{
    public static Option<T> Create<T>(string name, string description, string helpName, T defaultValue)
        where T : struct, Enum
    {
        var words = Enum.GetNames<T>().Select(word => word.ToLowerInvariant()).ToList();
        return new Option<T>(name)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (words.Contains(word, StringComparer.OrdinalIgnoreCase))
                    return Enum.Parse<T>(word, ignoreCase: true);
                result.AddError($"'{name}' is one of {string.Join(", ", words)}; found '{Rendering.Printable.Start(word, 40)}'.");
                return defaultValue;
            },
        };
    }
}
