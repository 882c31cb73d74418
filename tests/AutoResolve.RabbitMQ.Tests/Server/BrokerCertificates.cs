using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>An authority of the tests' own, and a broker's certificate by it, as files.</summary>
internal sealed record BrokerCertificates(string Authority, string Server, string ServerKey)
{
    public static BrokerCertificates Create(string folder)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of the tests", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var server = new CertificateRequest("CN=localhost", serverKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        server.CertificateExtensions.Add(names.Build());
        using var signed = server.Create(authority, now.AddDays(-1), now.AddHours(20), [1, 2, 3, 4]);
        var files = new BrokerCertificates(
            Path.Combine(folder, "authority.pem"),
            Path.Combine(folder, "server.pem"),
            Path.Combine(folder, "server-key.pem")
        );
        File.WriteAllText(files.Authority, authority.ExportCertificatePem());
        File.WriteAllText(files.Server, signed.ExportCertificatePem());
        File.WriteAllText(files.ServerKey, serverKey.ExportPkcs8PrivateKeyPem());
        return files;
    }
}
