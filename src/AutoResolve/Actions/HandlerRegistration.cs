using System.Reflection;
using AutoResolve.PlugIns;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>A handler that the host has added; made when handlers are first needed.</summary>
/// <param name="Handler">The handler.</param>
/// <param name="Port">The service by whose lifetime it goes: its own, or that of what it calls.</param>
/// <param name="Create">Makes it.</param>
internal sealed record HandlerRegistration(
    Type Handler,
    Type Port,
    Func<HandlerRegistration, PlugInFactory, HandlerOptions, ILoggerFactory, BoundHandler> Create
)
{
    /// <exception cref="ArgumentException">The type is not a handler.</exception>
    public static HandlerRegistration Of(Type handler, Type port)
    {
        var kinds = handler
            .GetInterfaces()
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IActionHandler<>))
            .ToList();
        if (kinds is not [var kind])
            throw new ArgumentException($"{handler} must implement IActionHandler<TParameters>, once.");
        var create = typeof(HandlerRegistration)
            .GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(kind.GetGenericArguments()[0])
            .CreateDelegate<Func<HandlerRegistration, PlugInFactory, HandlerOptions, ILoggerFactory, BoundHandler>>();
        return new HandlerRegistration(handler, port, create);
    }

    private static BoundHandler Make<TParameters>(
        HandlerRegistration registration,
        PlugInFactory plugIns,
        HandlerOptions options,
        ILoggerFactory loggers
    )
        where TParameters : class =>
        BoundHandlerOf<TParameters>.Create(
            plugIns.Find<IActionHandler<TParameters>>(registration.Handler, registration.Port),
            options,
            loggers
        );
}
