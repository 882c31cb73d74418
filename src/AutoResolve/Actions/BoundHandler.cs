namespace AutoResolve.Actions;

/// <summary>A handler of the host's, called without knowing the type of its parameters.</summary>
internal abstract class BoundHandler
{
    public required ActionSignature Signature { get; init; }

    public required HandlerOptions Options { get; init; }

    /// <summary>Binds the values of an action, so that all calls about it share them.</summary>
    /// <exception cref="ArgumentException">A value does not fit.</exception>
    public abstract IBoundAction Bind(ActionCall call);
}
