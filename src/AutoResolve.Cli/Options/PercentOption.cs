using System.CommandLine;
using System.Globalization;

namespace AutoResolve.Cli.Options;

/// <summary>An option that is a percentage from 0 to below 100.</summary>
internal static class PercentOption
{
    public static Option<double> Create(string name, string description, double usual)
    {
        var option = new Option<double>(name)
        {
            Description = description,
            HelpName = "PERCENT",
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && !(double.TryParse(text, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and < 100)
            )
                result.AddError($"'{name}' is a percentage from 0 to below 100; found '{text}'.");
        });
        return option;
    }
}
