using System.Globalization;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;
using CsCheck;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class LabelSanitizerTests
{
    private static readonly string[] Pieces =
    [
        "jane.doe@example.org",
        "410000123",
        "Team ",
        "a/",
        "\u200E",
        "…",
        new string('x', 70),
        "😀",
        " ",
        "SSN ",
        "[PII_SSN]",
        "(202) 555-0143",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(Array.ConvertAll(Pieces, Gen.Const));

    private static readonly Gen<string> Name = Piece.Array[1, 4].Select(string.Concat);

    // A baseline and a month read them in another order.
    [Fact]
    public void Of_AnyNames_AreCalledTheSameInAnyOrder() =>
        Name.Array[1, 12]
            .Sample(names =>
            {
                var (one, other) = (new LabelSanitizer(), new LabelSanitizer());
                var read = names.Select(one.Of).ToList();

                Assert.Equal(read, names.Reverse().Select(other.Of).Reverse());
            });

    // A baseline holds names that went through a pool.
    [Fact]
    public void Of_NameOfAPool_IsTheSame() =>
        Name.Sample(name =>
        {
            var made = new LabelSanitizer().Of(name);

            Assert.Equal(made, new LabelSanitizer().Of(made));
        });

    [Theory]
    [InlineData("[PII_ADDR]")]
    [InlineData("[PII_EMAIL]")]
    [InlineData("[PII_NAME]")]
    [InlineData("[PII_OTHER]")]
    [InlineData("[PII_PHONE]")]
    [InlineData("[PII_SSN]")]
    public void Of_AnySuffix_LooksLikeNothingPersonal(string mask) =>
        Assert.All(Enumerable.Range(0xa000, 0x6000), number =>
            Assert.Equal($"{mask} {number:x4}", new LabelSanitizer().Of(string.Create(CultureInfo.InvariantCulture, $"{mask} {number:x4}")))
        );

    [Fact]
    public void Of_MaskedName_IsToldByFourDigits() =>
        Assert.Matches(@"^\[PII_EMAIL\] [a-f][0-9a-f]{3}$", new LabelSanitizer().Of("jane.doe@example.org"));

    [Fact]
    public void Of_MaskedNameInOtherCase_IsTheSame() =>
        Assert.Equal(new LabelSanitizer().Of("jane.doe@example.org"), new LabelSanitizer().Of("Jane.Doe@Example.org"));

    [Fact]
    public void Of_ManyMaskedNames_StayApart()
    {
        var pool = new LabelSanitizer();

        Assert.Equal(
            2_000,
            Enumerable
                .Range(0, 2_000)
                .Select(number => pool.Of($"jane{number}@example.org"))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Count()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u200E")]
    [InlineData(" \u200E\u00A0\u200B\uFEFF ")]
    public void Of_NothingToSee_IsNoName(string name) => Assert.Null(new LabelSanitizer().Of(name));

    [Theory]
    [InlineData("/x", "x")]
    [InlineData("x/", "x")]
    [InlineData(" / x/y / ", "x/y")]
    [InlineData("\u200E/x", "x")]
    [InlineData("/", FigureKey.UnknownType)]
    [InlineData("", FigureKey.UnknownType)]
    public void OfType_EmptyTopics_AreLeftOut(string type, string expected) => Assert.Equal(expected, new LabelSanitizer().OfType(type));
}
