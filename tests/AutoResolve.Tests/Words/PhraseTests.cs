using AutoResolve.Tests.Matching;

namespace AutoResolve.Tests.Words;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("sign in", "Sign-in page")]
    [InlineData("sign in", "please SIGN IN!")]
    [InlineData("sign in", "sign (in)")]
    [InlineData("sign in", "sign\n\tin")]
    [InlineData("sign in", "I signed in")]
    [InlineData("ID.me", "at id me now")]
    [InlineData("can't upload", "cant uploading")]
    [InlineData("cant", "I can’t")]
    [InlineData("sesion", "mi sesión")]
    [InlineData("sesión", "MI SESION")]
    [InlineData("upload*", "the uploader")]
    [InlineData("up*", "update")]
    [InlineData("forgot* password", "forgotten password")]
    [InlineData("ID.me*", "id meeting")]
    [InlineData("=claim", "my claim.")]
    [InlineData("=ID.me", "ID.me")]
    [InlineData("a & b", "a b")]
    [InlineData("登录", "无法登录了")]
    public void AnyOf_PhraseInText_Holds(string phrase, string text) => Assert.True(Programs.Found(phrase, text));

    [Theory]
    [InlineData("sign in", "in sign")]
    [InlineData("sign in", "sign me in")]
    [InlineData("sign in", "design in")]
    [InlineData("sign in", "sign")]
    [InlineData("claim", "disclaim")]
    [InlineData("=claim", "my claims")]
    [InlineData("=ID.me", "ID men")]
    [InlineData("upload*", "reupload")]
    [InlineData("upload*", "up load")]
    [InlineData("forgot* password", "forgotten my password")]
    public void AnyOf_PhraseNotInText_DoesNotHold(string phrase, string text) => Assert.False(Programs.Found(phrase, text));

    [Theory]
    [InlineData("@out", "they logged me out: kicked out", true)]
    [InlineData("@out again", "I was signed out again", true)]
    [InlineData("@out again", "I was signed out once", false)]
    [InlineData("always @out", "it always kicks out", true)]
    [InlineData("@deep twice", "signed out of it twice", true)]
    [InlineData("@deep twice", "signed out of twice", false)]
    [InlineData("@deep @out", "really kicked out signed out", true)]
    public void AnyOf_List_MeansAnyOfItsPhrases(string phrase, string text, bool holds) =>
        Assert.Equal(
            holds,
            Programs.Holds(
                $$"""{ "anyOf": ["{{phrase}}"] }""",
                text,
                """ "lists": { "out": ["signed out", "kicks out", "signed out of it"], "deep": ["@out", "really @out"] },"""
            )
        );

    [Theory]
    [InlineData("“”—", "AR3005")]
    [InlineData("up*load", "AR3006")]
    [InlineData("*load", "AR3006")]
    [InlineData("u*", "AR3006")]
    [InlineData("*", "AR3006")]
    [InlineData("sign *", "AR3006")]
    [InlineData("upload**", "AR3006")]
    [InlineData("=upload*", "AR3006")]
    [InlineData("= claim", "AR3006")]
    [InlineData("@", "AR3006")]
    [InlineData("@ list", "AR3006")]
    [InlineData("=@list", "AR3006")]
    [InlineData("@=x", "AR3006")]
    [InlineData("(@list)", "AR3006")]
    [InlineData("no (=claim", "AR3006")]
    [InlineData("@lost", "AR3001")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u", "AR3007")]
    [InlineData("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u", "AR3007")]
    public void Compile_BrokenPhrase_IsReportedOnce(string phrase, string code)
    {
        var problem = Programs.Problems($$"""{ "anyOf": ["{{phrase}}"] }""", """ "lists": { "list": ["x"] },""");

        Assert.DoesNotContain('\n', problem);
        Assert.Contains($" {code} ", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*load", "write 'load*'")]
    [InlineData("lett*r", "write 'lett*'")]
    [InlineData("u*load", "write the beginning of the word, then the star")]
    [InlineData("up*lo*d", "write 'up*'")]
    [InlineData("=@list", "write '@list'")]
    public void Compile_ASignInTheWrongPlace_SaysWhatToWrite(string phrase, string advice) =>
        Assert.Contains(
            advice,
            Programs.Problems($$"""{ "anyOf": ["{{phrase}}"] }""", """ "lists": { "list": ["x"] },"""),
            StringComparison.Ordinal
        );

    [Fact]
    public void Compile_UnknownList_PointsAtItAndSuggests()
    {
        var problem = Programs.Problems("""{ "anyOf": ["was @kikedOut"] }""", """ "lists": { "kickedOut": ["x"] },""");

        Assert.Contains("Did you mean 'kickedOut'?", problem, StringComparison.Ordinal);
        Assert.Equal(
            5,
            Column(problem) - Column(Programs.Problems("""{ "anyOf": ["@kikedOut"] }""", """ "lists": { "kickedOut": ["x"] },""")) + 1
        );
    }

    [Theory]
    [InlineData(""" "lists": { "a": ["x", "@a"] },""", "a -> a")]
    [InlineData(""" "lists": { "a": ["@b"], "b": ["y", "z @c"], "c": ["@a"] },""", "a -> b -> c -> a")]
    [InlineData(""" "lists": { "z": ["@a"], "a": ["@b"], "b": ["@a"] },""", "a -> b -> a")]
    public void Compile_ListThatUsesItself_IsReportedOnceWithItsWay(string set, string way)
    {
        var problem = Programs.Problems("""{ "anyOf": ["x"] }""", set);

        Assert.DoesNotContain('\n', problem);
        Assert.Contains($" AR3002 ", problem, StringComparison.Ordinal);
        Assert.Contains($": {way}.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_ListsThatDouble_AreRefused()
    {
        var lists = Enumerable
            .Range(0, 40)
            .Select(number => $"\"l{number}\": [\"@l{number + 1} @l{number + 1}\", \"x\"]")
            .Append("\"l40\": [\"a\"]");

        Assert.Contains(
            " AR3019 ",
            Programs.Problems("""{ "anyOf": ["@l0"] }""", " \"lists\": {" + string.Join(',', lists) + "},"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Compile_ChainOfLists_IsRefusedWhereTooDeep()
    {
        var lists = Enumerable.Range(0, 3_000).Select(number => $"\"l{number}\": [\"@l{number + 1}\"]").Append("\"l3000\": [\"a\"]");

        Assert.Contains(
            " AR3018 ",
            Programs.Problems("""{ "anyOf": ["@l0"] }""", " \"lists\": {" + string.Join(',', lists) + "},"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AnyOf_NestedListsOnRepetitiveText_Ends()
    {
        var set = """
            "lists": { "one": ["a", "a a", "a a a"], "two": ["@one", "@one @one", "a @one @one"],
              "three": ["@two", "@two @two @one"] },
            """;

        Assert.False(Programs.Holds("""{ "anyOf": ["@three @two @three =b"] }""", string.Concat(Enumerable.Repeat("a ", 20_000)), set));
    }

    private static int Column(string problem) => int.Parse(problem.Split(':', ' ')[2], System.Globalization.CultureInfo.InvariantCulture);
}
