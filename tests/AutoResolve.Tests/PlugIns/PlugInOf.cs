using AutoResolve.PlugIns;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.PlugIns;

/// <summary>Plug-ins without a host.</summary>
internal static class PlugInOf
{
    public static PlugIn<T> Shared<T>(T instance)
        where T : class
    {
        var scopes = new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>();
        return new PlugIn<T>(instance.GetType(), isShared: true, scopes, _ => instance, logger: null);
    }
}
