using System.Net;
using System.Text.Json;

namespace AutoResolve.Samples.Tests;

/// <summary>What a portal is told.</summary>
public sealed class ApiTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private const string Cancel = """{ "id": "c-1", "text": "Cancel my order", "fields": { "order": "A-99" } }""";

    [Fact]
    public async Task Text_OfWhatOnlyWaits_IsNotTold()
    {
        await using var desk = await RunningDesk.StartAsync();

        var waiting = Json(await desk.PostJsonAsync("/issues", Cancel));
        var again = Json(await desk.PostJsonAsync("/issues", Cancel));

        Assert.Equal(("Escalated", null), (waiting.GetProperty("outcome").GetString(), waiting.GetProperty("text").GetString()));
        Assert.Equal(("Duplicate", null), (again.GetProperty("status").GetString(), again.GetProperty("text").GetString()));
        Assert.Empty(desk.Outbox.Sent);
    }

    [Fact]
    public async Task Text_OfWhatWasApproved_IsTold()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostJsonAsync("/issues", Cancel);

        await desk.Approvals.ApproveAsync(Assert.Single(desk.Approvals.All).Key, "u17", CancellationToken.None);

        var again = Json(await desk.PostJsonAsync("/issues", Cancel));
        Assert.Equal("The order is cancelled.", again.GetProperty("text").GetString());
        Assert.Equal("The order is cancelled.", Assert.Single(desk.Outbox.Sent.Values).Text);
    }

    [Fact]
    public async Task Text_OfWhatFailedOnceApproved_IsNotTold()
    {
        await using var desk = await RunningDesk.StartAsync();
        var sent = Cancel.Replace("A-99", "S-99", StringComparison.Ordinal);
        await desk.PostJsonAsync("/issues", sent);

        await desk.Approvals.ApproveAsync(Assert.Single(desk.Approvals.All).Key, "u17", CancellationToken.None);

        Assert.Null(Json(await desk.PostJsonAsync("/issues", sent)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task AnswerAndQuestions_ThatWereSent_AreToldEachTime()
    {
        await using var desk = await RunningDesk.StartAsync();
        const string Password = """{ "id": "p-1", "text": "I forgot my password" }""";
        const string Refund = """{ "id": "r-1", "text": "I want a refund." }""";

        for (var time = 0; time < 2; time++)
        {
            var answered = Json(await desk.PostJsonAsync("/issues", Password));
            var asked = Json(await desk.PostJsonAsync("/issues", Refund));
            Assert.Equal("Choose 'Forgot password' on the sign-in page.", answered.GetProperty("text").GetString());
            Assert.Equal("Which order is it about?", asked.GetProperty("questions")[0].GetProperty("text").GetString());
        }
    }

    [Theory]
    [InlineData("""{ "id": "i-1", "text": "a", "fields": { "order": null } }""")]
    [InlineData("""{ "id": "i-1\nfatal: all is lost", "text": "a" }""")]
    [InlineData("""{ "id": "i-1", "tenant": "a\u0085b", "text": "a" }""")]
    [InlineData("""{ "id": "", "text": "a" }""")]
    public async Task Issue_ThatIsWrong_IsRefusedInPlainWords(string body)
    {
        var (status, answer) = await shared.Running.PostJsonAsync("/issues", body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        var detail = Json((status, answer)).GetProperty("detail").GetString();
        Assert.EndsWith(".", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "issueId": "i-1", "id": "m-1", "fields": { "order": null } }""")]
    [InlineData("""{ "issueId": "i-1", "id": "m\r-1", "text": "a" }""")]
    [InlineData("""{ "issueId": "i\n-1", "id": "m-1", "text": "a" }""")]
    public async Task Turn_ThatIsWrong_IsRefused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await shared.Running.PostJsonAsync("/turns", body)).Status);

    private static JsonElement Json((HttpStatusCode Status, string Answer) told) => JsonDocument.Parse(told.Answer).RootElement;
}
