namespace AutoResolve.PlugIns;

/// <summary>What is made of plug-ins when it is first needed, so that they may ask for what needs it. Where it cannot be made, that is
/// tried again the next time.</summary>
/// <param name="name">What it is called in messages.</param>
/// <param name="make">Makes it.</param>
internal sealed class MadeOnce<T>(string name, Func<T> make)
    where T : class
{
    private readonly Lock _making = new();
    private volatile T? _made;

    /// <summary>What was made; null where nothing was.</summary>
    public T? Made => _made;

    /// <exception cref="PlugInCycleException">A plug-in that is being made needs it.</exception>
    public T Value
    {
        get
        {
            if (_made is { } made)
                return made;
            PlugInMaking.ThrowIfUnderWay(name);
            lock (_making)
                return _made ??= make();
        }
    }
}
