using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AutoResolve.Crash.Queues;

/// <summary>Stands before a server, and drops connections, or forgets them, when it is told to.</summary>
internal sealed class DroppingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly ConcurrentDictionary<Socket, bool> _forgotten = new();
    private readonly EndPoint _target;
    private readonly Task _accepting;
    private volatile bool _isDropping;

    public DroppingProxy(EndPoint target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cuts all connections, and for a time all that are made anew.</summary>
    public async Task DropAsync(TimeSpan length)
    {
        _isDropping = true;
        foreach (var socket in _open.Keys)
            socket.Close(timeout: 0);
        await Task.Delay(length);
        _isDropping = false;
    }

    /// <summary>Carries nothing more on the connections that are open, and ends none, as a network does that has forgotten them. Those that
    /// are made anew are carried.</summary>
    public void Forget()
    {
        foreach (var socket in _open.Keys)
            _forgotten[socket] = true;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        foreach (var socket in _open.Keys)
            socket.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync();
                _ = Task.Run(() => CarryAsync(client));
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(_target.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (_isDropping)
                return;
            await server.ConnectAsync(_target);
            (_open[client], _open[server]) = (true, true);
            await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The other side is told by the end of the connection.
        }
        finally
        {
            foreach (var socket in (Socket[])[client, server])
            {
                _open.TryRemove(socket, out _);
                _forgotten.TryRemove(socket, out _);
            }

            client.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var length)
            {
                if (_forgotten.ContainsKey(from))
                    continue;
                for (var sent = 0; sent < length; )
                    sent += await to.SendAsync(buffer.AsMemory(sent, length - sent));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // As above.
        }
    }
}
