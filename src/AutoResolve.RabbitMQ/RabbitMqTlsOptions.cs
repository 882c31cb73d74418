namespace AutoResolve.RabbitMQ;

/// <summary>How a connection to the broker is protected.</summary>
public sealed class RabbitMqTlsOptions
{
    /// <summary>Whether it is by TLS. Default: false. Use it wherever the broker is not on the same machine.</summary>
    public bool IsEnabled { get; set; }

    /// <summary>The name that the broker's certificate must have.</summary>
    /// <value>Null, the default: that of the host.</value>
    public string? ServerName { get; set; }

    /// <summary>A PEM file with the authorities that the broker's certificate must come from.</summary>
    /// <value>Null, the default: those that the machine trusts.</value>
    public string? AuthorityPath { get; set; }

    /// <summary>A PEM file with the certificate by which this host signs in; null for none.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>A PEM file with the key of that certificate; null where it stands in the same file.</summary>
    public string? KeyPath { get; set; }
}
