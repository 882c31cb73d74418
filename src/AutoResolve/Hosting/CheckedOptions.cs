using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Options that are checked at start.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Name">Their name.</param>
/// <param name="Make">Makes them, which checks them.</param>
internal sealed record CheckedOptions(Type Type, string Name, Action<IServiceProvider> Make)
{
    public static CheckedOptions Of<T>(string name)
        where T : class => new(typeof(T), name, provider => provider.GetRequiredService<IOptionsMonitor<T>>().Get(name));
}
