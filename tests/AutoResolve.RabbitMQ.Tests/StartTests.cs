using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>What is set wrong keeps a host from starting, and says what to do.</summary>
[Collection(ServerTests.Name)]
[Trait("Category", "RabbitMQ")]
public sealed class StartTests(ServersFixture servers)
{
    [SkippableFact]
    public async Task Queue_OfOtherArguments_IsToldWithWhatToDo()
    {
        var name = servers.NewName();
        await using (var connection = await servers.Broker.ConnectAsync())
        await using (var channel = await connection.CreateChannelAsync())
            await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false);
        var desk = Desk.Create(servers, name);

        var exception = await Assert.ThrowsAsync<RabbitMqException>(() => desk.Host.StartAsync());

        Assert.True(exception.IsSetting);
        Assert.StartsWith($"The broker has the queue '{name}' with other arguments", exception.Message, StringComparison.Ordinal);
        Assert.Contains("inequivalent arg", exception.Message, StringComparison.Ordinal);
        Assert.Contains("delete it at the broker", exception.Message, StringComparison.Ordinal);

        // What is there is not seen to keep messages, so it is no way out.
        Assert.DoesNotContain("CreatesQueues", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Queue_NotThereAndNotCreated_IsTold()
    {
        var desk = Desk.Create(servers, worker: options => options.CreatesQueues = false);

        var exception = await Assert.ThrowsAsync<RabbitMqException>(() => desk.Host.StartAsync());

        Assert.StartsWith($"The broker does not have the queue '{desk.Name}'", exception.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("worker", "hunter2", "refuses the user 'worker'")]
    [InlineData("nobody", "hunter2", "refuses the user 'nobody'")]
    public async Task Credentials_Wrong_AreToldWithoutThePassword(string user, string password, string told)
    {
        var desk = Desk.Create(servers, broker: options => (options.UserName, options.Password) = (user, password));

        var exception = await Assert.ThrowsAsync<RabbitMqException>(() => desk.Host.StartAsync());

        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(password, exception.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task VirtualHost_NotThere_IsTold()
    {
        var desk = Desk.Create(servers, broker: options => options.VirtualHost = "elsewhere");

        var exception = await Assert.ThrowsAsync<RabbitMqException>(() => desk.Host.StartAsync());

        Assert.True(exception.IsSetting);
        Assert.Contains("virtual host", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Tls_OfATrustedAuthority_Works()
    {
        var certificates = servers.Broker.Certificates!;
        await using var desk = Desk.Create(servers, broker: options =>
        {
            options.Port = servers.Broker.TlsPort;
            options.Tls.IsEnabled = true;
            options.Tls.AuthorityPath = certificates.Authority;
        });
        await desk.StartAsync();

        await desk.Publisher.PublishAsync(new Issue { Id = "1", Text = "It says please wait" });

        await Patience.UntilAsync(() => Task.FromResult(desk.Channel.Sent.Count == 1));
    }

    [SkippableFact]
    public async Task Tls_OfAnAuthorityThatNobodyTrusts_IsRefused()
    {
        var desk = Desk.Create(servers, broker: options =>
        {
            options.Port = servers.Broker.TlsPort;
            options.Tls.IsEnabled = true;
        });

        var exception = await Assert.ThrowsAsync<RabbitMqException>(() => desk.Host.StartAsync());

        Assert.Contains("is not trusted", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Tls_AtAPortWithoutIt_IsToldAndNoCertificateIsBlamed()
    {
        var desk = Desk.Create(servers, broker: options =>
        {
            options.Port = servers.Broker.Port;
            options.Tls.IsEnabled = true;
        });

        var exception = await Record.ExceptionAsync(() => desk.Host.StartAsync());

        var told = exception?.Message ?? desk.Worker.Problem!;
        Assert.Contains("without TLS", told, StringComparison.Ordinal);
        Assert.DoesNotContain("is not trusted", told, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Tls_WithACertificateOfAUser_SignsIn()
    {
        await using var desk = Create(servers.Broker.Certificates!, RabbitBroker.User);
        await desk.StartAsync();

        await desk.Publisher.PublishAsync(new Issue { Id = "1", Text = "It says please wait" });

        await Patience.UntilAsync(() => Task.FromResult(desk.Channel.Sent.Count == 1));
    }

    [SkippableFact]
    public async Task Tls_WithACertificateOfNoUser_IsRefusedAndTold()
    {
        var desk = Create(servers.Broker.Certificates!, RabbitBroker.Stranger);

        var exception = await Assert.ThrowsAsync<RabbitMqException>(() => desk.Host.StartAsync());

        Assert.True(exception.IsSetting);
        Assert.Contains("does not let in whom the certificate", exception.Message, StringComparison.Ordinal);
        Assert.Contains("stranger.pem", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Tls_WithACertificateOfAnotherAuthority_DoesNotSignIn()
    {
        _ = servers.Broker;
        using var folder = new TemporaryCertificates(RabbitBroker.User);
        await using var desk = Create(servers.Broker.Certificates!, RabbitBroker.User, folder.Certificates);

        var start = await Record.ExceptionAsync(() => desk.Host.StartAsync());

        Assert.True(start is RabbitMqException || desk.Worker.Problem is not null, "It signed in.");
    }

    [SkippableFact]
    public async Task Publish_WithoutAQueue_IsTold()
    {
        var desk = Desk.Create(servers);

        var exception = await Assert.ThrowsAsync<RabbitMqException>(async () => await desk.Publisher.PublishAsync(new Issue { Id = "1" }));

        Assert.Contains($"does not have the queue '{desk.Name}'", exception.Message, StringComparison.Ordinal);
    }

    private Desk Create(BrokerCertificates trusted, string name, BrokerCertificates? shown = null) =>
        Desk.Create(servers, broker: options =>
        {
            options.Port = servers.Broker.TlsPort;
            (options.UserName, options.Password) = ("", "");
            options.Tls.IsEnabled = true;
            options.Tls.AuthorityPath = trusted.Authority;
            (options.Tls.CertificatePath, options.Tls.KeyPath) = (shown ?? trusted).Of(name);
        });

    private sealed class TemporaryCertificates : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autoresolve-certificates-");

        public TemporaryCertificates(string name) => Certificates = BrokerCertificates.Create(_folder.FullName, name);

        public BrokerCertificates Certificates { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }

    [Fact]
    public void Worker_WithoutAJournal_SaysWhatToAdd()
    {
        var services = new ServiceCollection();
        services
            .AddAutoResolve(_ => { })
            .UseRules(Desk.RuleSource)
            .AddRabbitMqWorker(broker: options => (options.UserName, options.Password) = ("worker", "secret"));
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(() =>
            provider.GetServices<Microsoft.Extensions.Hosting.IHostedService>().ToList()
        );

        Assert.Contains("only with a journal", exception.Message, StringComparison.Ordinal);
    }
}
