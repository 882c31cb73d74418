using System.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Tests.Rules.Reading;

public sealed class RuleFileDecoderTests
{
    private readonly List<Diagnostic> _diagnostics = [];

    [Fact]
    public void Decode_ByteOrderMark_IsDropped() => Assert.Equal("{}é", Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{}é")]));

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0xC3, 0xA9, 0xE9, 0x61 }, "2:2", "0xE9")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xFF }, "1:2", "0xFF")]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x80, 0xED, 0xA0, 0x80 }, "1:3", "0xED")]
    [InlineData(new byte[] { 0x61, 0xC3 }, "1:2", "0xC3")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00 }, "1:1", "UTF-16")]
    [InlineData(new byte[] { 0x7B, 0x00, 0x7D, 0x00 }, "1:2", "UTF-16")]
    public void Decode_NotUtf8_GivesThePlaceOfTheBadByte(byte[] bytes, string place, string word)
    {
        Assert.Null(Decode(bytes));
        var message = Assert.Single(_diagnostics).ToString();
        Assert.StartsWith($"a.json:{place} AR1005 ", message, StringComparison.Ordinal);
        Assert.Contains(word, message, StringComparison.Ordinal);
    }

    private string? Decode(byte[] bytes) => RuleFileDecoder.Decode(new RuleFile("a.json", bytes), _diagnostics);
}
