namespace AutoResolve.Crash.Hosting;

/// <summary>Services of which none sees a clock that is wrong.</summary>
internal sealed class MachineClock(IServiceProvider inner) : IServiceProvider
{
    public object? GetService(Type serviceType) =>
        serviceType == typeof(TimeProvider) ? TimeProvider.System : inner.GetService(serviceType);
}
