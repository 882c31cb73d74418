using AutoResolve.Privacy;
using CsCheck;

namespace AutoResolve.Tests.Privacy;

/// <summary>Words are looked for 64 characters at a time: what is found does not depend on where that begins.</summary>
public sealed class PhraseIndexTests
{
    private static readonly (string Phrase, WordKind Kind)[] Phrases =
    [
        ("ssn", WordKind.SocialSecurity),
        ("file number", WordKind.Account),
        ("nací", WordKind.Birth),
        ("at", WordKind.At),
        ("is my name", WordKind.ClaimedBehind),
    ];

    private static readonly PhraseIndex Index = new(Phrases);

    private static readonly string[] Words =
    [
        "ssn",
        "SSNs",
        "file number",
        "FILE NUMBERS",
        "nací",
        "NACÍ",
        "at",
        "is my name",
        "[PII_PHONE]",
        "[PII_",
        "é",
        "ssnx",
        "fat",
        " ",
        ".",
        "\n",
        "[",
        "1",
        "\u200B",
        "中",
        "x",
        "  ",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.OneOf(Words.Select(word => Gen.Const(word)).ToArray()),
            Gen.Int[1, 130].Select(length => new string('a', length)),
            Gen.Int[1, 70].Select(length => new string(' ', length))
        )
        .Array[0, 16]
        .Select(string.Concat);

    [Fact]
    public void Find_AnyText_FindsWhatLookingAtEachWordFinds() =>
        Text.Sample(text => Find(text).SequenceEqual(Plain(text)), iter: 20_000, print: text => text);

    [Theory]
    [InlineData('a')]
    [InlineData(' ')]
    [InlineData('é')]
    public void Find_WordAtEachPlace_IsFound(char before)
    {
        for (var length = 0; length < 200; length++)
        {
            var text = new string(before, length) + (char.IsLetter(before) && length > 0 ? " " : "") + "ssn is my name";
            var start = text.Length - "ssn is my name".Length;

            Assert.Equal(
                [new PhraseHit(start, start + 3, WordKind.SocialSecurity), new PhraseHit(start + 4, text.Length, WordKind.ClaimedBehind)],
                Find(text)
            );
        }
    }

    private static List<PhraseHit> Find(string text)
    {
        // So little room that most texts need more.
        var hits = new Gathered<PhraseHit>(new PhraseHit[1]);
        Index.Find(text, ref hits);
        List<PhraseHit> found = [.. hits.All];
        hits.Dispose();
        return found;
    }

    private static IEnumerable<PhraseHit> Plain(string text) =>
        from start in Enumerable.Range(0, text.Length)
        where char.IsLetter(text[start]) && (start == 0 || !char.IsLetter(text[start - 1])) && !Placeholder.Covers(text, start)
        from entry in Phrases
        let end = start + entry.Phrase.Length
        where text.AsSpan(start).StartsWith(entry.Phrase, StringComparison.OrdinalIgnoreCase)
        let plural = end < text.Length && text[end] is 's' or 'S' ? end + 1 : end
        where plural == text.Length || !char.IsLetter(text[plural])
        select new PhraseHit(start, end, entry.Kind);
}
