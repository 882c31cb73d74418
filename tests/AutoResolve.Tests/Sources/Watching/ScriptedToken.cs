using Microsoft.Extensions.Primitives;

namespace AutoResolve.Tests.Sources.Watching;

/// <summary>A token that does what the test says.</summary>
internal sealed class ScriptedToken : IChangeToken, IDisposable
{
    private readonly List<(Action<object?> Callback, object? State)> _callbacks = [];

    public Func<bool> CallsBack { get; init; } = () => true;

    public Func<bool> Changed { get; init; } = () => false;

    public Action Registering { get; init; } = () => { };

    public Action Disposing { get; init; } = () => { };

    public int Disposals { get; private set; }

    public bool ActiveChangeCallbacks => CallsBack();

    public bool HasChanged => Changed();

    public IDisposable RegisterChangeCallback(Action<object?> callback, object? state)
    {
        Registering();
        _callbacks.Add((callback, state));
        return new CancellationTokenSource();
    }

    /// <summary>Calls back, as often as it is called.</summary>
    public void Call() => _callbacks.ForEach(registered => registered.Callback(registered.State));

    public void Dispose()
    {
        Disposals++;
        Disposing();
    }
}
