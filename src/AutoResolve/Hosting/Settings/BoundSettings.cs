using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AutoResolve.Settings;

/// <summary>Binds options to a section. A value of the wrong type is left out and told with all else that is wrong, where the binder alone
/// would tell the first of them and nothing more.</summary>
internal sealed class BoundSettings<T>(string name, IConfiguration section) : IConfigureNamedOptions<T>, IValidateOptions<T>
    where T : class
{
    public void Configure(T options) => Configure(Options.DefaultName, options);

    public void Configure(string? optionsName, T options)
    {
        if (optionsName != name)
            return;
        var wrong = SettingsReading.Of(section, typeof(T)).Wrong;
        (wrong.Count == 0 ? section : Without(wrong)).Bind(options);
    }

    public ValidateOptionsResult Validate(string? optionsName, T options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;
        var wrong = SettingsReading.Of(section, typeof(T)).Wrong;
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong.Select(setting => setting.Problem));
    }

    private IConfiguration Without(IReadOnlyList<WrongSetting> wrong) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                section
                    .AsEnumerable(makePathsRelative: true)
                    .Where(setting =>
                        !wrong.Any(one =>
                            setting.Key.Equals(one.Key, StringComparison.OrdinalIgnoreCase)
                            || setting.Key.StartsWith($"{one.Key}:", StringComparison.OrdinalIgnoreCase)
                        )
                    )
            )
            .Build();
}
