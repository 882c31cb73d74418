using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace AutoResolve.Settings;

/// <summary>What a section of configuration says, against the options that it is bound to.</summary>
internal sealed class SettingsReading
{
    private readonly List<WrongSetting> _wrong = [];
    private readonly List<UnknownSetting> _unknown = [];

    private SettingsReading() { }

    /// <summary>Values of the wrong type, which cannot be bound.</summary>
    public IReadOnlyList<WrongSetting> Wrong => _wrong;

    /// <summary>Keys that stand for nothing, which binding passes over.</summary>
    public IReadOnlyList<UnknownSetting> Unknown => _unknown;

    public static SettingsReading Of(IConfiguration section, Type options)
    {
        var reading = new SettingsReading();
        reading.ReadProperties(section, options, "");
        return reading;
    }

    private void Read(IConfigurationSection setting, Type type, string key)
    {
        var isSection = setting.GetChildren().Any();
        if (SettingType.IsValue(type))
        {
            if (isSection)
                _wrong.Add(new WrongSetting(key, $"{key} is a section; it must be {SettingType.Describe(type)}."));
            else if (setting.Value is { } value && SettingType.Problem(type, value) is { } problem)
                _wrong.Add(new WrongSetting(key, $"{key} is '{value}'; {problem}"));
        }
        else if (!SettingType.IsKnown(type))
        {
            // What the binder makes of it is its own affair.
        }
        else if (!isSection && !string.IsNullOrEmpty(setting.Value))
        {
            // The value stays untold, for it may be a secret.
            _wrong.Add(
                new WrongSetting(
                    key,
                    SettingType.ItemOf(type) is null
                        ? $"{key} is a value; it must be a section, with its settings below it."
                        : $"{key} is a value; it must be a section with an entry for each, such as {setting.Path}:0."
                )
            );
        }
        else if (SettingType.ItemOf(type) is { } item)
        {
            foreach (var child in setting.GetChildren())
                Read(child, item, $"{key}:{child.Key}");
        }
        else
        {
            ReadProperties(setting, type, $"{key}:");
        }
    }

    private void ReadProperties(IConfiguration section, Type type, string prefix)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !SettingType.IsService(property.PropertyType))
            .DistinctBy(NameOf, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (properties.TryGetValue(child.Key, out var property))
                Read(child, property.PropertyType, prefix + NameOf(property));
            else
                _unknown.Add(new UnknownSetting(child, IsDirect: prefix.Length == 0, [.. properties.Keys]));
        }
    }

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name;
}
