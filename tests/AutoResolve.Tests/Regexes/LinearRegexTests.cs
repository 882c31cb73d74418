using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using AutoResolve.Regexes;
using CsCheck;

namespace AutoResolve.Tests.Regexes;

/// <summary>The definition of a search is the oracle of how a pattern is searched for, the library's two engines of how it is read. Each
/// engine has
/// rare faults of its own (the linear one with anchors in the middle of a choice; the backtracking one with a boundary behind a loop: it
/// does not find
/// /\W+\B-/ in "i--k"; both with a lazy loop in a lazy loop), so that a few searches may differ from both.</summary>
public sealed class LinearRegexTests
{
    // Patterns that both engines search wrongly: none in a hundred thousand, as a rule.
    private const int MaxDisputed = 1;

    private static readonly CharacterSets Sets = new();

    private static readonly TimeSpan MaxBacktracking = TimeSpan.FromSeconds(1);

    private static readonly Gen<string> Literal = Gen.OneOf(
        "a",
        "b",
        "B",
        "k",
        "s",
        "i",
        "7",
        "_",
        " ",
        "-",
        "é",
        "ß",
        "\\.",
        "\\n",
        "\\-",
        "{",
        "ab",
        "error",
        "\\u212A"
    );

    private static readonly Gen<string> Set = Gen.OneOf(
        ".",
        "\\d",
        "\\D",
        "\\w",
        "\\W",
        "\\s",
        "\\S",
        "[ab]",
        "[^a]",
        "[a-k7]",
        "[\\w-]",
        "[]a]",
        "[^]a]",
        "[a-z-[bk]]",
        "\\p{L}",
        "\\P{Nd}",
        "\\cJ",
        "\\0",
        "\\x41",
        "[\\d.]",
        "\\t"
    );

    private static readonly Gen<string> Assertion = Gen.OneOf("^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z");

    private static readonly Gen<string> Repetition = Gen.OneOf("*", "+", "?", "*?", "+?", "??", "{2}", "{0}", "{1,2}", "{2,}?", "{0,2}?");

    private static readonly Gen<string> Group = Gen.OneOf("(", "(?:", "(?<name>", "(?i:", "(?-i:", "(?s:", "(?m:", "(?ims-n:");

    private static readonly Gen<string> Pattern = Gen.Recursive<string>(
        (depth, inner) =>
        {
            var atom = Gen.Frequency((6, Literal), (4, Set), (2, Assertion));
            var part =
                depth > 2 ? atom : Gen.Frequency((4, atom), (1, inner.SelectMany(nested => Group.Select(group => group + nested + ")"))));
            var repeated = Gen.Frequency((3, part), (1, part.SelectMany(one => Repetition.Select(times => $"(?:{one}){times}"))));
            var sequence = repeated.Array[0, 4].Select(string.Concat);
            return Gen.Frequency(
                (4, sequence),
                (1, sequence.Array[2, 3].Select(branches => string.Join('|', branches))),
                (1, sequence.Select(rest => "(?m)" + rest))
            );
        }
    );

    private static readonly Gen<string> Text = Gen.OneOf(
            "a",
            "A",
            "b",
            "k",
            "K",
            "\u212A",
            "s",
            "\u017F",
            "i",
            "\u0130",
            "\u0131",
            "7",
            "_",
            " ",
            "-",
            "é",
            "É",
            "ß",
            "ẞ",
            ".",
            "\n",
            "\r",
            "\t",
            "{",
            "ab",
            "error",
            "ERROR",
            "\u200D",
            "́",
            "\uD83D\uDE00",
            "\uD83D",
            "漢"
        )
        .Array[0, 12]
        .Select(string.Concat);

    [Fact]
    public void Find_AnyPattern_FindsWhatTheLibraryFinds()
    {
        var known = 0;
        var found = 0;
        var disputed = new ConcurrentDictionary<string, string>();
        Pattern
            .Where(IsAccepted)
            .Select(Text.Array[8])
            .Sample(
                (pattern, texts) =>
                {
                    if (Compile(pattern) is not { } linear)
                        return;
                    Interlocked.Increment(ref known);
                    var library = new Regex(pattern, CompiledRegex.Options & ~RegexOptions.NonBacktracking, MaxBacktracking);
                    foreach (var text in texts)
                    {
                        var actual = linear.Find(text, onlyWhether: false);
                        Assert.Equal(actual is not null, linear.Find(text, onlyWhether: true) is not null);
                        Interlocked.Add(ref found, actual is null ? 0 : 1);
                        if (First(library, text) != actual && First(new Regex(pattern, CompiledRegex.Options), text) != actual)
                            disputed[pattern] = $"/{pattern}/ in '{Show(text)}': {actual}";
                    }
                },
                iter: 4_000
            );

        Assert.InRange(known, 3_000, 4_000);
        Assert.InRange(found, 3_000, 30_000);
        Assert.True(disputed.Count <= MaxDisputed, string.Join('\n', disputed.Values));
    }

    [Fact]
    public void Find_AnyPattern_FindsWhatIsFoundByDefinition()
    {
        var compared = 0;
        Pattern
            .Where(IsAccepted)
            .Select(Text.Array[8])
            .Sample(
                (pattern, texts) =>
                {
                    if (Compile(pattern) is not { } linear)
                        return;
                    foreach (var text in texts)
                    {
                        if (!new BacktrackingSearch(text, Sets.WordCharacters).TryFind(RegexReader.Read(pattern, Sets)!, out var expected))
                            continue;
                        var actual = linear.Find(text, onlyWhether: false);
                        Assert.True(expected == actual, $"/{pattern}/ in '{Show(text)}': {expected}, not {actual}");
                        Interlocked.Increment(ref compared);
                    }
                },
                iter: 4_000
            );

        Assert.InRange(compared, 24_000, 32_000);
    }

    [Theory]
    [InlineData(@"error (\d+)", "An Error 404 here", 3, 9)]
    [InlineData(@"\btime[sd]? ?out\b", "it timed out", 3, 9)]
    [InlineData(@"^code", "line\ncode", -1, 0)]
    [InlineData(@"(?m)^code$", "line\ncode", 5, 4)]
    [InlineData(@"a*?b", "caab", 1, 3)]
    [InlineData(@"", "x", 0, 0)]
    [InlineData(@"a{2,3}", "aaaa", 0, 3)]
    [InlineData(@"x{,3}", "x{,3}", 0, 5)]
    [InlineData(@"\W+\B-", "i--k", 1, 2)]
    [InlineData(@"[^a]{2,}?\b7", "b-7", 0, 3)]
    [InlineData(@"(?:\w\w+?)+?[cdr]", "_aberror", 0, 5)]
    [InlineData(@"(?:error)?\Bs", "error _s", 7, 1)]
    [InlineData(@"(?:x*?)+", "xxx", 0, 3)]
    [InlineData(@"(?:x*?)+?", "xxx", 0, 0)]
    [InlineData(@"(?:x*?y*?)+z", "xyxz", 0, 4)]
    [InlineData(@"(?:x??|y)*", "xxy", 0, 3)]
    [InlineData(@"(?:(?:x*?){2}y??)*", "xyx", 0, 3)]
    [InlineData(@"(?:(?:x*?)*)*?y", "xxy", 0, 3)]
    [InlineData(@"(?:(?:|x)(?:|y))*", "xyyx", 0, 4)]
    [InlineData(@"(?:\b)*x", "x", 0, 1)]
    [InlineData(@"(?:ß)?(?:(?:(?:(?m:\W))*?))+", "{\uD83D\uDE00\u00C9", 0, 3)]
    public void Find_Example_GivesTheFirstMatch(string pattern, string text, int index, int length) =>
        Assert.Equal(index < 0 ? null : new TextMatch(index, length), Compile(pattern)!.Find(text, onlyWhether: false));

    // The library would find these as well, but needs seconds for some short texts.
    [Theory]
    [InlineData(@"\cA", "x\u0001", 1, 1)]
    [InlineData(@"\012x", "a\nx", 1, 2)]
    [InlineData(@"\0x", "a\0x", 1, 2)]
    [InlineData(@"(a*)*b", "caab", 1, 3)]
    [InlineData(@"(?:(a?b?){1,20}c?){4}q", "abcaq", 0, 5)]
    [InlineData(@"(?:^|a|\b)*c", "aac", 0, 3)]
    [InlineData(@"\p{Lu}+1", "aB1", 0, 3)]
    [InlineData(@"[\P{Lu}1]", "1", 0, 1)]
    public void Find_RareElements_FindsThem(string pattern, string text, int index, int length) =>
        Assert.Equal(new TextMatch(index, length), Compile(pattern)!.Find(text, onlyWhether: false));

    [Fact]
    public void Find_CapitalsIgnoringCase_AreWhatTheLibrarysLinearEngineTakes()
    {
        foreach (var element in new[] { @"\p{Lu}", @"\P{Lu}", @"[\p{Ll}1]", @"[^\p{Lt}a]" })
        {
            var library = new Regex(element, CompiledRegex.Options);
            var set = Assert.IsType<CharacterNode>(Assert.Single(Assert.IsType<SequenceNode>(RegexReader.Read(element, Sets)).Parts)).Set;
            Assert.All(Enumerable.Range(0, char.MaxValue + 1).Where(unit => unit % 7 == 0 || unit < 0x600), unit =>
                Assert.Equal(library.IsMatch([(char)unit]), set.Contains((char)unit))
            );
        }
    }

    [Fact]
    public void Find_NestedRepetitionsOverLongText_EndsSoon()
    {
        var text = new string('a', 100_000);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Null(Compile("(a+)+(a|aa)*b")!.Find(text, onlyWhether: true));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    // Nested repetitions may keep a backtracking engine busy for ever.
    private static TextMatch? First(Regex regex, string text)
    {
        try
        {
            return regex.Match(text) is { Success: true } match ? new TextMatch(match.Index, match.Length) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static LinearRegex? Compile(string pattern) =>
        RegexReader.Read(pattern, Sets) is { } node ? LinearRegex.Compile(node, Sets) : null;

    private static bool IsAccepted(string pattern)
    {
        try
        {
            _ = new Regex(pattern, CompiledRegex.Options);
            return true;
        }
        catch (Exception exception) when (exception is RegexParseException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Show(string text) =>
        string.Concat(
            text.Select(unit =>
                unit is >= ' ' and <= '~' ? unit.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}")
            )
        );
}
