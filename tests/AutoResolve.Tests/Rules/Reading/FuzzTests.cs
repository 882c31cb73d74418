using System.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;
using AutoResolve.Rules.Reading;
using CsCheck;

namespace AutoResolve.Tests.Rules.Reading;

public sealed class FuzzTests
{
    private static readonly string[] Tokens = RuleTokens.Of(RuleFiles.Full);

    private static readonly string[] Strays =
    [
        .. Tokens.Distinct(),
        "'a'",
        "bare",
        "NaN",
        "-Infinity",
        "undefined",
        "0x1F",
        "012",
        "1e999",
        "-",
        "new Date(1)",
        "//",
        "/*",
        "\"",
        "\\",
        "\0",
        "\u00a0",
        "“x”",
        "[,]",
        "{,}",
        "\"\\q\"",
        "\"\\u12\"",
        "\"\n\"",
        "",
        "1.",
        ".5",
        "+1",
        "99999999999999999999999999999999999999",
    ];

    [Fact]
    public void Read_MutatedBytes_NeverThrowsAndNeverIsSilent() =>
        Gen.Select(Gen.Int[0, RuleFiles.Full.Length - 1], Gen.Byte)
            .Array[1, 8]
            .Sample(edits =>
            {
                var bytes = Encoding.UTF8.GetBytes(RuleFiles.Full);
                foreach (var (at, value) in edits)
                    bytes[at] = value;
                AssertSafe(bytes);
            });

    [Fact]
    public void Read_MutatedTokens_NeverThrowsAndNeverIsSilent() =>
        Gen.Select(Gen.Int[0, Tokens.Length - 1], Gen.Int[0, Strays.Length - 1].Select(i => Strays[i]), Gen.Int[0, 2])
            .Array[1, 4]
            .Sample(edits =>
            {
                var tokens = Tokens.ToList();
                foreach (var (at, stray, kind) in edits)
                {
                    if (kind == 0)
                        tokens[at] = stray;
                    else if (kind == 1)
                        tokens.Insert(at, stray);
                    else
                        tokens[at] = "";
                }

                AssertSafe(Encoding.UTF8.GetBytes(string.Join(' ', tokens)));
            });

    [Fact]
    public void Read_AnyStart_NeverThrowsAndNeverIsSilent() =>
        Gen.Int[0, RuleFiles.Full.Length - 1].Sample(length => AssertSafe(Encoding.UTF8.GetBytes(RuleFiles.Full[..length])));

    [Fact]
    public void Read_AnyBytes_NeverThrowsAndNeverIsSilent() => Gen.Byte.Array[0, 200].Sample(AssertSafe);

    private static void AssertSafe(byte[] bytes)
    {
        var file = new RuleFile("a.json", bytes);
        var diagnostics = new List<Diagnostic>();
        var set = RuleSetReader.Read(file, diagnostics);
        Assert.True(set is not null || diagnostics.Count > 0);
        Assert.All(diagnostics, diagnostic =>
            Assert.True(
                diagnostic.Line >= 1 && diagnostic.Column >= 1 && diagnostic.Message.EndsWith('.') | diagnostic.Message.EndsWith('?')
            )
        );
        if (set is not null)
            CrossFileChecks.Check([set], diagnostics);
        if (RuleFileFormatter.Format(file).Text is { } formatted)
            Assert.Equal(formatted, RuleFileFormatter.Format(RuleFiles.File(formatted)).Text);
    }
}
