using AutoResolve.Rules;
using Microsoft.Extensions.Configuration;

namespace AutoResolve.Settings;

/// <summary>Finds what stands in the configuration of a rulebook and sets nothing, such as a key that is misspelt.</summary>
internal sealed class UnknownSettings
{
    // Where most hosts have their settings.
    private const string UsualSection = "AutoResolve";

    // What a host may have or not, so that several can share a file.
    private static readonly string[] Optional =
    [
        "Journal",
        "Webhook",
        "Handlers:Reply",
        "Handlers:Ask",
        "Handlers:Route",
        "Handlers:Escalate",
        "Handlers:Update",
        "Handlers:Tag",
        "Handlers:Webhook",
    ];

    private readonly ILookup<string, Type> _bound;
    private readonly List<string> _sections;
    private readonly List<string> _problems = [];

    private UnknownSettings(IReadOnlyList<CheckedOptions> bound)
    {
        _bound = bound.ToLookup(one => one.Section, one => one.Type, StringComparer.OrdinalIgnoreCase);
        _sections = [.. bound.Select(one => one.Section).Concat(Optional)];
    }

    /// <param name="configuration">That of the rulebook.</param>
    /// <param name="bound">All options that are bound to it.</param>
    /// <returns>What is wrong, and what to do.</returns>
    public static IReadOnlyList<string> Find(IConfiguration configuration, IReadOnlyList<CheckedOptions> bound)
    {
        var search = new UnknownSettings(bound);
        if (configuration is IConfigurationRoot && search.HasSettings(configuration.GetSection(UsualSection)))
        {
            search._problems.Add(
                $"{UsualSection} is a section of its own, of which nothing is read: the whole configuration is given to AddAutoResolve. "
                    + $"Give it the section: AddAutoResolve(configuration.GetSection(\"{UsualSection}\"))."
            );
        }

        search.Look(configuration, "");
        return search._problems;
    }

    // Not where it holds other rulebooks, by their names.
    private bool HasSettings(IConfigurationSection section)
    {
        var unknown = UnknownToAll(section, [.. _bound[""].Distinct()])
            .Select(one => one.Setting.Key)
            .Except(Below(""), StringComparer.OrdinalIgnoreCase)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return section.GetChildren().Any(child => !unknown.Contains(child.Key));
    }

    private void Look(IConfiguration section, string path)
    {
        var below = Below(path);
        var types = _bound[path].Distinct().ToList();
        if (types.Count == 0 && below.Count == 0)
            return;
        foreach (var unknown in UnknownToAll(section, types))
        {
            var setting = unknown.Setting;
            if (!unknown.IsDirect || !below.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
                Report(section, unknown, unknown.IsDirect ? below : []);
            else if (!string.IsNullOrEmpty(setting.Value))
                _problems.Add($"{setting.Path} is a value; it must be a section, with its settings below it.");
            else
                Look(setting, path.Length == 0 ? setting.Key : $"{path}:{setting.Key}");
        }
    }

    private static IEnumerable<UnknownSetting> UnknownToAll(IConfiguration section, List<Type> types)
    {
        if (types.Count == 0)
            return section.GetChildren().Select(child => new UnknownSetting(child, IsDirect: true, []));
        return types
            .SelectMany(type => SettingsReading.Of(section, type).Unknown)
            .GroupBy(unknown => unknown.Setting.Path, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() == types.Count)
            .Select(group => group.First() with { Known = [.. group.SelectMany(unknown => unknown.Known).Distinct()] });
    }

    private void Report(IConfiguration section, UnknownSetting unknown, IReadOnlyList<string> below)
    {
        // A whole configuration, not a section, also holds what is not AutoResolve's.
        if (unknown.IsDirect && section is IConfigurationRoot)
            return;
        List<string> known = [.. unknown.Known.Concat(below).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        _problems.Add(
            $"{unknown.Setting.Path} is no setting of AutoResolve."
                + (
                    Spelling.Closest(unknown.Setting.Key, known) is { } closest
                        ? Spelling.DidYouMean(closest)
                        : $" There can be: {string.Join(", ", known)}."
                )
        );
    }

    // The next parts of the sections that lie in a section.
    private List<string> Below(string path)
    {
        var prefix = path.Length == 0 ? "" : $"{path}:";
        return
        [
            .. _sections
                .Where(section => section.Length > prefix.Length && section.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Select(section => section[prefix.Length..].Split(':')[0])
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
