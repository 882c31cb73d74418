using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Connecting;

/// <summary>Connects to the broker. What is lost is connected anew by whoever uses it, who also has to begin its work anew.</summary>
internal sealed class BrokerConnector
{
    // A longer message than the client takes would end the connection, each time that it comes.
    private const uint MaxBody = 512u * 1024 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly RabbitMqOptions _options;
    private readonly ConnectionFactory _factory;
    private readonly List<AmqpTcpEndpoint> _endpoints;

    public BrokerConnector(RabbitMqOptions options)
    {
        _options = options;
        var tls = Tls(options.Tls);
        var port = BrokerProblem.PortOf(options);
        _endpoints =
        [
            .. (options.Hosts.Count == 0 ? ["localhost"] : options.Hosts).Select(host => new AmqpTcpEndpoint(
                host,
                port,
                Tls(tls, host),
                MaxBody
            )),
        ];
        _factory = new ConnectionFactory
        {
            VirtualHost = options.VirtualHost,
            UserName = options.UserName,
            Password = options.Password,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedConnectionTimeout = Timeout,
            RequestedHeartbeat = Timeout,
            MaxInboundMessageBodySize = MaxBody,
        };
        if (options.UserName.Length == 0)
            _factory.AuthMechanisms = [new ExternalMechanismFactory()];
    }

    /// <exception cref="RabbitMqException">The broker is not reached, or does not let the user in.</exception>
    public async Task<IConnection> ConnectAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await _factory.CreateConnectionAsync(_endpoints, name, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (!cancellationToken.IsCancellationRequested && BrokerProblem.Of(exception, _options, "the virtual host") is { } problem)
        {
            throw problem;
        }
    }

    private static SslOption Tls(RabbitMqTlsOptions options)
    {
        var tls = new SslOption { Enabled = options.IsEnabled, ServerName = options.ServerName ?? "" };
        if (options.CertificatePath is { } certificate)
            tls.Certs = [Load(certificate, options.KeyPath)];
        if (options.AuthorityPath is { } authority)
            tls.CertificateValidationCallback = ComesFrom(authority);
        return tls;
    }

    private static SslOption Tls(SslOption tls, string host) =>
        new(tls.ServerName.Length > 0 ? tls.ServerName : host, enabled: tls.Enabled)
        {
            Certs = tls.Certs,
            CertificateValidationCallback = tls.CertificateValidationCallback,
        };

    // Keys of files are for one time; what signs in by them wants one that is kept.
    private static X509Certificate2 Load(string certificate, string? key)
    {
        using var read = X509Certificate2.CreateFromPemFile(certificate, key);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }

    private static RemoteCertificateValidationCallback ComesFrom(string authority)
    {
        var trusted = new X509Certificate2Collection();
        trusted.ImportFromPemFile(authority);
        return (_, presented, chain, errors) =>
        {
            if (presented is null || chain is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
                return false;
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            using var certificate = X509CertificateLoader.LoadCertificate(presented.GetRawCertData());
            return chain.Build(certificate);
        };
    }
}
