using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>An authority of the tests' own, and certificates by it: a broker's, and those of who signs in; as files.</summary>
internal sealed class BrokerCertificates
{
    private readonly string _folder;
    private byte _number;

    private BrokerCertificates(string folder) => _folder = folder;

    public string Authority => Path.Combine(_folder, "authority.pem");

    /// <summary>The certificate of somebody by the authority, and its key.</summary>
    public (string Certificate, string Key) Of(string name) =>
        (Path.Combine(_folder, $"{name}.pem"), Path.Combine(_folder, $"{name}-key.pem"));

    /// <param name="folder">Where the files are put.</param>
    /// <param name="names">Who gets one; it is also good for this machine.</param>
    public static BrokerCertificates Create(string folder, params string[] names)
    {
        Directory.CreateDirectory(folder);
        var certificates = new BrokerCertificates(folder);
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority of the tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(certificates.Authority, authority.ExportCertificatePem());
        foreach (var name in names)
            certificates.Write(name, authority);
        return certificates;
    }

    private void Write(string name, X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, authority.NotBefore, authority.NotAfter.AddHours(-1), [1, 2, 3, ++_number]);
        var files = Of(name);
        File.WriteAllText(files.Certificate, signed.ExportCertificatePem());
        File.WriteAllText(files.Key, key.ExportPkcs8PrivateKeyPem());
    }
}
