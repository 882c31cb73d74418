using AutoResolve.Rules.Formatting;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Tests.Rules.Formatting;

public sealed class FormatCheckTests
{
    private const string File = """
        {
          // one
          "set": "s", /* two */
          "a": [1.5, true, null, { "b": "c" }, ["d"]], // three
          "a": { /* four */ }
          // five
        }
        // six
        """;

    [Theory]
    [InlineData("\"s\"", "\"t\"", "3:10", "a text is another one there, or gone")]
    [InlineData("\"set\"", "\"sets\"", "1:1", "an object is another one there, or gone")]
    [InlineData("1.5", "1.50", "4:9", "a number is another one there, or gone")]
    [InlineData("true", "false", "4:14", "true is another one there, or gone")]
    [InlineData("null", "0", "4:20", "null is another one there, or gone")]
    [InlineData(", [\"d\"]", "", "4:8", "a list is another one there, or gone")]
    [InlineData("{ \"b\": \"c\" }", "{ \"b\": \"c\", \"b\": \"c\" }", "4:26", "an object is another one there, or gone")]
    [InlineData("// one", "// One", "2:3", "a comment is another one there, or gone")]
    [InlineData("/* two */", "", "3:15", "a comment is another one there, or gone")]
    [InlineData("// five", "// five\n// and a half", "8:1", "a comment is another one there, or gone")]
    [InlineData("// six", "// six\n// seven", "1:1", "it has 7 comments in place of 6")]
    [InlineData("// five", "// five\u2028// six", "6:3", "a comment is another one there, or gone")]
    [InlineData("// three", "// three\nx", "1:1", "it could not be read again (a comma is missing at the end of line 4, before 'x')")]
    [InlineData("{ /* four */ }", "{", "1:1", "it could not be read again (the file ends, but the '{' of line 1 is still open: add '}')")]
    public void Check_TextThatDiffers_SaysWhereAndWhatToDo(string part, string written, string place, string what)
    {
        Assert.Equal(
            $"a.json:{place} AR1051 The canonical form of this file would not mean the same: {what}. The file was left as it is. This is a "
                + "fault of the formatter and not of the file: report it with this message and the lines around this place.",
            Check(File.Replace(part, written, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Check_TwiceTheSameKeyInAnotherOrder_Differs() =>
        Assert.NotNull(
            FormatCheck.Check(RuleFileParser.Parse(RuleFiles.File("""{ "a": 1, "a": 2 }"""), [])!, RuleFiles.File("""{ "a": 2, "a": 1 }"""))
        );

    [Theory]
    [InlineData("\"set\": \"s\", /* two */\n", "\"set\":\t\"\\u0073\" /* two */ ,")]
    [InlineData("\n", "\r\n")]
    [InlineData("\n", "\r")]
    public void Check_TextThatMeansTheSame_IsNoProblem(string part, string written) =>
        Assert.Null(Check(File.Replace(part, written, StringComparison.Ordinal)));

    private static string? Check(string written) =>
        FormatCheck.Check(RuleFileParser.Parse(RuleFiles.File(File), [])!, RuleFiles.File(written))?.ToString();
}
