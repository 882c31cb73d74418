using AutoResolve.Actions;
using AutoResolve.Facts;
using AutoResolve.Journaling;
using AutoResolve.PlugIns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>
/// When the host first asks for what decides or processes: what is wrong with options, plug-ins and rules is told then, not with the first
/// issue.
/// </summary>
/// <remarks>Who asks meanwhile does not wait, for it may be a plug-in that is made for this; it gets what it asks for, which waits when
/// it is
/// used.</remarks>
internal sealed class FirstUse(IServiceProvider services)
{
    private volatile bool _isDone;
    private int _isUnderWay;

    /// <exception cref="OptionsValidationException">Settings are wrong.</exception>
    /// <exception cref="InvalidOperationException">Plug-ins cannot be made.</exception>
    /// <exception cref="RulebookException">The rules have errors.</exception>
    public void Check()
    {
        if (_isDone || PlugInMaking.IsUnderWay || Interlocked.Exchange(ref _isUnderWay, 1) == 1)
            return;
        try
        {
            _ = OptionsCheck.Of(services);
            _ = services.GetRequiredService<HandlerRegistry>().Handlers;
            services.GetRequiredService<FactProviders>().Make();
            services.GetRequiredService<Redaction>().Make();
            _ = services.GetRequiredService<IRulebookMonitor>().Current;
            _isDone = true;
        }
        finally
        {
            Volatile.Write(ref _isUnderWay, 0);
        }
    }
}
