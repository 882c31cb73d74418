using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Options that are checked at start.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Name">Their name.</param>
/// <param name="Configuration">The configuration of their rulebook; null where there is none.</param>
/// <param name="Section">The section within it that they are bound to.</param>
/// <param name="Make">Makes them, which checks them.</param>
internal sealed record CheckedOptions(Type Type, string Name, IConfiguration? Configuration, string Section, Action<IServiceProvider> Make)
{
    public static CheckedOptions Of<T>(string name, IConfiguration? configuration, string section)
        where T : class =>
        new(typeof(T), name, configuration, section, provider => provider.GetRequiredService<IOptionsMonitor<T>>().Get(name));

    /// <summary>The section of a configuration; all of it where the section has no name.</summary>
    public static IConfiguration SectionOf(IConfiguration configuration, string section) =>
        section.Length == 0 ? configuration : configuration.GetSection(section);

    /// <summary>Says what is wrong with the options: whose it is, and where configuration sets it.</summary>
    /// <param name="problem">What is wrong; it begins with the setting.</param>
    public string Describe(string problem)
    {
        var own = Name.Length > 0 && problem.StartsWith($"{Name}: ", StringComparison.Ordinal) ? problem[(Name.Length + 2)..] : problem;
        var options = Name.Length == 0 ? Type.Name : $"{Type.Name} '{Name}'";
        return Configuration is not null && KeyOf(own) is { } key ? $"{options}: {own} Configuration key: {key}." : $"{options}: {own}";
    }

    private string? KeyOf(string problem)
    {
        var setting = SectionOf(Configuration!, Section).GetSection(problem.Split(' ')[0].Replace('.', ':'));
        return setting.Exists() ? setting.Path : null;
    }
}
