using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>A handler that the host has added; made when handlers are first needed.</summary>
internal sealed record HandlerRegistration(Type Handler, Func<IServiceProvider, BoundHandler> Create)
{
    /// <exception cref="ArgumentException">The type is not a handler.</exception>
    public static HandlerRegistration Of<T>()
        where T : class
    {
        var kinds = typeof(T).GetInterfaces().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IActionHandler<>)).ToList();
        if (kinds is not [var kind])
            throw new ArgumentException($"{typeof(T)} must implement IActionHandler<TParameters>, once.");
        var create = typeof(HandlerRegistration).GetMethod(nameof(Make), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static, [typeof(IServiceProvider)])!
            .MakeGenericMethod(typeof(T), kind.GetGenericArguments()[0])
            .CreateDelegate<Func<IServiceProvider, BoundHandler>>();
        return new HandlerRegistration(typeof(T), create);
    }

    private static BoundHandler Make<T, TParameters>(IServiceProvider provider)
        where T : class, IActionHandler<TParameters>
        where TParameters : class => BoundHandlerOf<TParameters>.Create(
            provider.GetRequiredService<T>(),
            provider.GetRequiredService<IOptionsMonitor<HandlerOptions>>().Get(typeof(T).FullName),
            provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance);
}
