using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Tests.Actions.BuiltIn;

/// <summary>A server on this machine that answers as a test wants, also wrongly; the last answer again and again.</summary>
internal sealed class HookServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<HookRequest> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly HookAnswer[] _answers;
    private readonly X509Certificate2? _certificate;
    private readonly Task _serving;
    private int _next = -1;

    public HookServer(params HookAnswer[] answers)
        : this(null, answers) { }

    public HookServer(X509Certificate2? certificate, params HookAnswer[] answers)
    {
        (_certificate, _answers) = (certificate, answers);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Origin =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"
        );

    public IReadOnlyList<HookRequest> Requests => [.. _requests];

    public int Connections => _connections.Count;

    /// <summary>Ends when the first request was read.</summary>
    public Task Asked => _asked.Task.WaitAsync(Patience.Long);

    /// <summary>Ends when no connection is left: the other side has closed those that this one leaves open.</summary>
    public Task Left => Task.WhenAll(_connections).WaitAsync(Patience.Long);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var raw = client.GetStream();
            Stream stream = raw;
            if (_certificate is not null)
            {
                var secured = new SslStream(raw);
                await secured.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions { ServerCertificate = _certificate },
                    _end.Token
                );
                stream = secured;
            }

            _requests.Enqueue(await ReadAsync(stream, _end.Token));
            _asked.TrySetResult();
            await _answers[Math.Min(Interlocked.Increment(ref _next), _answers.Length - 1)](raw, stream, _end.Token);
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or SocketException
                        or OperationCanceledException
                        or ObjectDisposedException
                        or System.Security.Authentication.AuthenticationException
            ) { }
    }

    private static async Task<HookRequest> ReadAsync(Stream stream, CancellationToken end)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, end);
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, end);
        return new HookRequest(lines[0], headers, body);
    }
}
