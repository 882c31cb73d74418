using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoResolve.PlugIns;

/// <summary>
/// A plug-in of the host's: one for all calls where it is a singleton; else it is made for each call, in a scope that lives as long as
/// the call.
/// </summary>
/// <remarks>
/// Each call has a scope of its own, rather than all calls of an issue one together: what comes after a call that failed must not meet
/// what that call left behind, such as the unsaved changes of a context of a database; and a call that did not end in time may still run.
/// </remarks>
internal sealed class PlugIn<T>
    where T : class
{
    private readonly Type _type;
    private readonly Type _asks;
    private readonly IServiceScopeFactory _scopes;
    private readonly Func<IServiceProvider, T> _make;
    private readonly ILogger _logger;

    /// <param name="type">What it is called in messages.</param>
    /// <param name="isShared">Whether one is for all calls.</param>
    /// <param name="scopes">Where it is made.</param>
    /// <param name="make">Makes it, or finds the one for all.</param>
    /// <param name="logger">The log.</param>
    /// <param name="asks">Whose constructor asks for services, where that is another's: a channel's, of the handler that calls it.</param>
    /// <exception cref="PlugInException">The one for all calls cannot be made.</exception>
    public PlugIn(Type type, bool isShared, IServiceScopeFactory scopes, Func<IServiceProvider, T> make, ILogger? logger, Type? asks = null)
    {
        (_type, _asks, _scopes, _make, _logger) = (type, asks ?? type, scopes, make, logger ?? NullLogger.Instance);
        Shared = isShared ? Read(instance => instance) : null;
    }

    /// <summary>The one for all calls; null where each call has its own.</summary>
    public T? Shared { get; }

    /// <summary>Reads what each instance says alike; makes one where none is shared.</summary>
    /// <exception cref="PlugInException">It cannot be made.</exception>
    public TResult Read<TResult>(Func<T, TResult> read)
    {
        if (Shared is { } shared)
            return read(shared);
        var scope = Begin();
        try
        {
            return PlugInMaking.Run(_asks, () => read(Make(scope)));
        }
        finally
        {
            // Who asks cannot wait otherwise, and what is disposed of may do so only asynchronously.
            Task.Run(() => EndAsync(scope)).GetAwaiter().GetResult();
        }
    }

    /// <summary>Calls it.</summary>
    /// <exception cref="PlugInException">It cannot be made.</exception>
    /// <exception cref="HostEndedException">It cannot be made any more.</exception>
    public ValueTask<TResult> CallAsync<TState, TResult>(Func<T, TState, ValueTask<TResult>> call, TState state) =>
        Shared is { } shared ? call(shared, state) : CallInScopeAsync(call, state);

    private async ValueTask<TResult> CallInScopeAsync<TState, TResult>(Func<T, TState, ValueTask<TResult>> call, TState state)
    {
        var scope = Begin();
        try
        {
            return await call(Make(scope), state).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync(scope).ConfigureAwait(false);
        }
    }

    private AsyncServiceScope Begin() => Try(static scopes => scopes.CreateAsyncScope(), _scopes);

    private T Make(AsyncServiceScope scope) => Try(_make, scope.ServiceProvider);

    private TMade Try<TFrom, TMade>(Func<TFrom, TMade> make, TFrom from)
    {
        try
        {
            return make(from);
        }
        catch (ObjectDisposedException) when (HasHostEnded())
        {
            throw new HostEndedException();
        }
        catch (Exception exception)
        {
            PlugInLog.NotMade(_logger, _type, exception.GetType(), exception.StackTrace);
            throw new PlugInException(_type, exception);
        }
    }

    private bool HasHostEnded()
    {
        try
        {
            _scopes.CreateScope().Dispose();
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    // What was done is done, whatever becomes of what it was done with.
    private async Task EndAsync(AsyncServiceScope scope)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            PlugInLog.NotDisposed(_logger, _type, exception.GetType(), exception.StackTrace);
        }
    }
}
