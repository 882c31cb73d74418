using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>What people type wrong is told, all at once.</summary>
public sealed class OptionsTests
{
    public static TheoryData<Action<RabbitMqOptions>, string> WrongBrokers =>
        new()
        {
            { options => options.UserName = "", "UserName and Password are missing" },
            { options => options.Password = "", "Password is missing" },
            { options => options.Hosts.Add("amqp://rabbit:5672"), "write the name alone" },
            { options => options.Hosts.Add("rab bit"), "'rab bit'" },
            { options => options.Port = 0, "Port is 0" },
            { options => options.VirtualHost = "", "VirtualHost is empty" },
            { options => options.Queue = "my queue", "Queue is 'my queue'" },
            { options => options.Queue = "", "Queue is ''" },
            { options => options.Source = " ", "Source is empty" },
            { options => options.ConfirmTimeout = TimeSpan.Zero, "ConfirmTimeout is 00:00:00" },
            { options => options.QueueCopies = 2, "QueueCopies is 2" },
            { options => options.Tls.ServerName = "x", "Tls has settings and is not enabled" },
            { options => (options.Tls.IsEnabled, options.Tls.AuthorityPath) = (true, "none.pem"), "there is no such file" },
            { options => (options.Tls.IsEnabled, options.Tls.KeyPath) = (true, typeof(OptionsTests).Assembly.Location), "CertificatePath" },
        };

    public static TheoryData<Action<RabbitMqWorkerOptions>, string> WrongWorkers =>
        new()
        {
            { options => options.Concurrency = 0, "Concurrency is 0" },
            { options => options.Prefetch = 8, "Prefetch is 8" },
            { options => options.Prefetch = 10_001, "Prefetch is 10001" },
            { options => options.DeliveryLimit = 0, "DeliveryLimit is 0" },
            { options => options.RetryDelays.Add(TimeSpan.Zero), "RetryDelays" },
            { options => options.MaxMessageBytes = 10, "MaxMessageBytes is 10" },
            { options => options.KeepParked = TimeSpan.Zero, "KeepParked" },
        };

    [Theory]
    [MemberData(nameof(WrongBrokers))]
    public void Broker_SetWrong_IsTold(Action<RabbitMqOptions> set, string told) =>
        Assert.Contains(told, Problems(broker: set), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(WrongWorkers))]
    public void Worker_SetWrong_IsTold(Action<RabbitMqWorkerOptions> set, string told) =>
        Assert.Contains(told, Problems(worker: set), StringComparison.Ordinal);

    [Theory]
    [InlineData("amqp://u:p@rabbit", "rabbit", null, "u", "p", "/", false)]
    [InlineData("amqps://u%40x:p%2Fq@rabbit:9999/team", "rabbit", 9999, "u@x", "p/q", "team", true)]
    [InlineData("amqp://rabbit/%2F", "rabbit", null, "", "", "/", false)]
    [InlineData("amqp://[::1]:5673", "[::1]", 5673, "", "", "/", false)]
    public void Address_OfABroker_IsTakenWhole(
        string address,
        string host,
        int? port,
        string user,
        string password,
        string virtualHost,
        bool tls
    )
    {
        var options = new RabbitMqOptions();

        options.SetAddress(new Uri(address));

        Assert.Equal(
            (host, port, user, password, virtualHost, tls),
            (options.Hosts.Single(), options.Port, options.UserName, options.Password, options.VirtualHost, options.Tls.IsEnabled)
        );
    }

    [Theory]
    [InlineData(null, "is missing")]
    [InlineData(" ", "is missing")]
    [InlineData("rabbit pw-secret", "cannot be read")]
    [InlineData("amqp://sample:pw-secret@", "cannot be read")]
    [InlineData("http://sample:pw-secret@rabbit", "begins with amqp")]
    public void Address_AsTextThatIsNone_IsToldWithoutThePassword(string? address, string told)
    {
        var exception = Assert.Throws<ArgumentException>(() => new RabbitMqOptions().SetAddress(address));

        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pw-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Address_AsText_IsTaken()
    {
        var options = new RabbitMqOptions();

        options.SetAddress("amqps://u:p@rabbit");

        Assert.Equal(("rabbit", true), (options.Hosts.Single(), options.Tls.IsEnabled));
    }

    [Theory]
    [InlineData("http://rabbit")]
    [InlineData("amqp:rabbit")]
    [InlineData("amqp:///vhost")]
    public void Address_OfSomethingElse_IsRefused(string address) =>
        Assert.Throws<ArgumentException>(() => new RabbitMqOptions().SetAddress(new Uri(address)));

    private static string Problems(Action<RabbitMqOptions>? broker = null, Action<RabbitMqWorkerOptions>? worker = null)
    {
        var services = new ServiceCollection();
        services
            .AddAutoResolve(_ => { })
            .UseRules(Desk.RuleSource)
            .UseInMemoryJournal()
            .AddRabbitMqWorker(worker, options =>
            {
                (options.UserName, options.Password) = ("u", "p");
                broker?.Invoke(options);
            });
        using var provider = services.BuildServiceProvider();
        return Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate()).Message;
    }
}
