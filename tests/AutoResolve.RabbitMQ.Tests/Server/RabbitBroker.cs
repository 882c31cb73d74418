using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>
/// A private broker of one node with a folder of its own, reached only on this machine by ports of its own; gone when it is disposed of.
/// </summary>
internal sealed class RabbitBroker : IAsyncDisposable
{
    public const string User = "worker";
    public const string Password = "secret of the tests";

    /// <summary>Who has a certificate and is no user.</summary>
    public const string Stranger = "stranger";

    private const string Server = "server";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(10);

    private readonly RabbitPrograms _programs;
    private readonly string _folder;
    private readonly int _epmdPort;
    private readonly int _nodePort;
    private readonly Process _epmd;
    private Process? _server;

    private RabbitBroker(RabbitPrograms programs, string folder, IReadOnlyList<int> ports, BrokerCertificates? certificates)
    {
        (_programs, _folder) = (programs, folder);
        (Port, TlsPort, _epmdPort, _nodePort) = (ports[0], ports[1], ports[2], ports[3]);
        Certificates = certificates;
        _epmd = Start(programs.Epmd, ["-address", "127.0.0.1", "-port", Text(_epmdPort)]);
    }

    public int Port { get; }

    public int TlsPort { get; }

    public BrokerCertificates? Certificates { get; }

    /// <summary>The server, while it runs.</summary>
    public int ProcessId => _server!.Id;

    /// <summary>Makes a broker that is not started yet.</summary>
    public static RabbitBroker Create(RabbitPrograms programs, bool withTls = false)
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-mq-").FullName;
        var certificates = withTls ? BrokerCertificates.Create(Path.Combine(folder, "certificates"), Server, User, Stranger) : null;
        var broker = new RabbitBroker(programs, folder, FreePorts(4), certificates);
        var tls = certificates is null
            ? ""
            : $"""
                listeners.ssl.1 = 127.0.0.1:{broker.TlsPort}
                ssl_options.cacertfile = {certificates.Authority}
                ssl_options.certfile = {certificates.Of(Server).Certificate}
                ssl_options.keyfile = {certificates.Of(Server).Key}
                ssl_options.verify = verify_peer
                ssl_options.fail_if_no_peer_cert = false
                ssl_cert_login_from = common_name
                auth_mechanisms.1 = PLAIN
                auth_mechanisms.2 = AMQPLAIN
                auth_mechanisms.3 = EXTERNAL
                """;
        File.WriteAllText(
            Path.Combine(folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{broker.Port}
            {tls}
            default_user = {User}
            default_pass = {Password}
            log.console = false
            disk_free_limit.absolute = 50MB

            """
        );
        File.WriteAllText(Path.Combine(folder, "enabled_plugins"), certificates is null ? "[]." : "[rabbitmq_auth_mechanism_ssl].");
        return broker;
    }

    /// <summary>Starts it, also again, with what it has kept.</summary>
    public async Task StartAsync()
    {
        _server = Start(_programs.Server, []);
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = await ConnectAsync();
                return;
            }
            catch (Exception exception) when (exception is global::RabbitMQ.Client.Exceptions.BrokerUnreachableException)
            {
                if (_server.HasExited || TimeProvider.System.GetElapsedTime(deadline) > StartTimeout)
                    throw new InvalidOperationException($"The broker did not start:\n{LastLines()}", exception);
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            }
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_server is not { } server)
            return;
        _server = null;
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        server.Dispose();
    }

    /// <summary>A connection past the worker.</summary>
    public Task<IConnection> ConnectAsync() =>
        new ConnectionFactory
        {
            HostName = "127.0.0.1",
            Port = Port,
            UserName = User,
            Password = Password,
            AutomaticRecoveryEnabled = false,
        }.CreateConnectionAsync();

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _epmd.Kill(entireProcessTree: true);
        await _epmd.WaitForExitAsync();
        _epmd.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        // Files in the place of pipes: what nobody reads would stop it.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >> out.log 2>&1", program, .. arguments])
        {
            WorkingDirectory = _folder,
        };
        (string Name, string Value)[] variables =
        [
            ("HOME", _folder),
            ("ERL_EPMD_PORT", Text(_epmdPort)),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODENAME", $"autoresolve{Port}@localhost"),
            ("RABBITMQ_DIST_PORT", Text(_nodePort)),
            ("RABBITMQ_MNESIA_BASE", Path.Combine(_folder, "mnesia")),
            ("RABBITMQ_LOG_BASE", Path.Combine(_folder, "log")),
            ("RABBITMQ_CONFIG_FILE", Path.Combine(_folder, "rabbitmq.conf")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", Path.Combine(_folder, "enabled_plugins")),
            ("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
            ("RABBITMQ_PID_FILE", Path.Combine(_folder, "pid")),
            ("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}"),
        ];
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private string LastLines()
    {
        var log = Path.Combine(_folder, "out.log");
        return File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(20)) : "";
    }

    // All at once, so that none is given twice.
    private static List<int> FreePorts(int count)
    {
        List<TcpListener> listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (var listener in listeners)
            listener.Start();
        List<int> ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
