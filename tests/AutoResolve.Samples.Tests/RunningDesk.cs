using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using HelpDesk;
using HelpDesk.Approvals;
using HelpDesk.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Samples.Tests;

/// <summary>The sample as it runs, on a port and with a journal of its own.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    public static readonly byte[] Secret = SHA256.HashData("one"u8);
    public static readonly byte[] OtherSecret = SHA256.HashData("two"u8);

    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly HttpClient _client;

    private RunningDesk(WebApplication app, string folder, FakeTimeProvider clock)
    {
        (_app, _folder, Clock) = (app, folder, clock);
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTimeProvider Clock { get; }

    public Outbox Outbox => _app.Services.GetRequiredService<Outbox>();

    public IIssueProcessor Processor => _app.Services.GetRequiredService<IIssueProcessor>();

    public WaitingApprovals Approvals => _app.Services.GetRequiredService<WaitingApprovals>();

    public TicketDesk Tickets => _app.Services.GetRequiredService<TicketDesk>();

    public static async Task<RunningDesk> StartAsync(params byte[][] secrets)
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-").FullName;
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));
        var settings = new Dictionary<string, string?>
        {
            ["Journal"] = Path.Combine(folder, "journal.db"),
            ["AutoResolve:RulesFolder"] = Path.Combine(AppContext.BaseDirectory, "rules"),
            ["AutoResolve:ReloadOnChange"] = "false",
            ["Inbox:MaxBodyBytes"] = "20000",
            ["Urls"] = "http://127.0.0.1:0",
        };
        byte[][] used = secrets.Length == 0 ? [Secret] : secrets;
        for (var place = 0; place < used.Length; place++)
            settings[$"Inbox:Secrets:{place}"] = Convert.ToBase64String(used[place]);
        var app = HelpDeskHost.Build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Logging.ClearProviders();
        });
        await app.StartAsync();
        return new RunningDesk(app, folder, clock);
    }

    /// <summary>Posts as a sender does that has the secret.</summary>
    public Task<(HttpStatusCode Status, string Answer)> PostAsync(
        string path,
        string body,
        byte[]? secret = null,
        TimeSpan age = default
    ) => SendAsync(path, Encoding.UTF8.GetBytes(body), Sign(secret ?? Secret, Clock.GetUtcNow() - age, body));

    public async Task<(HttpStatusCode Status, string Answer)> SendAsync(string path, byte[] body, string? signature, bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = isChunked;
        if (signature is not null)
            request.Headers.Add("X-HelpDesk-Signature", signature);
        using var response = await _client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Posts as a portal does.</summary>
    public async Task<(HttpStatusCode Status, string Answer)> PostJsonAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await _client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public Task<string> GetAsync(string path) => _client.GetStringAsync(new Uri(path, UriKind.Relative));

    public static string Sign(byte[] secret, DateTimeOffset time, string body) =>
        $"t={time.ToUnixTimeSeconds()},v1={Hash(secret, time, body)}";

    public static string Hash(byte[] secret, DateTimeOffset time, string body) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                secret,
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time.ToUnixTimeSeconds()}.{body}"))
            )
        );

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
