using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>Stands before a broker, which keeps what is sent, and takes its confirmations out while it is told to.</summary>
internal sealed class MutingProxy : IAsyncDisposable
{
    // Type, channel and length; what ends a frame.
    private const int HeaderLength = 7;
    private const int EndLength = 1;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly Task _accepting;
    private volatile bool _isMuted;
    private int _confirmations;

    public MutingProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many confirmations were taken out.</summary>
    public int Muted => Volatile.Read(ref _confirmations);

    public bool IsMuted
    {
        get => _isMuted;
        set => _isMuted = value;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => CarryAsync(client));
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var from = client;
        using var to = new TcpClient();
        try
        {
            await to.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(from.GetStream().CopyToAsync(to.GetStream()), CarryFramesAsync(to.GetStream(), from.GetStream()));
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            // The other side is told by the end of the connection.
        }
    }

    private async Task CarryFramesAsync(NetworkStream broker, NetworkStream client)
    {
        var frame = new byte[HeaderLength];
        while (true)
        {
            await broker.ReadExactlyAsync(frame.AsMemory(0, HeaderLength));
            var length = HeaderLength + BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(3)) + EndLength;
            if (frame.Length < length)
                Array.Resize(ref frame, length);
            await broker.ReadExactlyAsync(frame.AsMemory(HeaderLength, length - HeaderLength));
            if (_isMuted && IsConfirmation(frame))
                Interlocked.Increment(ref _confirmations);
            else
                await client.WriteAsync(frame.AsMemory(0, length));
        }
    }

    // basic.ack, which a broker sends for this only.
    private static bool IsConfirmation(ReadOnlySpan<byte> frame) =>
        frame[0] == 1 && frame.Slice(HeaderLength, 4).SequenceEqual((byte[])[0, 60, 0, 80]);
}
