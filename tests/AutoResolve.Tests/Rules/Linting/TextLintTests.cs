using AutoResolve.Rules.Linting;
using AutoResolve.Tests.Decisions;
using Newtonsoft.Json;

namespace AutoResolve.Tests.Rules.Linting;

/// <summary>What is said of texts that people read as they stand: placeholders of other tools, and markup.</summary>
public sealed class TextLintTests
{
    [Theory]
    [InlineData("", """{ "es": "x" }""", "This text has no 'en', the language for everyone whose own language is missing. Add \"en\".")]
    [InlineData("", """{ "en": "x", "es": "x" }""", null)]
    [InlineData("es", """{ "es": "x" }""", null)]
    [InlineData("es-MX", """{ "es": "x" }""", null)]
    [InlineData(
        "es",
        """{ "en": "x" }""",
        "This text has no 'es', the language of its set, whose rules see no issues that are certainly in another. Add \"es\"."
    )]
    public void Text_WithoutTheLanguageThatItsIssuesAreIn_IsTold(string language, string texts, string? told)
    {
        var set = SomeRules.Set(
            "a",
            language.Length == 0 ? "" : $$""" "language": "{{language}}", """,
            SomeRules.Rule("a", $$"""{ "outcome": "answer", "answer": {{texts}} }""")
        );

        var all = SomeRules.TryLoad(set).Diagnostics.Where(diagnostic => diagnostic.Code == LintCodes.MissingDefaultLocale);

        Assert.Equal(told, all.SingleOrDefault()?.Message);
    }

    [Theory]
    [InlineData("Hello [NAME], it is on its way.", "[NAME]")]
    [InlineData("Hello [First Name], it is on its way.", "[First Name]")]
    [InlineData("Hello [first name].", "[first name]")]
    [InlineData("Hello [Your name here].", "[Your name here]")]
    [InlineData("See [insert link].", "[insert link]")]
    [InlineData("See [Insert the date of the letter].", "[Insert the date of the letter]")]
    [InlineData("See [Link].", "[Link]")]
    [InlineData("Your number is [ticket_id].", "[ticket_id]")]
    [InlineData("Hello %NAME%.", "%NAME%")]
    [InlineData("Hello %first_name%.", "%first_name%")]
    [InlineData("Hello %First Name%.", "%First Name%")]
    [InlineData("It comes on XXX.", "XXX")]
    [InlineData("It comes on xxxx at noon.", "xxxx")]
    [InlineData("It comes on ___.", "___")]
    [InlineData("Dear ________, it is on its way.", "________")]
    [InlineData("Clear <What> now.", "<What>")]
    [InlineData("Clear < what > now.", "< what >")]
    [InlineData("Clear <the thing> now.", "<the thing>")]
    [InlineData("Write to <address>.", "<address>")]
    [InlineData("Hello {name}.", "{name}")]
    [InlineData("Hello ${name}.", "${name}")]
    [InlineData("It is TBD.", "TBD")]
    public void Placeholder_OfAnotherTool_IsTold(string text, string placeholder)
    {
        var told = Assert.Single(Lint(text, LintCodes.ForeignPlaceholder));

        Assert.StartsWith($"'{placeholder}' looks like", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Press [Save] and then [Sign in].")]
    [InlineData("See [our page](https://x.example/name).")]
    [InlineData("See [the link](https://x.example).")]
    [InlineData("It takes 50% of the time, or 20% on Monday.")]
    [InlineData("It takes 5% to start and 10% more.")]
    [InlineData("See https://x.example/a%C3%A9b%20c%2Fd.")]
    [InlineData("It shows XXX-XX-6789.")]
    [InlineData("It shows the end: XXX-6789.")]
    [InlineData("First.\n\n______\n\nSecond.")]
    [InlineData("The file is called my_new_name.pdf.")]
    [InlineData("Size XL or XX is fine.")]
    [InlineData("It works where 3 < 5 and 7 > 6.")]
    [InlineData("Your code is {{ issue.fields.code }}.")]
    [InlineData("Write to <desk@x.example> or <https://x.example>.")]
    public void Text_WithoutOne_IsNotTold(string text) => Assert.Empty(Lint(text, LintCodes.ForeignPlaceholder));

    [Theory]
    [InlineData("It is <b>on its way</b>.", "<b>")]
    [InlineData("First.<br>Second.", "<br>")]
    [InlineData("First.<br />Second.", "<br />")]
    [InlineData("First.</p>", "</p>")]
    [InlineData("<P>First.", "<P>")]
    [InlineData("<h2>First</h2>", "<h2>")]
    [InlineData("See <a href=\"https://x.example\">this</a>.", "<a href=\"https://x.example\">")]
    [InlineData("<ul><li>First</li></ul>", "<ul>")]
    [InlineData("Fish&nbsp;and chips", "&nbsp;")]
    [InlineData("Fish &amp; chips", "&amp;")]
    [InlineData("It&#39;s on its way.", "&#39;")]
    [InlineData("It&#x27;s on its way.", "&#x27;")]
    public void Markup_InAText_IsToldOnce(string text, string markup) =>
        Assert.StartsWith($"'{markup}' is HTML", Assert.Single(Lint(text, LintCodes.Markup)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Fish & chips; a < b and b > c.")]
    [InlineData("Write to <desk@x.example>.")]
    [InlineData("See https://x.example/?a=1&lt=2.")]
    [InlineData("Press <What>.")]
    public void Text_WithoutMarkup_IsNotTold(string text) => Assert.Empty(Lint(text, LintCodes.Markup));

    private static List<string> Lint(string text, string code)
    {
        var then = $$"""{ "outcome": "answer", "tier": 1, "answer": { "en": {{JsonConvert.ToString(text)}} } }""";
        var result = SomeRules.TryLoad(SomeRules.Set("one", "", SomeRules.Rule("a", then, """{ "anyOf": ["lost"] }""")));
        Assert.True(result.Rulebook is not null, string.Join('\n', result.Diagnostics));
        return [.. result.Diagnostics.Where(found => found.Code == code).Select(found => found.Message)];
    }
}
