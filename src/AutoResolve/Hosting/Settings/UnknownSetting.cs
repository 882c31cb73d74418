using Microsoft.Extensions.Configuration;

namespace AutoResolve.Settings;

/// <summary>A key that options do not have.</summary>
/// <param name="Setting">The key and what is below it.</param>
/// <param name="IsDirect">Whether it stands in the section of the options itself, where other sections may be.</param>
/// <param name="Known">The keys that may stand there.</param>
internal sealed record UnknownSetting(IConfigurationSection Setting, bool IsDirect, IReadOnlyList<string> Known);
