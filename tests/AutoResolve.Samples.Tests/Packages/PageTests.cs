using System.Net;
using Microsoft.Playwright;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>The pages of the sample, built from the packages, in a browser. Scripts are off but for what axe-core runs.</summary>
[Collection(PackedTests.Name)]
[Trait("Category", "Packages")]
[Trait("Category", "Browser")]
public sealed class PageTests(SharedSample sample, SharedBrowser browser) : IClassFixture<SharedSample>, IClassFixture<SharedBrowser>
{
    private const string Check = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })).violations
          .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html}`))
        """;

    private readonly RunningSample _sample = sample.Running;

    [BrowserFact]
    public async Task Text_ThatARuleKnows_IsShownWithItsWordsMarked()
    {
        var page = await OpenAsync("/", scripts: false);

        await TryAsync(page, "Hello, I forgot my password again.\nAnd <script>alert(1)</script> & <b>bold</b>");

        Assert.Equal("help-desk.password", await page.TextContentAsync("#rule"));
        Assert.Equal(["password"], await page.Locator("mark").AllTextContentsAsync());
        Assert.Contains("Choose 'Forgot password'", await page.TextContentAsync("[aria-labelledby=answer]"), StringComparison.Ordinal);

        // What somebody wrote is text, wherever it is shown.
        Assert.Equal(0, await page.Locator("main script, main b").CountAsync());
        Assert.Contains("<script>alert(1)</script> & <b>bold</b>", await page.TextContentAsync("#marked"), StringComparison.Ordinal);
        Assert.Contains("<b>bold</b>", await page.InputValueAsync("textarea"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Text_ThatIsAskedAbout_ShowsTheQuestion()
    {
        var page = await OpenAsync("/", scripts: false);

        await TryAsync(page, "I want my money back");

        Assert.Contains("Which order is it about?", await page.TextContentAsync("[aria-labelledby=questions]"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Text_ThatARuleMisses_ShowsByWhat()
    {
        var page = await OpenAsync("/", scripts: false);

        await TryAsync(page, "Please cancel my subscription");

        Assert.Equal(0, await page.Locator("#rule").CountAsync());
        Assert.Contains("help-desk.cancel", await page.TextContentAsync("[aria-labelledby=near-misses]"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Action_ThatCannotBeUndone_IsApprovedOnThePage()
    {
        foreach (var (id, order) in new[] { ("a-1", "A-17"), ("a-2", "A-18") })
        {
            var issue = $$"""{ "id": "{{id}}", "text": "Cancel my order please", "fields": { "order": "{{order}}" } }""";
            Assert.Equal(HttpStatusCode.OK, (await _sample.PostAsync("/issues", issue)).Status);
        }

        var page = await OpenAsync("/approvals", scripts: false);
        var approved = await DecideAsync(page, "a-1", "Approve");
        var denied = await DecideAsync(page, "a-2", "Deny");

        Assert.Contains("help-desk.cancel", approved, StringComparison.Ordinal);
        Assert.Contains("a-2 was denied", denied, StringComparison.Ordinal);
        Assert.Equal(0, await Section(page, "a-1").CountAsync() + await Section(page, "a-2").CountAsync());
    }

    [BrowserFact]
    public async Task Approval_FromAnotherSite_IsRefused()
    {
        using var form = new FormUrlEncodedContent([new("Key", "k"), new("By", "u17"), new("Decision", "approve")]);

        using var response = await _sample.Client.PostAsync(new Uri("/approvals", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [BrowserFact]
    public async Task Pages_LightAndDark_HaveNoViolation()
    {
        await _sample.PostAsync("/issues", """{ "id": "p-1", "text": "Cancel my order please", "fields": { "order": "A-17" } }""");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await OpenAsync("/", scripts: true, scheme);
            await HasNoViolationAsync(page);
            await TryAsync(page, "I forgot my password and want my money back, cancel it");
            await HasNoViolationAsync(page);
            await HasNoViolationAsync(await OpenAsync("/approvals", scripts: true, scheme));
        }
    }

    private static ILocator Section(IPage page, string issue) =>
        page.Locator("main section").Filter(new LocatorFilterOptions { HasText = $"for issue {issue}" });

    private static async Task<string?> DecideAsync(IPage page, string issue, string decision)
    {
        var section = Section(page, issue);
        await section.GetByLabel("Your id").FillAsync("u17");
        await section.GetByText(decision, new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        return await page.TextContentAsync("[role=status]");
    }

    private static async Task HasNoViolationAsync(IPage page)
    {
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = BrowserFactAttribute.AxeCore });
        Assert.Empty(await page.EvaluateAsync<string[]>(Check));
    }

    private static async Task TryAsync(IPage page, string text)
    {
        await page.GetByLabel("What somebody wrote").FillAsync(text);
        await page.GetByText("Which rule?").ClickAsync();
        await page.WaitForSelectorAsync("#result");
    }

    private async Task<IPage> OpenAsync(string path, bool scripts, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.Running.NewContextAsync(
            new BrowserNewContextOptions
            {
                JavaScriptEnabled = scripts,
                BypassCSP = scripts,
                ColorScheme = scheme,
                BaseURL = $"{_sample.Client.BaseAddress}",
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }
}
