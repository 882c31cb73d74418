using AutoResolve.PlugIns;

namespace AutoResolve.Actions;

/// <summary>Tells what is under way that the host waits for it no more: from then on it is as if the host had been killed.</summary>
internal sealed class HostEnd : IDisposable
{
    private readonly CancellationTokenSource _over = new();

    public HostEnd() => Token = _over.Token;

    /// <summary>Signalled then; also once this is disposed of.</summary>
    public CancellationToken Token { get; }

    public bool IsOver => Token.IsCancellationRequested;

    /// <exception cref="HostEndedException">It is over.</exception>
    public void ThrowIfOver()
    {
        if (IsOver)
            throw new HostEndedException();
    }

    /// <summary>Calls what ends with the host.</summary>
    /// <exception cref="HostEndedException">It is over.</exception>
    public async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        ThrowIfOver();
        try
        {
            return await call(Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (IsOver)
        {
            throw new HostEndedException();
        }
    }

    public Task SignalAsync() => _over.CancelAsync();

    public void Dispose() => _over.Dispose();
}
