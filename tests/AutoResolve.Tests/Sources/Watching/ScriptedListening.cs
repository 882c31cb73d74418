namespace AutoResolve.Tests.Sources.Watching;

/// <summary>Listens to nothing, as on a drive that tells no changes, unless the test says so.</summary>
internal sealed class ScriptedListening
{
    private Action<string?> _changed = _ => { };
    private Action<Exception> _failed = _ => { };

    /// <summary>What it fails with when it begins; null where it does not.</summary>
    public Exception? Fails { get; set; }

    public int Begun { get; private set; }

    public void Tell(string? path) => _changed(path);

    public void Fail(Exception exception) => _failed(exception);

    public IDisposable Begin(string folder, bool deep, Action<string?> changed, Action<Exception> failed)
    {
        if (Fails is { } exception)
            throw exception;
        Begun++;
        (_changed, _failed) = (changed, failed);
        return new MemoryStream();
    }
}
