using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AutoResolve.Actions;
using AutoResolve.Actions.BuiltIn;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Snapshooter.Xunit;

namespace AutoResolve.Tests.Actions.BuiltIn;

/// <summary>The handler <c>webhook</c> through the whole pipeline, against a server on this machine.</summary>
[Collection(Tracing.Name)]
public sealed class WebhookTests
{
    private const string Secret = "correct horse battery staple, twice";
    private const int MaxRetries = 3;

    private static readonly TimeSpan AttemptTimeout = new HandlerOptions().AttemptTimeout;

    [Fact]
    public async Task Call_OfARule_IsSentAsDocumented()
    {
        await using var server = new HookServer(HookAnswers.Status(200));
        await using var host = Host(
            Rule(
                """
                "url": "{{ issue.fields.server }}/incidents?source=rules", "event": "defect-seen",
                "body": { "product": "{{ issue.product | default: 'va.gov' }}", "count": 3, "share": 0.25, "isNew": true,
                  "nothing": null, "since": "2026-11-23", "list": [1, "two", { "three": [] }], "text": "ä < \"b\"" }
                """
            ),
            [server.Origin]
        );

        var disposition = await host.ProcessAsync(Issue(server));

        Assert.Equal(
            (ActionState.Succeeded, "127.0.0.1 answered 200."),
            (disposition.Actions.Single().State, disposition.Actions.Single().Message)
        );
        var request = Assert.Single(server.Requests);
        Assert.Equal(disposition.Actions.Single().Key, request.Headers["Idempotency-Key"]);
        var headers = request
            .Headers.Where(header => header.Key != "Host")
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {(header.Key == "Idempotency-Key" ? "(of the address)" : header.Value)}");
        Snapshot.Match($"{request.Line}\n{string.Join('\n', headers)}\n\n{Indented(request.Body)}\n");
    }

    [Fact]
    public async Task Signature_OfTimeAndBody_IsWhatAReceiverComputes()
    {
        await using var server = new HookServer(HookAnswers.Status(200));
        await using var host = Host(server);

        await host.ProcessAsync(Issue(server));

        var request = Assert.Single(server.Requests);
        var parts = request
            .Headers["X-AutoResolve-Signature"]
            .Split(',')
            .Select(part => part.Split('='))
            .ToDictionary(part => part[0], part => part[1]);
        using var mac = new HMACSHA256(Encoding.UTF8.GetBytes(Secret));
        Assert.Equal(host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), parts["t"]);
        Assert.Equal(
            Convert
                .ToHexString(mac.ComputeHash(Encoding.UTF8.GetBytes($"{parts["t"]}.{Encoding.UTF8.GetString(request.Body)}")))
                .ToLowerInvariant(),
            parts["v1"]
        );
    }

    // printf '1764000000.{"a":1}' | openssl dgst -sha256 -hmac 'correct horse battery staple, twice'
    [Fact]
    public void Signature_OfAKnownMessage_IsThatOfOtherTools() =>
        Assert.Equal(
            "t=1764000000,v1=6a57a04429402b90d249aa0792dc7c02984ec5d916ab4a827552985ac285fcab",
            WebhookSignature.Sign(Encoding.UTF8.GetBytes(Secret), DateTimeOffset.FromUnixTimeSeconds(1764000000), """{"a":1}"""u8)
        );

    [Theory]
    [InlineData("../../admin", false)]
    [InlineData("a/../admin", false)]
    [InlineData("a/delete", true)]
    [InlineData("..", false)]
    [InlineData(".", false)]
    [InlineData("%2e%2e", false)]
    [InlineData("%252e%252e", false)]
    [InlineData("a%2fdelete", true)]
    [InlineData("a%5Cdelete", true)]
    [InlineData("a\\\\delete", true)]
    public async Task Url_WithAValueThatWouldLeaveItsPath_IsNotCalled(string value, bool isRefusedByHandler)
    {
        await using var server = new HookServer(HookAnswers.Status(200));
        await using var host = Host(
            Rule(
                $$$"""
                "url": "{{{server.Origin}}}/customers/{{ issue.fields.id }}/notes"
                """
            ),
            [server.Origin]
        );
        var issue = Issue(server);

        var disposition = await host.ProcessAsync(
            issue with
            {
                Fields = new Dictionary<string, string>(issue.Fields) { ["id"] = value.Replace("\\\\", "\\", StringComparison.Ordinal) },
            }
        );

        // Dots count as missing before anything is done; a separator is refused by the handler.
        Assert.Equal(Outcome.Escalated, disposition.Outcome);
        Assert.All(disposition.Actions, action => Assert.Contains("would lead elsewhere", action.Message, StringComparison.Ordinal));
        Assert.Equal(isRefusedByHandler ? 1 : 0, disposition.Actions.Count);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("1017", "/customers/1017/notes")]
    [InlineData("v1.2..3", "/customers/v1.2..3/notes")]
    [InlineData("a?b#c", "/customers/a%3Fb%23c/notes")]
    public async Task Url_WithAPlainValue_IsCalled(string value, string path)
    {
        await using var server = new HookServer(HookAnswers.Status(200));
        await using var host = Host(
            Rule(
                $$$"""
                "url": "{{{server.Origin}}}/customers/{{ issue.fields.id }}/notes?next=a/../b"
                """
            ),
            [server.Origin]
        );
        var issue = Issue(server);

        await host.ProcessAsync(issue with { Fields = new Dictionary<string, string>(issue.Fields) { ["id"] = value } });

        Assert.Contains($" {path}?next=", Assert.Single(server.Requests).Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_OfAnIdempotentHook_HasTheSameKeyAndBody()
    {
        await using var server = new HookServer(HookAnswers.Status(503), HookAnswers.Status(200));
        await using var host = Host(server, isIdempotent: true);

        var action = (await host.ProcessAsync(Issue(server))).Actions.Single();

        Assert.Equal((ActionState.Succeeded, 2), (action.State, action.Attempts));
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal([action.Key, action.Key], server.Requests.Select(request => request.Headers["Idempotency-Key"]));
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
    }

    [Fact]
    public async Task Call_OfTheSameIssueAgain_IsNotSentTwice()
    {
        await using var server = new HookServer(HookAnswers.Status(200));
        await using var host = Host(server);

        await host.ProcessAsync(Issue(server));
        var again = await host.ProcessAsync(Issue(server));

        Assert.True(again.IsDuplicate);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(200, ActionState.Succeeded, false)]
    [InlineData(202, ActionState.Succeeded, false)]
    [InlineData(204, ActionState.Succeeded, false)]
    [InlineData(304, ActionState.Failed, false)]
    [InlineData(400, ActionState.Failed, false)]
    [InlineData(401, ActionState.Failed, false)]
    [InlineData(404, ActionState.Failed, false)]
    [InlineData(408, ActionState.Failed, true)]
    [InlineData(410, ActionState.Failed, false)]
    [InlineData(429, ActionState.Failed, true)]
    [InlineData(500, ActionState.Failed, true)]
    [InlineData(503, ActionState.Failed, true)]
    public async Task Status_OfTheAnswer_DecidesWhatBecomesOfTheCall(int status, ActionState fate, bool isRetried)
    {
        await using var server = new HookServer(HookAnswers.Status(status));
        await using var careful = Host(server);
        await using var idempotent = Host(server, isIdempotent: true);

        var once = (await careful.ProcessAsync(Issue(server))).Actions.Single();
        var more = (await idempotent.ProcessAsync(Issue(server))).Actions.Single();

        Assert.Equal((fate, 1), (once.State, once.Attempts));
        Assert.StartsWith($"127.0.0.1 answered {status}", once.Message, StringComparison.Ordinal);
        Assert.Equal((fate, isRetried ? 1 + MaxRetries : 1), (more.State, more.Attempts));
        Assert.Equal(once.Attempts + more.Attempts, server.Requests.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_ToAnotherServer_IsNotFollowed(int status)
    {
        await using var other = new HookServer(HookAnswers.Status(200));
        await using var server = new HookServer(HookAnswers.Status(status, $"Location: {other.Origin}/elsewhere\r\n"));
        await using var host = Host(server, isIdempotent: true, more: [other.Origin]);

        var action = (await host.ProcessAsync(Issue(server))).Actions.Single();

        Assert.Equal(
            (ActionState.Failed, $"127.0.0.1 answered {status}: it sends elsewhere, and that is not followed."),
            (action.State, action.Message)
        );
        Assert.Single(server.Requests);
        Assert.Equal(0, other.Connections);
    }

    public static TheoryData<string, string> Breaks =>
        new()
        {
            {
                nameof(HookAnswers.Garbage),
                "The connection to 127.0.0.1 broke (InvalidResponse), so whether the call was heeded is not known."
            },
            {
                nameof(HookAnswers.Nothing),
                "The connection to 127.0.0.1 broke (ResponseEnded), so whether the call was heeded is not known."
            },
            {
                nameof(HookAnswers.HalfAHeader),
                "The connection to 127.0.0.1 broke (ResponseEnded), so whether the call was heeded is not known."
            },
            {
                nameof(HookAnswers.HalfABody),
                "The connection to 127.0.0.1 broke (ResponseEnded), so whether the call was heeded is not known."
            },
            {
                nameof(HookAnswers.BadChunk),
                "The connection to 127.0.0.1 broke (InvalidResponse), so whether the call was heeded is not known."
            },
            { nameof(HookAnswers.Reset), "The connection to 127.0.0.1 broke, so whether the call was heeded is not known." },
            {
                nameof(HookAnswers.EndlessHeaders),
                "The connection to 127.0.0.1 broke (ConfigurationLimitExceeded), so whether the call was heeded is not known."
            },
        };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Answer_ThatBreaks_NeedsAPersonOrIsTriedAgainWhereThatIsSafe(string answer, string message)
    {
        await using var server = new HookServer(Find(answer));
        await using var careful = Host(server);
        await using var idempotent = Host(server, isIdempotent: true);

        var once = (await careful.ProcessAsync(Issue(server))).Actions.Single();
        var more = (await idempotent.ProcessAsync(Issue(server))).Actions.Single();

        Assert.Equal((ActionState.NeedsPerson, message, 1), (once.State, once.Message, once.Attempts));
        Assert.Equal((ActionState.Failed, message, 1 + MaxRetries), (more.State, more.Message, more.Attempts));
    }

    [Theory]
    [InlineData(nameof(HookAnswers.EndlessBody))]
    [InlineData(nameof(HookAnswers.EndlessChunks))]
    public async Task Answer_WithoutEnd_IsLeftUnread(string answer)
    {
        await using var server = new HookServer(Find(answer));
        await using var host = Host(server, isIdempotent: true);

        var action = (await host.ProcessAsync(Issue(server))).Actions.Single();

        Assert.Equal(
            (ActionState.Failed, "127.0.0.1 answered 200 with more than 65536 bytes, of which the rest was not read.", 1),
            (action.State, action.Message, action.Attempts)
        );
        await server.Left;
    }

    [Theory]
    [InlineData(WebhookHandler.MaxResponseBytes, ActionState.Succeeded)]
    [InlineData(WebhookHandler.MaxResponseBytes + 1, ActionState.Failed)]
    [InlineData(10_000_000, ActionState.Failed)]
    public async Task Answer_OfALength_IsReadUpToTheLimit(int length, ActionState fate)
    {
        await using var server = new HookServer(HookAnswers.Status(200, length: length));
        await using var host = Host(server);

        Assert.Equal(fate, (await host.ProcessAsync(Issue(server))).Actions.Single().State);
    }

    [Theory]
    [InlineData(nameof(HookAnswers.Silence))]
    [InlineData(nameof(HookAnswers.SlowHeaders))]
    [InlineData(nameof(HookAnswers.SlowBody))]
    public async Task Answer_ThatDoesNotCome_EndsWithTheAttempt(string answer)
    {
        await using var server = new HookServer(Find(answer));
        await using var host = Host(server);

        var processing = host.ProcessAsync(Issue(server)).AsTask();
        await server.Asked;
        Assert.False(processing.IsCompleted);
        host.Time.Advance(AttemptTimeout);
        var disposition = await processing.WaitAsync(Patience.Long);

        Assert.Equal(Outcome.Escalated, disposition.Outcome);
        Assert.Equal((ActionState.InDoubt, 1), (disposition.Actions.Single().State, disposition.Actions.Single().Attempts));
        Assert.Single(server.Requests);
        await server.Left;
    }

    [Fact]
    public async Task Certificate_OfNobodyKnown_IsNotTalkedTo()
    {
        using var key = RSA.Create(2048);
        using var made = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=127.0.0.1",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(99));
        await using var server = new HookServer(made, HookAnswers.Status(200));
        await using var host = Host(server);

        var action = (await host.ProcessAsync(Issue(server))).Actions.Single();

        Assert.Equal(
            (ActionState.Failed, "The connection to 127.0.0.1 could not be made (SecureConnectionError), so nothing was sent."),
            (action.State, action.Message)
        );
        Assert.Equal(1, server.Connections);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsToldAndTriedAgainWhereThatIsSafe()
    {
        const string Message = "The connection to 127.0.0.1 could not be made (ConnectionError), so nothing was sent.";
        var gone = new HookServer(HookAnswers.Status(200));
        await using var careful = Host(gone);
        await using var idempotent = Host(gone, isIdempotent: true);
        var issue = Issue(gone);
        await gone.DisposeAsync();

        var once = (await careful.ProcessAsync(issue)).Actions.Single();
        var more = (await idempotent.ProcessAsync(issue)).Actions.Single();

        Assert.Equal((ActionState.Failed, Message, 1), (once.State, once.Message, once.Attempts));
        Assert.Equal((ActionState.Failed, Message, 1 + MaxRetries), (more.State, more.Message, more.Attempts));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hooks.example.org")]
    [InlineData("/hook")]
    [InlineData("//")]
    [InlineData("https://")]
    [InlineData("https:hook")]
    [InlineData("https://hooks.example.org../")]
    [InlineData("https://hooks.example.org\\\\@evil.test")]
    [InlineData("https://hooks.example.org:99999")]
    [InlineData("javascript:alert(1)")]
    public async Task Url_ThatIsNone_IsTold(string url)
    {
        await using var host = Host(Rule($"\"url\": \"{url}\""), ["hooks.example.org"]);

        var action = (await host.ProcessAsync("alpha")).Actions.Single();

        Assert.Equal(
            (ActionState.Failed, "'url' is not an address such as https://hooks.example.org/incidents."),
            (action.State, action.Message)
        );
    }

    [Theory]
    [InlineData("https://agent@hooks.example.org")]
    [InlineData("https://agent:word@hooks.example.org")]
    [InlineData("https://hooks.example.org@evil.test")]
    [InlineData("mailto:agent@hooks.example.org")]
    public async Task Url_WithAUser_IsTold(string url)
    {
        await using var host = Host(Rule($"\"url\": \"{url}\""), ["hooks.example.org"]);

        var action = (await host.ProcessAsync("alpha")).Actions.Single();

        Assert.Equal(
            (ActionState.Failed, "'url' holds a user name or a password; the signature says who calls."),
            (action.State, action.Message)
        );
    }

    [Theory]
    [InlineData(".evil.test", "The host of 'url' is not allowed by this scheme and port.")]
    [InlineData(".evil.test/", "'url' is not an address such as https://hooks.example.org/incidents.")]
    [InlineData("@evil.test", "'url' is not an address such as https://hooks.example.org/incidents.")]
    [InlineData("@evil.test/", "'url' is not an address such as https://hooks.example.org/incidents.")]
    [InlineData(":8443", "'url' is not an address such as https://hooks.example.org/incidents.")]
    [InlineData(":443@evil.test", "'url' is not an address such as https://hooks.example.org/incidents.")]
    [InlineData("?https://evil.test", "'url' is not an address such as https://hooks.example.org/incidents.")]
    [InlineData("#@evil.test", "'url' is not an address such as https://hooks.example.org/incidents.")]
    [InlineData("/admin/evil.test", "'url' is not an address such as https://hooks.example.org/incidents.")]
    public async Task Host_WithATemplatesValueAfterIt_StaysTheOneThatIsAllowed(string value, string message)
    {
        await using var host = Host(Rule("\"url\": \"https://hooks.example.org{{ issue.fields.path }}\""), ["hooks.example.org"]);
        host.Get<Microsoft.Extensions.Options.IOptionsMonitor<ActionOptions>>().CurrentValue.DryRun = true;

        var action = (await host.ProcessAsync(SomeRules.Issue("alpha", fields: ("path", value)))).Actions.Single();

        Assert.Equal(message, action.Message);
    }

    [Fact]
    public async Task Host_ThatKeepsFailing_IsLeftAloneAndOtherHostsAreNot()
    {
        await using var ill = new HookServer(HookAnswers.Status(503));
        await using var well = new HookServer(HookAnswers.Status(200));
        await using var host = Host(ill, more: [well.Origin], configure: options => options.MaxWait = TimeSpan.FromMilliseconds(10));
        for (var number = 0; number < 10; number++)
            await host.ProcessAsync(Issue(ill) with { Id = $"issue-{number}" });

        var refusing = host.ProcessAsync(Issue(ill) with { Id = "refused" }).AsTask();
        while (!refusing.IsCompleted)
        {
            host.Time.Advance(TimeSpan.FromMilliseconds(5));
            await Task.WhenAny(refusing, Task.Delay(1));
        }

        var refused = (await refusing).Actions.Single();
        var called = (await host.ProcessAsync(Issue(well) with { Id = "called" })).Actions.Single();

        Assert.Equal("Its handler keeps failing and is left alone for a while; it was not called.", refused.Message);
        Assert.Equal(10, ill.Requests.Count);
        Assert.Equal(ActionState.Succeeded, called.State);
    }

    [Fact]
    public async Task Host_ThatDoesNotAnswer_KeepsNoTurnsFromOtherHosts()
    {
        await using var silent = new HookServer(HookAnswers.Silence);
        await using var well = new HookServer(HookAnswers.Status(200));
        await using var host = Host(silent, more: [well.Origin], configure: options => options.MaxConcurrency = 1);
        var waiting = host.ProcessAsync(Issue(silent) with { Id = "waiting" }).AsTask();
        await silent.Asked;

        var called = host.ProcessAsync(Issue(well) with { Id = "called" }).AsTask();
        var disposition = await called.WaitAsync(Patience.Long);

        Assert.Equal(ActionState.Succeeded, disposition.Actions.Single().State);
        host.Time.Advance(AttemptTimeout);
        Assert.Equal(ActionState.InDoubt, (await waiting.WaitAsync(Patience.Long)).Actions.Single().State);
    }

    [Theory]
    [InlineData("https://hooks.example.org/a", "https://hooks.example.org:443")]
    [InlineData("https://HOOKS.example.org:443/b?c", "https://hooks.example.org:443")]
    [InlineData("https://hooks.example.org:8443", "https://hooks.example.org:8443")]
    [InlineData("https://agent@hooks.example.org", "")]
    [InlineData("https://elsewhere-1.example.org", "")]
    [InlineData("https://xn--é.example", "")]
    [InlineData("https://hooks.example.org/a/..", "")]
    [InlineData("https://hooks.example.org/a/%2E%2e/b", "")]
    [InlineData("https://hooks.example.org/a/%252525252e./b", "")]
    [InlineData("https://hooks.example.org/a%252Fb", "")]
    [InlineData("https://hooks.example.org/a\\b", "")]
    [InlineData("https://hooks.example.org/a/ .. /b", "")]
    [InlineData("https://hooks.example.org/a?b=../..#..", "https://hooks.example.org:443")]
    [InlineData("http://hooks.example.org", "")]
    [InlineData("hook", "")]
    public async Task Partition_OfAnAddress_IsOneOfTheAllowedHostsOrNone(string url, string partition)
    {
        await using var host = Host(Rule("\"url\": \"https://hooks.example.org\""), ["hooks.example.org", "hooks.example.org:8443"]);

        Assert.Equal(partition, host.Get<WebhookHandler>().PartitionOf(new WebhookParameters(url)));
    }

    [Fact]
    public async Task Host_OfATemplatesValue_MustBeAllowedToo()
    {
        await using var other = new HookServer(HookAnswers.Status(200));
        await using var server = new HookServer(HookAnswers.Status(200));
        await using var host = Host(server);

        var disposition = await host.ProcessAsync(Issue(other));

        Assert.Equal(Outcome.Escalated, disposition.Outcome);
        Assert.Equal(
            (ActionState.Failed, "The host of 'url' is not allowed by this scheme and port."),
            (disposition.Actions.Single().State, disposition.Actions.Single().Message)
        );
        Assert.Equal((0, 0), (server.Connections, other.Connections));
    }

    [Fact]
    public async Task DryRun_OfACall_NamesTheHostAndSendsNothing()
    {
        await using var server = new HookServer(HookAnswers.Status(200));
        await using var host = Host(server);
        host.Get<Microsoft.Extensions.Options.IOptionsMonitor<ActionOptions>>().CurrentValue.DryRun = true;

        var action = (await host.ProcessAsync(Issue(server))).Actions.Single();

        Assert.Equal((ActionState.DryRun, "Would post to 127.0.0.1."), (action.State, action.Message));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Safety_Irreversible_WaitsForAPerson()
    {
        await using var server = new HookServer(HookAnswers.Status(200));
        await using var host = Host(server, safety: ActionSafety.Irreversible);

        var waiting = (await host.ProcessAsync(Issue(server))).Actions.Single();
        Assert.Equal((ActionState.WaitsForApproval, 0), (waiting.State, server.Connections));
        var approved = await host.Get<IIssueProcessor>().ApproveAsync(Issue(server), waiting.Key, "agent-7");

        Assert.Equal(ActionState.Succeeded, approved.Actions.Single().State);
        Assert.Single(server.Requests);
    }

    public static TheoryData<string> Endings =>
        [
            nameof(HookAnswers.Garbage),
            nameof(HookAnswers.Nothing),
            nameof(HookAnswers.Reset),
            nameof(HookAnswers.EndlessChunks),
            nameof(HookAnswers.EndlessHeaders),
            nameof(HookAnswers.Silence),
            "200",
            "302",
            "404",
            "500",
        ];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Logs_OfACall_HoldNothingOfAddressBodyOrText(string answer)
    {
        await using var server = new HookServer(
            int.TryParse(answer, out var status)
                ? HookAnswers.Status(status, "Location: https://other-host.example.org/moved-to\r\n")
                : Find(answer)
        );
        await using var host = Host(
            Rule(
                """
                "url": "{{ issue.fields.server }}/path-to/{{ issue.fields.memo }}?query-of={{ issue.title }}",
                  "event": "event-told", "body": { "said": "{{ issue.title }}", "memo": "{{ issue.fields.memo }}",
                  "k": "body-told" }
                """
            ),
            [server.Origin]
        );

        var processing = host.ProcessAsync(
                SomeRules.Issue("alpha flamingo", fields: [("server", server.Origin), ("memo", "ostrich")]) with
                {
                    Title = "pelican",
                }
            )
            .AsTask();
        await server.Asked;
        host.Time.Advance(AttemptTimeout);
        var disposition = await processing.WaitAsync(Patience.Long);

        Assert.Contains("pelican", Encoding.UTF8.GetString(Assert.Single(server.Requests).Body), StringComparison.Ordinal);
        var told = $"{host.LogText()}\n{disposition.Summary}\n{string.Join('\n', disposition.Actions)}";
        Assert.Contains("ended", told, StringComparison.Ordinal);
        Assert.All(
            [
                "pelican",
                "ostrich",
                "flamingo",
                "path-to",
                "query-of",
                "event-told",
                "body-told",
                "moved-to",
                "other-host",
                "Whatever",
                "xxxx",
                "smtp",
            ],
            word => Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static HookAnswer Find(string name) =>
        name == nameof(HookAnswers.Reset) ? HookAnswers.Reset : (HookAnswer)typeof(HookAnswers).GetField(name)!.GetValue(null)!;

    private static string Indented(byte[] json) =>
        JsonNode
            .Parse(json)!
            .ToJsonString(
                new JsonSerializerOptions
                {
                    WriteIndented = true,
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            );

    private static Issue Issue(HookServer server) =>
        SomeRules.Issue("alpha", fields: ("server", server.Origin)) with
        {
            Product = "va.gov",
        };

    private static string Rule(string with) =>
        SomeRules.Rule(
            "seen",
            $$"""
            { "outcome": "route", "team": "payments", "tier": 2, "tags": ["one", "two"],
              "actions": [ { "do": "webhook", "with": { {{with}} } } ] }
            """
        );

    private static HostUnderTest Host(
        HookServer server,
        bool isIdempotent = false,
        ActionSafety safety = ActionSafety.Reversible,
        string[]? more = null,
        Action<HandlerOptions>? configure = null
    ) => Host(Rule("\"url\": \"{{ issue.fields.server }}/hook\""), [server.Origin, .. more ?? []], isIdempotent, safety, configure);

    private static HostUnderTest Host(
        string rule,
        string[] origins,
        bool isIdempotent = false,
        ActionSafety safety = ActionSafety.Reversible,
        Action<HandlerOptions>? configure = null
    ) =>
        new(
            builder =>
            {
                builder.AddWebhook(options =>
                {
                    options.Secret = Secret;
                    options.IsIdempotent = isIdempotent;
                    options.Safety = safety;
                    foreach (var origin in origins)
                        options.AllowedHosts.Add(origin);
                });
                builder.Services.ConfigureAll<HandlerOptions>(options =>
                {
                    (options.RetryDelay, options.MaxRetries) = (TimeSpan.Zero, MaxRetries);
                    configure?.Invoke(options);
                });
            },
            rule
        );
}
