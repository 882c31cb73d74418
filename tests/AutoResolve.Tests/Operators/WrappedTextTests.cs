using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Operators;

/// <summary>Mail programs break lines where they like; <c>contains</c> and regular expressions read on.</summary>
public sealed class WrappedTextTests
{
    private const string Full = "When I try to sign in on the page I always get this, it says access";

    [Theory]
    [InlineData("access denied", "access\ndenied", true)]
    [InlineData("access denied", "access\r\n  denied", true)]
    [InlineData("access denied", "access \n denied", true)]
    [InlineData("access denied", "access\u00A0denied", true)]
    [InlineData("access denied", "access  \t denied", true)]
    [InlineData("access\ndenied", "ACCESS DENIED", true)]
    [InlineData("access denied", "access\n\ndenied", false)]
    [InlineData("access denied", "access\r\n \r\ndenied", false)]
    [InlineData("access denied", "accessdenied", false)]
    [InlineData("access  denied", "access, access denied", true)]
    [InlineData(" denied", "access\ndenied", true)]
    [InlineData(" denied", "denied", false)]
    [InlineData("access ", "access\n", true)]
    [InlineData("access ", "access", false)]
    public void Contains_Blank_IsAnyRunOfBlanksInAParagraph(string value, string text, bool isFound)
    {
        var json = Newtonsoft.Json.JsonConvert.ToString(value);
        Assert.Equal(isFound, Programs.Holds($$"""{ "contains": [{{json}}] }""", text));
        Assert.Equal(isFound || value != value.Trim(), Programs.Holds($$"""{ "field": "text", "contains": {{json}} }""", text));
    }

    [Theory]
    [InlineData("error code 12\nhas expired", true)]
    [InlineData("error code 12 \nhas expired", true)]
    [InlineData("error code 12\r\n   has expired", true)]
    [InlineData("error code 12\n\nhas expired", false)]
    [InlineData("error code 12.\nIt has expired", false)]
    [InlineData("error code 12:\nmine expired", false)]
    [InlineData("error code 12\n- mine expired", false)]
    [InlineData("error code 12\nstatus: expired", false)]
    [InlineData("error code 12\n1. expired", false)]
    [InlineData("When I sign in on the page I always get the message error code 12, ID.me\nI see has expired", true)]
    public void Regex_Dot_ReadsOnWhereALineWasWrapped(string text, bool isFound) =>
        Assert.Equal(isFound, Programs.Holds("""{ "regex": "error\\s+code.*expired" }""", text));

    [Theory]
    [InlineData("access denied", true)]
    [InlineData("(?m)^DENIED", false)]
    [InlineData("(?m)^Bye", true)]
    [InlineData("access\\s+denied", true)]
    [InlineData("access\\ndenied", false)]
    public void Regex_WrappedLine_IsOneLine(string pattern, bool isFound) =>
        Assert.Equal(
            isFound,
            Programs.Holds($$"""{ "regex": "{{pattern.Replace("\\", "\\\\", StringComparison.Ordinal)}}" }""", Full + "\nDENIED.\nBye")
        );

    [Theory]
    [InlineData("""{ "regex": "access denied" }""", "access\r\n denied")]
    [InlineData("""{ "contains": ["S DENIED"] }""", "s\r\n denied")]
    public void Evidence_OfWhatIsWrapped_PointsIntoTheSource(string when, string evidence)
    {
        var text = "Hi=20\r\nI=E2=80=99m lost, there is an error that says: access\r\n denied";
        var match = Programs.Examine(Programs.Rule(when), Programs.Text(text));
        var found = Assert.Single(match.Evidence);

        Assert.Equal(evidence, text.Substring(found.Start, found.Length));
    }
}
