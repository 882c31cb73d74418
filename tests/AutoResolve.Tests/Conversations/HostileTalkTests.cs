using System.Text.RegularExpressions;
using AutoResolve.Conversations;
using AutoResolve.Regexes;

namespace AutoResolve.Tests.Conversations;

/// <summary>All is searched in linear time, by how it is made; what is tested is that it ends, and what it gives.</summary>
public sealed class HostileTalkTests
{
    private const int Length = 100_000;

    private static readonly string[] Extractors = [.. ProfileCompiler.ExtractorNames([])];

    public static TheoryData<string> Pieces() =>
        [
            "a",
            "it ",
            "not ",
            "it works now but ",
            "code ",
            "area code 202, ",
            "error is code ",
            "\"a ",
            "'a ",
            "it says ",
            "10-",
            "10-10 ",
            "1/1/",
            "Mon ",
            "thanks ",
            "can i talk to ",
            "\n> x\n",
            "“",
            "😀",
            "close this ",
        ];

    [Fact]
    public void Options_OfPatterns_AreLinear() => Assert.True(CompiledRegex.Options.HasFlag(RegexOptions.NonBacktracking));

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Says_RepetitiveText_Ends(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));

        _ = DefaultProfile.Profile.Of(Profiles.Text(text));
        Assert.All(Extractors, extractor =>
            Assert.InRange(DefaultProfile.Profile.Find(extractor, text)?.Length ?? 1, 1, CompiledExtractor.MaxLength)
        );
    }
}
