namespace AutoResolve.RabbitMQ;

/// <summary>Where the broker is, and what its queues are called: for whoever publishes, and for workers. Read once at start.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>The broker's nodes, by name or address; one is tried after the other. Empty is read as <c>localhost</c>.</summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>The port.</summary>
    /// <value>Null, the default: 5672, with TLS 5671.</value>
    public int? Port { get; set; }

    /// <summary>The virtual host. <c>/</c>.</summary>
    public string VirtualHost { get; set; } = "/";

    /// <summary>Who signs in. Required, unless the certificate says it (<see cref="RabbitMqTlsOptions.CertificatePath"/>).</summary>
    public string UserName { get; set; } = "";

    /// <summary>The password. Keep it where passwords are kept. Required with <see cref="UserName"/>.</summary>
    public string Password { get; set; } = "";

    /// <summary>How the connection is protected.</summary>
    public RabbitMqTlsOptions Tls { get; } = new();

    /// <summary>
    /// The queue of work; the names of all others begin with it. Letters, digits, hyphens, underscores and dots, at most 100.
    /// <c>autoresolve</c>.
    /// </summary>
    public string Queue { get; set; } = "autoresolve";

    /// <summary>Who sends, as messages say it: a URI reference such as <c>/help-desk</c>. <c>/autoresolve</c>.</summary>
    public string Source { get; set; } = "/autoresolve";

    /// <summary>
    /// How long the broker may take to confirm what is sent. After that it is sent again on another connection, so that it may come twice,
    /// with one id; a publisher throws.
    /// </summary>
    /// <value>100 milliseconds to 10 minutes. Default: 30 seconds.</value>
    public TimeSpan ConfirmTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many copies of its queues a cluster keeps, an odd number. Read where a queue is created, and never changed after
    /// that.</summary>
    /// <value>Null, the default: what the broker does by itself, which is up to three.</value>
    public int? QueueCopies { get; set; }

    /// <summary>Takes all that an address says, as configuration has it; see <see cref="SetAddress(Uri)"/>.</summary>
    /// <param name="address">The address: <c>amqps://user:password@host:5671/virtual-host</c>.</param>
    /// <exception cref="ArgumentException">It is missing, or another kind of address. It is not quoted, since it may hold a
    /// password.</exception>
    public void SetAddress(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            throw new ArgumentException(
                "The address of the broker is missing. Set what it is read from, such as ConnectionStrings__Broker: "
                    + "amqps://user:password@host:5671/virtual-host.",
                nameof(address)
            );
        if (!Uri.TryCreate(address, UriKind.Absolute, out var read))
            throw new ArgumentException(
                "The address of the broker cannot be read: amqps://user:password@host:5671/virtual-host, in which what is no letter or "
                    + "digit of user and password is escaped (%40 for @). It is not quoted here, since it may hold a password.",
                nameof(address)
            );
        SetAddress(read);
    }

    /// <summary>Takes all that an address says, as it is common for brokers: <c>amqps://user:password@host:5671/virtual-host</c>. What it
    /// does not say stays as it was.</summary>
    /// <param name="address">The address, with <c>amqp</c> or <c>amqps</c>, which is with TLS.</param>
    /// <exception cref="ArgumentException">It is another kind of address.</exception>
    public void SetAddress(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("amqp" or "amqps") || address.Host.Length == 0)
            throw new ArgumentException(
                "The address of a broker begins with amqp:// or amqps:// and names a host: amqps://user:password@host:5671/virtual-host.",
                nameof(address)
            );
        Hosts.Clear();
        Hosts.Add(address.Host);
        Tls.IsEnabled = address.Scheme == "amqps";
        if (address.Port > 0)
            Port = address.Port;
        var user = address.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
            UserName = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            Password = Uri.UnescapeDataString(user[1]);
        if (address.AbsolutePath.Length > 1)
            VirtualHost = Uri.UnescapeDataString(address.AbsolutePath[1..]);
    }
}
