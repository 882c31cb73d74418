using AutoResolve.Json;

namespace AutoResolve.Tests.Json;

public sealed class JsonTreeReaderTests
{
    private const string Half = "Half a character ";
    private const string Whole = "cannot stand alone: delete it, or write the whole character, such as \\ud83d\\ude00.";

    [Theory]
    [InlineData("", "1:1 The file is empty: a rule file holds one object, { \"set\": … }.")]
    [InlineData(" // only a comment", "1:19 The file is empty: a rule file holds one object, { \"set\": … }.")]
    [InlineData("set", "1:1 A rule file begins with {, not with 'set'.")]
    [InlineData("{ \"a\": [1, {} ", "1:15 The file ends, but the '[' of line 1 is still open: add ']'.")]
    [InlineData("{\n\"a\": 1\n\"b\": 2 }", "3:1 A comma is missing at the end of line 2, before 'b'.")]
    [InlineData("[1 2]", "1:4 A comma is missing before '2'.")]
    [InlineData("[1,,2]", "1:4 A value is missing before this comma: add it, or delete the comma.")]
    [InlineData("[,1]", "1:2 A value is missing before this comma: add it, or delete the comma.")]
    [InlineData("[1, /* c */ , 2]", "1:13 A value is missing before this comma: add it, or delete the comma.")]
    [InlineData("{\"a\":,}", "1:6 A value is missing before this comma: add it, or delete the comma.")]
    [InlineData("{,}", "1:2 A value is missing before this comma: add it, or delete the comma.")]
    [InlineData("{\"a\":}", "1:6 The key 'a' has no value.")]
    [InlineData("{\"a\" 1}", "1:2 A colon is missing after the key 'a'.")]
    [InlineData("{\"a\"}", "1:2 A colon is missing after the key 'a'.")]
    [InlineData("{a: 1}", "1:2 A key in double quotes is missing: found 'a'.")]
    [InlineData("{'a': 1}", "1:2 Single quotes are not JSON: use double quotes (\").")]
    [InlineData("['a']", "1:2 Single quotes are not JSON: use double quotes (\").")]
    [InlineData("[“a”]", "1:2 Curly quotes are not JSON: use straight ones (\").")]
    [InlineData("[abc]", "1:2 A text needs double quotes: \"abc\". Only numbers, true, false and null stand without.")]
    [InlineData("[True]", "1:2 Write it in small letters: true.")]
    [InlineData("[None]", "1:2 Write it in small letters: null.")]
    [InlineData("[NaN]", "1:2 A text needs double quotes: \"NaN\". Only numbers, true, false and null stand without.")]
    [InlineData("[undefined]", "1:2 A text needs double quotes: \"undefined\". Only numbers, true, false and null stand without.")]
    [InlineData("[new Date(1)]", "1:2 A text needs double quotes: \"new\". Only numbers, true, false and null stand without.")]
    [InlineData(
        "[002]",
        "1:2 '002' is not a number as JSON knows it: only digits, at most one point with digits around it, no "
            + "leading zeros. A code such as an error code is a text: \"002\"."
    )]
    [InlineData(
        "[0x1F]",
        "1:2 '0x1F' is not a number as JSON knows it: only digits, at most one point with digits around it, no "
            + "leading zeros. A code such as an error code is a text: \"0x1F\"."
    )]
    [InlineData("[1e999]", "1:2 This number is too large.")]
    [InlineData("{\"a\": 1]", "1:8 ']' closes nothing here: the '{' of line 1 is still open. Close it with '}', or delete the ']'.")]
    [InlineData("{} {}", "1:4 Text stands behind the end of the rule set: one file is one object. Delete what follows.")]
    [InlineData(
        "[\"a\nb\"]",
        "1:2 This text has no closing quote on its line: add a \" at its end. Where a line break is wanted inside the text, write \\n."
    )]
    [InlineData("[\"a", "1:2 This text has no closing quote: add a \" at its end.")]
    [InlineData("[\"\\d+\"]", "1:3 A backslash must be written twice inside a text: \\\\d.")]
    [InlineData(
        "[\"\\u12\"]",
        "1:3 \\u needs four digits or letters a to f behind it, such as \\u00e9. Where a backslash is meant, write it twice: \\\\u."
    )]
    [InlineData("[\"\\ud83d\\ude00 \\ud83d\"]", "1:16 " + Half + "(U+D83D) " + Whole)]
    [InlineData("[\"\\ude00\"]", "1:3 " + Half + "(U+DE00) " + Whole)]
    [InlineData("[\"\\ud83d\\u0061\"]", "1:3 " + Half + "(U+D83D) " + Whole)]
    [InlineData("[\"\\uD83Da\"]", "1:3 " + Half + "(U+D83D) " + Whole)]
    [InlineData("[\"\t\"]", "1:3 A tab cannot stand inside a text: use a space, or write \\t.")]
    [InlineData("[\"\u0001\"]", "1:3 An invisible control character (U+0001) cannot stand inside a text: delete it.")]
    [InlineData(
        "{\"a\" /* c */ : 1}",
        "1:2 A comment cannot stand between a key and its colon: put it before the key or behind the value."
    )]
    [InlineData("[1 /* c ]", "1:4 This comment has no end: a /* needs a */, and a / alone is no comment.")]
    public void Read_BrokenText_SaysWhatAndWhere(string text, string expected)
    {
        var source = new SourceText("a.json", text);

        Assert.Null(JsonTreeReader.Read(source, out var problem));
        var place = source.Locate(problem!.Offset, problem.Path);
        Assert.Equal(expected, $"{place.Line}:{place.Column} {problem.Message}");
    }

    [Fact]
    public void Read_DepthOf64_IsAccepted() =>
        Assert.NotNull(JsonTreeReader.Read(new SourceText("a.json", new string('[', 64) + new string(']', 64)), out _));

    [Fact]
    public void Read_DepthOf65_IsRefused()
    {
        Assert.Null(JsonTreeReader.Read(new SourceText("a.json", new string('[', 100_000)), out var problem));
        Assert.Equal((JsonProblemKind.TooDeep, 64), (problem!.Kind, problem.Offset));
    }

    [Fact]
    public void Read_SoundText_GivesEveryPlace()
    {
        const string Text = "// c\r\n{\r\n  \"a/b\": [ \"x\", /* c */ -1.5e3 ], \"~\": {\"t\" : true,},\r\"n\"\n:null}";
        var tree = JsonTreeReader.Read(new SourceText("a.json", Text), out _)!;

        Assert.Equal(
            [
                "2:1 an object ",
                "3:3 key a/b",
                "3:10 a list /a~1b",
                "3:12 a text /a~1b/0",
                "3:25 a number /a~1b/1",
                "3:35 key ~",
                "3:40 an object /~0",
                "3:41 key t",
                "3:47 true /~0/t",
                "4:1 key n",
                "5:2 null /n",
            ],
            Dump(tree.Root)
        );
    }

    [Theory]
    [InlineData("{}//")]
    [InlineData("{}\n//")]
    [InlineData("{} // https://")]
    public void Read_CommentWithNothingBehindItsSlashes_IsAComment(string text) =>
        Assert.Equal(1, JsonTreeReader.Read(new SourceText("a.json", text), out _)?.Comments.Count);

    private static IEnumerable<string> Dump(JsonNode node)
    {
        yield return $"{node.Location.Line}:{node.Location.Column} {node.Kind} {node.Path}";
        if (node is JsonArray list)
        {
            foreach (var line in list.Items.SelectMany(Dump))
                yield return line;
        }

        if (node is JsonObject value)
        {
            foreach (var property in value.Properties)
            {
                yield return $"{property.Location.Line}:{property.Location.Column} key {property.Key}";
                foreach (var line in Dump(property.Value))
                    yield return line;
            }
        }
    }
}
