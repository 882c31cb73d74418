using System.Text;
using AutoResolve.Intake.Messages;
using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace AutoResolve.Intake.Tests.Messages;

public sealed class CaseMessageTests
{
    private const string Envelope = "\"specversion\":\"1.0\",\"id\":\"m1\",\"source\":\"/desk\",\"type\":\"autoresolve.issue.v1\"";

    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(CaseMessage.Schema()).GetAwaiter().GetResult();

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Char.AlphaNumeric.Array[0, 9].Select(letters => new string(letters)),
        Gen.OneOf(Gen.Const("é 😀"), Gen.Const("\"\\\n"), Gen.Const("<b>日本</b>"))
    );

    private static readonly Gen<string> Id = Gen.Int[1, 1000000].Select(number => $"id-{number}");

    private static readonly Gen<Turn> SomeTurn = Gen.Select(Id, Text, Gen.Enum<Author>(), Gen.Enum<TextFormat>())
        .Select(
            (id, text, author, format) =>
                new Turn
                {
                    Id = id,
                    Text = text,
                    Author = author,
                    Format = format,
                    Fields = new Dictionary<string, string> { ["device"] = text },
                    Tried = ["restart"],
                }
        );

    private static readonly Gen<Issue> SomeIssue = Gen.Select(Id, Text, SomeTurn.Array[0, 3], Gen.Bool)
        .Select(
            (id, text, turns, isFull) =>
                new Issue
                {
                    Id = id,
                    Text = text,
                    Title = isFull ? text : null,
                    Tenant = isFull ? "north" : null,
                    Requester = isFull ? "r1" : null,
                    ReceivedAt = isFull ? new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.FromHours(1)) : null,
                    Turns = turns,
                    Replies = isFull ? [new CaseReply { Outcome = Outcome.Answered, Steps = ["restart"] }] : [],
                }
        );

    private static readonly Gen<CaseMessage> SomeMessage = Gen.OneOf<CaseMessage>(
        SomeIssue.Select(CaseMessage (issue) => new IssueMessage(issue) { Id = "m1", Source = "/desk" }),
        Gen.Select(Id, SomeTurn)
            .Select(CaseMessage (id, turn) => new TurnMessage(new CaseReference("north", id), turn) { Id = "m2", Source = "/desk" }),
        Gen.Select(Id, Gen.Enum<CaseEventKind>())
            .Select(
                CaseMessage (id, kind) =>
                    new EventMessage(
                        new CaseReference(null, id),
                        new CaseEvent
                        {
                            Id = "e1",
                            Kind = kind,
                            Team = "desk",
                            Into = new CaseReference(null, "2"),
                            At = DateTimeOffset.UnixEpoch,
                        }
                    )
                    {
                        Id = "m3",
                        Source = "/desk",
                        Time = DateTimeOffset.UnixEpoch,
                        TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                    }
            )
    );

    [Fact]
    public void Message_WrittenAndRead_IsTheSame() =>
        SomeMessage.Sample(message => Assert.Equal(message, CaseMessage.Read(message.ToJson())), iter: 2000);

    [Fact]
    public void Message_Written_IsWhatTheSchemaSays() =>
        SomeMessage.Sample(message => Assert.Empty(Schema.Validate(Parse(Encoding.UTF8.GetString(message.ToJson())))), iter: 300);

    [Theory]
    [InlineData("", BadMessageKind.NotJson, "is empty")]
    [InlineData(" \n", BadMessageKind.NotJson, "is empty")]
    [InlineData("{" + Envelope + ",\"time\":\"yesterday\",\"data\":{\"id\":\"1\"}}", BadMessageKind.NotCloudEvent, "RFC 3339")]
    [InlineData("{" + Envelope + ",\"time\":7,\"data\":{\"id\":\"1\"}}", BadMessageKind.NotCloudEvent, "RFC 3339")]
    [InlineData("hello", BadMessageKind.NotJson, "line 1")]
    [InlineData("{\"id\": ", BadMessageKind.NotJson, "line 1")]
    [InlineData("null", BadMessageKind.NotJson, "CloudEvent")]
    [InlineData("[]", BadMessageKind.NotCloudEvent, "the whole")]
    [InlineData("\"text\"", BadMessageKind.NotCloudEvent, "the whole")]
    [InlineData("{}", BadMessageKind.NotCloudEvent, "specversion")]
    [InlineData("{\"specversion\":\"0.3\"}", BadMessageKind.NotCloudEvent, "specversion")]
    [InlineData("{\"specversion\":\"1.0\"}", BadMessageKind.NotCloudEvent, "\"id\"")]
    [InlineData("{\"specversion\":\"1.0\",\"id\":\"1\"}", BadMessageKind.NotCloudEvent, "\"source\"")]
    [InlineData("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\"}", BadMessageKind.NotCloudEvent, "\"type\"")]
    [InlineData("{\"specversion\":1}", BadMessageKind.NotCloudEvent, "specversion")]
    [InlineData(
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"autoresolve.issue.v2\"}",
        BadMessageKind.UnknownType,
        "update"
    )]
    [InlineData(
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"order.placed\"}",
        BadMessageKind.UnknownType,
        "order.placed"
    )]
    [InlineData("{" + Envelope + "}", BadMessageKind.BadData, "missing")]
    [InlineData("{" + Envelope + ",\"data_base64\":\"e30=\"}", BadMessageKind.BadData, "data_base64")]
    [InlineData("{" + Envelope + ",\"data\":[]}", BadMessageKind.BadData, "the whole")]
    [InlineData("{" + Envelope + ",\"data\":{}}", BadMessageKind.BadData, "'id'")]
    [InlineData("{" + Envelope + ",\"data\":{\"id\":\"1\",\"tennant\":\"x\"}}", BadMessageKind.BadData, "'tennant'")]
    [InlineData("{" + Envelope + ",\"data\":{\"id\":\"1\",\"id\":\"2\"}}", BadMessageKind.BadData, "twice")]
    [InlineData("{" + Envelope + ",\"data\":{\"id\":\"1\",\"text\":3}}", BadMessageKind.BadData, "'text'")]
    [InlineData("{" + Envelope + ",\"data\":{\"id\":\"1\",\"author\":\"me\"}}", BadMessageKind.BadData, "'author'")]
    [InlineData("{" + Envelope + ",\"data\":{\"id\":\"1\",\"turns\":[{}]}}", BadMessageKind.BadData, "turns")]
    public void Read_WhatIsNoMessage_SaysWhatIsWrong(string json, BadMessageKind kind, string told)
    {
        var exception = Assert.Throws<BadMessageException>(() => CaseMessage.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(kind, exception.Kind);
        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("merged", "'into'")]
    [InlineData("reassigned", "'team'")]
    public void Read_AnEventThatLacksWhatItsKindNeeds_IsToldByItsName(string kind, string told)
    {
        var json =
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"autoresolve.event.v1\",\"data\":"
            + $"{{\"case\":{{\"issue\":\"7\"}},\"event\":{{\"id\":\"e1\",\"kind\":\"{kind}\"}}}}}}";

        var exception = Assert.Throws<BadMessageException>(() => CaseMessage.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(BadMessageKind.BadData, exception.Kind);
        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"sample@example.org\"}")]
    [InlineData("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"a\\nsample warning: b\"}")]
    [InlineData("{" + Envelope + ",\"data\":{\"id\":\"1\",\"sample@example.org\":1}}")]
    [InlineData("{" + Envelope + ",\"data\":{\"id\":\"1\",\"fields\":{\"sample@example.org\":1}}}")]
    public void Read_ATextInThePlaceOfAName_DoesNotQuoteIt(string json)
    {
        var exception = Assert.Throws<BadMessageException>(() => CaseMessage.Read(Encoding.UTF8.GetBytes(json)));

        Assert.DoesNotContain("sample", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesThatAreNoUtf8_SaysWhere()
    {
        byte[] json = [.. "{"u8, .. Encoding.UTF8.GetBytes(Envelope), .. ",\"data\":{\"id\":\"1\",\"text\":\""u8, 0xE9, .. "\"}}"u8];

        var exception = Assert.Throws<BadMessageException>(() => CaseMessage.Read(json));

        Assert.Equal(BadMessageKind.NotJson, exception.Kind);
        Assert.Contains($"not in UTF-8 (byte {Array.IndexOf(json, (byte)0xE9) + 1})", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatIsNestedTooDeeply_SaysSo()
    {
        var nested = string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40);
        var json = Encoding.UTF8.GetBytes($"{{{Envelope},\"data\":{nested}}}");

        var exception = Assert.Throws<BadMessageException>(() => CaseMessage.Read(json));

        Assert.Equal(BadMessageKind.NotJson, exception.Kind);
        Assert.Contains("nested more than 32 deep", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_Shown_IsOneLine() =>
        Assert.DoesNotContain('\n', new IssueMessage(new Issue { Id = "1\nwarning" }) { Id = "m\r\n2", Source = "/" }.ToString());

    [Theory]
    [InlineData("{" + Envelope + ",\"data\":{\"id\":\"1\"},\"partitionkey\":\"7\"}")]
    [InlineData("\uFEFF{" + Envelope + ",\"data\":{\"id\":\"1\"}}")]
    [InlineData("{" + Envelope + ",\"subject\":\"1\",\"dataschema\":\"/schema\",\"data\":{\"id\":\"1\",\"title\":null}}")]
    public void Read_WhatOthersAddToTheEnvelope_IsRead(string json) =>
        Assert.Equal(new Issue { Id = "1" }, Assert.IsType<IssueMessage>(CaseMessage.Read(Encoding.UTF8.GetBytes(json))).Issue);

    [Fact]
    public void Read_AnyBytes_IsAMessageOrToldAsNone() =>
        Gen.OneOf(Gen.Byte.Array[0, 60], SomeMessage.Select(message => message.ToJson()).SelectMany(Broken))
            .Sample(bytes =>
            {
                try
                {
                    CaseMessage.Read(bytes);
                }
                catch (BadMessageException exception)
                {
                    Assert.NotEmpty(exception.Message);
                }
            });

    [Fact]
    public void Read_ABadValue_QuotesNothingThatAPersonWrote()
    {
        const string Secret = "SSN 123-45-6789";

        var exception = Assert.Throws<BadMessageException>(() =>
            CaseMessage.Read(Encoding.UTF8.GetBytes("{" + Envelope + ",\"data\":{\"id\":\"1\",\"author\":\"" + Secret + "\"}}"))
        );

        Assert.DoesNotContain(Secret, exception.Message, StringComparison.Ordinal);
    }

    private static Gen<byte[]> Broken(byte[] bytes) =>
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte)
            .Select((place, put) => (byte[])[.. bytes[..place], put, .. bytes[(place + 1)..]]);

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
