using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;
using Microsoft.Playwright;

namespace AutoResolve.Insights.Tests.Accessibility;

/// <summary>Section 508 is law for the reference user: axe-core finds nothing, on a screen in light and dark and on paper.</summary>
public sealed class ReportPageTests
{
    private const string Check = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })).violations
          .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html}`))
        """;

    [BrowserFact]
    public async Task Page_LightDarkAndPrint_HasNoViolation()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.Browser,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BypassCSP = true });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(HtmlReport.Write(Report()));
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = BrowserFactAttribute.AxeCore });

        foreach (var (scheme, media) in new[] { (ColorScheme.Light, Media.Screen), (ColorScheme.Dark, Media.Screen), (ColorScheme.Light, Media.Print) })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, Media = media });
            Assert.Empty(await page.EvaluateAsync<string[]>(Check));
        }

        // What cannot fail proves nothing: the same check sees a picture without words.
        await page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('img'))");
        Assert.NotEmpty(await page.EvaluateAsync<string[]>(Check));
    }

    private static Report Report()
    {
        FigureCell[] cells =
        [
            new() { Tier = 1, Type = "sign-in/loop", Team = "identity", Channel = "phone", Rule = "sign-in.clock", Issues = 60, Answered = 50, Confirmed = 30, Assumed = 15, Reopened = 3, Escalated = 10, FirstContact = 40, Minutes = 500 },
            new() { Tier = 2, Type = "letters/missing", Team = "documents", Channel = "mail", Rule = "letters.missing", Issues = 40, Answered = 25, Confirmed = 2, Assumed = 3, Reopened = 20, Escalated = 15 },
        ];
        var baseline = new Baseline(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), "UTC", 7, cells);
        return new ReportBuilder(cells, 31, 7, baseline, []).Build("Support issues, 2026-10", ["Source: a test"]);
    }
}
