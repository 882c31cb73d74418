using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AutoResolve.Tests.Docs;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>The sample, built from the packages, does over HTTP what its page says.</summary>
[Collection(PackedTests.Name)]
[Trait("Category", "Packages")]
public sealed class SampleTests(PackedPackages packed, SharedSample shared) : IClassFixture<SharedSample>
{
    private static readonly Regex Call = new(@"curl http://localhost:5080(?<path>/\S+) --json '(?<body>[^']+)'");

    private const string Refund = """{ "id": "s-2", "text": "I want a refund.", "requester": "r-1" }""";

    // The calls stand on the sample's page.
    [Fact]
    public async Task Calls_OfTheReadme_DoWhatItSays()
    {
        var sample = shared.Running;
        var calls = Call.Matches(Repository.Read("src/Samples/HelpDesk/README.md"));
        List<JsonElement> answers = [];
        foreach (Match call in calls)
        {
            var (status, answer) = await sample.PostAsync(call.Groups["path"].Value, call.Groups["body"].Value);
            Assert.Equal(HttpStatusCode.OK, status);
            answers.Add(Json(answer));
        }

        Assert.Equal(["Asked", "Routed", "Escalated"], answers.Select(answer => Text(answer, "outcome")));
        Assert.Equal("Which order is it about?", Text(answers[0].GetProperty("questions")[0], "text"));
        Assert.Equal("payments", Text(answers[1], "team"));
    }

    [Fact]
    public async Task Answer_ToThePortal_IsWhatTheCustomerReads()
    {
        var (_, answer) = await shared.Running.PostAsync("/issues", """{ "id": "s-1", "text": "I forgot my password" }""");

        Assert.Equal("Choose 'Forgot password' on the sign-in page.", Text(Json(answer), "text"));
    }

    [Fact]
    public async Task Health_OfARunningSample_IsHealthy() =>
        Assert.Equal("Healthy", await shared.Running.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));

    [Theory]
    [InlineData("/issues", """{ "id": "" , "text": "refund" }""", HttpStatusCode.BadRequest)]
    [InlineData("/issues", """{ "id": "i-1" }""", HttpStatusCode.BadRequest)]
    [InlineData("/issues", """{ "id": "i-1", "text": "a", "isAdmin": true }""", HttpStatusCode.BadRequest)]
    [InlineData("/issues", "nonsense", HttpStatusCode.BadRequest)]
    [InlineData("/turns", """{ "issueId": "i-1", "id": "m-9", "by": "machine", "text": "refund" }""", HttpStatusCode.BadRequest)]
    [InlineData("/turns", """{ "issueId": "i-1", "id": "m-9", "by": "agent", "text": "refund" }""", HttpStatusCode.BadRequest)]
    [InlineData("/inbox/issues", Refund, HttpStatusCode.Unauthorized)]
    public async Task Message_ThatIsWrong_IsRefused(string path, string body, HttpStatusCode expected)
    {
        var sample = shared.Running;

        var (status, answer) = await sample.PostAsync(path, body);

        Assert.Equal(expected, status);
        if (expected == HttpStatusCode.BadRequest)
            Assert.Equal(400, Json(answer).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Message_ThatIsTooLargeOrNoJson_IsRefused()
    {
        await using var sample = await RunningSample.StartAsync(packed);
        using var form = new FormUrlEncodedContent([new("id", "i-1"), new("text", "refund")]);

        var (tooLarge, _) = await sample.PostAsync("/issues", $$"""{ "id": "i-1", "text": "{{new string('x', 300_000)}}" }""");
        var (longId, _) = await sample.PostAsync("/issues", $$"""{ "id": "{{new string('i', 257)}}", "text": "refund" }""");
        using var noJson = await sample.Client.PostAsync(new Uri("/issues", UriKind.Relative), form);

        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType),
            (tooLarge, longId, noJson.StatusCode)
        );
    }

    [Fact]
    public async Task Telemetry_GoesToTheCollector()
    {
        await using var collector = await Collector.StartAsync();
        await using var sample = await RunningSample.StartAsync(
            packed,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100")
        );

        await sample.PostAsync("/issues", Refund);

        await collector.Received("autoresolve.decisions");
        await collector.Received("autoresolve.process");
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
