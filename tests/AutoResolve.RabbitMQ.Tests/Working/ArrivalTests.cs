using System.Text;
using AutoResolve.Intake.Messages;
using AutoResolve.RabbitMQ.Working;
using Newtonsoft.Json.Linq;
using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Tests.Working;

/// <summary>A message says the same in binary mode as in one piece.</summary>
public sealed class ArrivalTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    private static readonly CaseReference Case = new("north", "1017");

    public static TheoryData<string, string?, bool> Modes =>
        new()
        {
            { "cloudEvents:", "application/json", false },
            { "cloudEvents_", "application/json; charset=utf-8", false },
            { "cloudEvents:", "application/autoresolve+json", true },
            { "cloudEvents:", null, true },
        };

    public static TheoryData<string, string, string?, BadMessageKind, string> Wrong =>
        new()
        {
            { "1.0", "please wait", null, BadMessageKind.NotJson, "The data of the message is no JSON" },
            { "1.0", """{"id":"1"}""", "text/plain", BadMessageKind.BadData, "of the type 'text/plain'" },
            { "1.0", """{"key":"1"}""", null, BadMessageKind.BadData, "'key'" },
            { "1.0", "null", null, BadMessageKind.BadData, "null" },
            { "2.0", """{"id":"1"}""", null, BadMessageKind.NotCloudEvent, "specversion" },
        };

    [Theory]
    [MemberData(nameof(Modes))]
    public void Message_InBinaryMode_IsThatOfOnePiece(string prefix, string? contentType, bool hasTimestamp)
    {
        foreach (var message in Messages())
        {
            var arrival = Binary(message, prefix, contentType, hasTimestamp);

            var read = arrival.Read();

            Assert.Equal(Encoding.UTF8.GetString(message.ToJson()), Encoding.UTF8.GetString(read.ToJson()));
        }
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Message_InBinaryModeThatIsWrong_IsTold(string version, string body, string? contentType, BadMessageKind kind, string told)
    {
        var properties = new BasicProperties
        {
            ContentType = contentType,
            Headers = new Dictionary<string, object?>
            {
                ["cloudEvents:specversion"] = Encoding.UTF8.GetBytes(version),
                ["cloudEvents:id"] = "m1",
                ["cloudEvents:source"] = "/tests",
                ["cloudEvents:type"] = "autoresolve.issue.v1",
            },
        };

        var exception = Assert.Throws<BadMessageException>(() => new Arrival(Encoding.UTF8.GetBytes(body), properties, false).Read());

        Assert.Equal(kind, exception.Kind);
        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, object> NoTexts =>
        new()
        {
            {
                "id",
                new List<object> { "m1" }
            },
            {
                "id",
                new Dictionary<string, object> { ["m1"] = 1 }
            },
            { "id", new byte[] { (byte)'m', 0xFF } },
            { "source", 3 },
            { "time", new byte[] { 0xC3 } },
        };

    [Theory]
    [MemberData(nameof(NoTexts))]
    public void Message_InBinaryModeWithAnAttributeThatIsNoText_IsRefused(string attribute, object value)
    {
        var headers = new Dictionary<string, object?>
        {
            ["cloudEvents:specversion"] = "1.0",
            ["cloudEvents:id"] = "m1",
            ["cloudEvents:source"] = "/tests",
            ["cloudEvents:type"] = "autoresolve.issue.v1",
            ["cloudEvents:extension"] = new List<object> { 1 },
        };
        var right = new Arrival("""{"id":"1"}"""u8.ToArray(), new BasicProperties { Headers = headers }, false).Read();
        headers[$"cloudEvents:{attribute}"] = value;

        var exception = Assert.Throws<BadMessageException>(() =>
            new Arrival("""{"id":"1"}"""u8.ToArray(), new BasicProperties { Headers = headers }, false).Read()
        );

        Assert.Equal("m1", right.Id);
        Assert.Equal(BadMessageKind.NotCloudEvent, exception.Kind);
        Assert.Contains($"'{attribute}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_InOnePieceWithAttributesBesideIt_IsReadAsTheWhole()
    {
        var message = Messages().First();
        var properties = new BasicProperties
        {
            ContentType = "application/cloudevents+json; charset=utf-8",
            Headers = new Dictionary<string, object?> { ["cloudEvents:id"] = "another" },
        };

        Assert.Equal("m1", new Arrival(message.ToJson(), properties, false).Read().Id);
    }

    private static IEnumerable<CaseMessage> Messages()
    {
        const string trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        yield return new IssueMessage(new Issue { Id = "1017", Text = "The form é 😀" })
        {
            Id = "m1",
            Source = "/tests",
            Time = Time,
            TraceParent = trace,
            TraceState = "vendor=1",
        };
        yield return new TurnMessage(Case, new Turn { Id = "t1", Text = "It is a phone" }) { Id = "m2", Source = "/tests" };
        yield return new EventMessage(Case, new CaseEvent { Id = "e1", Kind = CaseEventKind.Closed }) { Id = "m3", Source = "/tests" };
    }

    private static Arrival Binary(CaseMessage message, string prefix, string? contentType, bool hasTimestamp)
    {
        var json = JObject.Parse(Encoding.UTF8.GetString(message.ToJson()));
        var headers = new Dictionary<string, object?> { ["other"] = 1 };
        foreach (var (name, value) in json)
        {
            if (name == "time")
                headers[prefix + name] = hasTimestamp ? new AmqpTimestamp(Time.ToUnixTimeSeconds()) : Encoding.UTF8.GetBytes($"{Time:O}");
            else if (name is not ("data" or "datacontenttype"))
                headers[prefix + name] = Encoding.UTF8.GetBytes((string)value!);
        }

        var data = Encoding.UTF8.GetBytes(json["data"]!.ToString(Newtonsoft.Json.Formatting.None));
        return new Arrival(data, new BasicProperties { ContentType = contentType, Headers = headers }, false);
    }
}
