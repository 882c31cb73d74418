using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace AutoResolve.Samples.Tests;

/// <summary>The sample does what its page says, and believes nobody who has no secret.</summary>
public sealed class HelpDeskTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Issues = "/inbox/issues";
    private const string Turns = "/inbox/turns";
    private const string Events = "/inbox/events";
    private const string Issue = """{ "id": "i-1", "text": "I want a refund.", "requester": "r-1" }""";
    private const string Turn = """{ "issueId": "i-1", "id": "m-1", "fields": { "order": "A-17" } }""";
    private const string Reassigned = """{ "issueId": "i-1", "id": "e-1", "kind": "reassigned", "team": "claims" }""";

    private static readonly CaseReference Case = new(null, "i-1");

    [Fact]
    public async Task Case_FromTheFirstMessageToItsEnd_IsFollowed()
    {
        await using var desk = await RunningDesk.StartAsync();

        var asked = await desk.PostAsync(Issues, Issue);
        var routed = await desk.PostAsync(Turns, Turn);
        var reassigned = await desk.PostAsync(Events, Reassigned);
        var closed = await desk.PostAsync(Events, """{ "issueId": "i-1", "id": "e-2", "kind": "closed" }""");

        Assert.Equal((HttpStatusCode.OK, """{"status":"Done","outcome":"Asked"}"""), asked);
        Assert.Equal((HttpStatusCode.OK, """{"status":"Done","outcome":"Routed"}"""), routed);
        Assert.Equal((HttpStatusCode.OK, """{"status":"Done","outcome":"Routed"}"""), reassigned);
        Assert.Equal((HttpStatusCode.OK, """{"status":"Done","outcome":"Closed"}"""), closed);
        Assert.Equal("Which order is it about?", Assert.Single(desk.Outbox.Sent.Values).Text);
        Assert.Equal("payments", desk.Tickets.Find(Case)?.Team);
    }

    [Fact]
    public async Task Message_ThatComesAgain_ChangesNothing()
    {
        await using var desk = await RunningDesk.StartAsync();
        (string Path, string Body)[] messages = [(Issues, Issue), (Turns, Turn), (Events, Reassigned)];
        foreach (var (path, body) in messages)
            await desk.PostAsync(path, body);
        var notes = desk.Tickets.Find(Case)!.Notes;

        foreach (var (path, body) in messages)
        {
            var (status, answer) = await desk.PostAsync(path, body);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("Duplicate", answer, StringComparison.Ordinal);
        }

        Assert.Single(desk.Outbox.Sent);
        Assert.Equal(notes, desk.Tickets.Find(Case)!.Notes);
    }

    [Fact]
    public async Task Turn_BeforeItsCase_IsAcceptedForLater()
    {
        await using var desk = await RunningDesk.StartAsync();

        Assert.Equal(HttpStatusCode.Accepted, (await desk.PostAsync(Turns, Turn)).Status);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    public async Task Time_ThatIsFarFromNow_IsRefused(int seconds)
    {
        await using var desk = await RunningDesk.StartAsync();

        var (status, answer) = await desk.PostAsync(Issues, Issue, age: TimeSpan.FromSeconds(seconds));

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (status, answer));
        Assert.Empty(desk.Outbox.Sent);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(-300)]
    public async Task Time_WithinTheTolerance_IsTaken(int seconds)
    {
        await using var desk = await RunningDesk.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync(Issues, Issue, age: TimeSpan.FromSeconds(seconds))).Status);
    }

    [Fact]
    public async Task Recording_ThatIsPostedLater_IsRefused()
    {
        await using var desk = await RunningDesk.StartAsync();
        var signature = RunningDesk.Sign(RunningDesk.Secret, desk.Clock.GetUtcNow(), Issue);
        var body = Encoding.UTF8.GetBytes(Issue);
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(Issues, body, signature)).Status);
        Assert.Contains("Duplicate", (await desk.SendAsync(Issues, body, signature)).Answer, StringComparison.Ordinal);

        desk.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.SendAsync(Issues, body, signature)).Status);
    }

    [Fact]
    public async Task Body_ThatWasAltered_IsRefused()
    {
        await using var desk = await RunningDesk.StartAsync();
        var signature = RunningDesk.Sign(RunningDesk.Secret, desk.Clock.GetUtcNow(), Issue);

        foreach (var altered in (string[])[Issue.Replace("r-1", "r-2", StringComparison.Ordinal), Issue + " ", Issue[..^1], ""])
            Assert.Equal(HttpStatusCode.Unauthorized, (await desk.SendAsync(Issues, Encoding.UTF8.GetBytes(altered), signature)).Status);

        Assert.Empty(desk.Outbox.Sent);
    }

    [Fact]
    public async Task Signature_OfAnotherTime_IsRefused()
    {
        await using var desk = await RunningDesk.StartAsync();
        var now = desk.Clock.GetUtcNow();
        var hash = RunningDesk.Hash(RunningDesk.Secret, now.AddSeconds(-1), Issue);

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await desk.SendAsync(Issues, Encoding.UTF8.GetBytes(Issue), $"t={now.ToUnixTimeSeconds()},v1={hash}")).Status
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t={0}")]
    [InlineData("v1={1}")]
    [InlineData("t={0},v1=")]
    [InlineData("t={0},v1=00")]
    [InlineData("t=+{0},v1={1}")]
    [InlineData("t=0{0},v1={1}")]
    [InlineData("t={0},t={0},v1={1}")]
    [InlineData("t={0},v1={1},v2={1}")]
    [InlineData("t={0},v1={1}00")]
    [InlineData("t={0},v0={1}")]
    [InlineData("t=99999999999999999999,v1={1}")]
    [InlineData("t={0},v1={1},v1={1},v1={1},v1={1},v1={1}")]
    public async Task Signature_ThatIsNone_IsRefused(string? form)
    {
        var desk = shared.Running;
        var now = desk.Clock.GetUtcNow();
        var signature = form
            ?.Replace("{0}", $"{now.ToUnixTimeSeconds()}", StringComparison.Ordinal)
            .Replace("{1}", RunningDesk.Hash(RunningDesk.Secret, now, Issue), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.SendAsync(Issues, Encoding.UTF8.GetBytes(Issue), signature)).Status);
    }

    [Fact]
    public async Task Secrets_WhileTheyAreRotated_CountBoth()
    {
        await using var desk = await RunningDesk.StartAsync(RunningDesk.Secret, RunningDesk.OtherSecret);
        var now = desk.Clock.GetUtcNow();

        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync(Issues, Issue)).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync(Issues, Issue, RunningDesk.OtherSecret)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.PostAsync(Issues, Issue, new byte[32])).Status);
        var none = RunningDesk.Hash(new byte[32], now, Issue);
        var right = RunningDesk.Hash(RunningDesk.OtherSecret, now, Issue);
        var both = $"t={now.ToUnixTimeSeconds()},v1={none},v1={right}";
        Assert.Equal(HttpStatusCode.OK, (await desk.SendAsync(Issues, Encoding.UTF8.GetBytes(Issue), both)).Status);
    }

    [Fact]
    public async Task Secret_ThatWasTakenAway_CountsNoMore()
    {
        await using var desk = await RunningDesk.StartAsync(RunningDesk.OtherSecret);

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.PostAsync(Issues, Issue)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_ThatIsHuge_IsNotRead(bool isChunked)
    {
        await using var desk = await RunningDesk.StartAsync();
        var body = $$"""{ "id": "i-1", "text": "{{new string('x', 30_000)}}" }""";
        var signature = RunningDesk.Sign(RunningDesk.Secret, desk.Clock.GetUtcNow(), body);

        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await desk.SendAsync(Issues, Encoding.UTF8.GetBytes(body), signature, isChunked)).Status
        );
    }

    [Theory]
    [InlineData(Events, """{ "issueId": "i-1", "id": "e-9", "kind": "deleted" }""")]
    [InlineData(Events, """{ "issueId": "i-1", "id": "e-9", "kind": "Closed" }""")]
    [InlineData(Events, """{ "issueId": "i-1", "id": "e-9", "kind": "0" }""")]
    [InlineData(Events, """{ "issueId": "i-1", "id": "e-9", "kind": 0 }""")]
    [InlineData(Events, """{ "issueId": "i-1", "id": "e-9", "kind": "reassigned" }""")]
    [InlineData(Events, """{ "issueId": "i-1", "id": " ", "kind": "closed" }""")]
    [InlineData(Events, """{ "issueId": "unknown", "id": "e-9", "kind": "closed" }""")]
    [InlineData(Events, """{ "issueId": "i-1", "id": "e-9", "kind": "merged", "into": "i-1" }""")]
    [InlineData(Events, Turn)]
    [InlineData(Issues, Turn)]
    [InlineData(Turns, Reassigned)]
    [InlineData(Turns, """{ "issueId": "i-1", "id": "m-9", "by": "machine", "text": "refund" }""")]
    [InlineData(Issues, """{ "id": "i-1" }""")]
    [InlineData(Issues, """{ "id": "i-1", "text": null }""")]
    [InlineData(Issues, """{ "id": "i-1", "text": "a", "text": "b" }""")]
    [InlineData(Issues, """{ "id": "i-1", "text": "a", "isAdmin": true }""")]
    [InlineData(Issues, "[]")]
    [InlineData(Issues, "null")]
    [InlineData(Issues, "refund")]
    public async Task Message_ThatIsSignedAndWrong_IsRefused(string path, string body)
    {
        var desk = shared.Running;
        await desk.PostAsync(Issues, Issue);

        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsync(path, body)).Status);

        Assert.Single(desk.Outbox.Sent);
        Assert.Null(desk.Tickets.Find(Case));
    }

    [Fact]
    public async Task Desk_WithoutASecret_DoesNotStart()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningDesk.StartAsync([1, 2, 3]));

        Assert.Contains("Inbox:Secrets:0", exception.Message, StringComparison.Ordinal);
    }
}
