using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Insights.Figures.Reporting.Html;
using AutoResolve.Insights.Tests.Figures;
using Microsoft.Playwright;

namespace AutoResolve.Insights.Tests.Accessibility;

/// <summary>Section 508 is law for the reference user: axe-core finds nothing, on a screen in light and dark and on paper.</summary>
[Trait("Category", "Browser")]
public sealed class ReportPageTests
{
    private const string Check = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })).violations
          .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html}`))
        """;

    // axe does not look at pictures: marks must stand out from the page by 3 to 1 (WCAG 1.4.11), text in them by 4.5 to 1.
    private const string Contrast = """
        () => {
          const light = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(part => part / 255)
            .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
            .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
          const paper = light(getComputedStyle(document.body).backgroundColor);
          const ratio = colour => {
            const other = light(colour);
            return (Math.max(other, paper) + 0.05) / (Math.min(other, paper) + 0.05);
          };
          const faint = [...document.querySelectorAll('svg text')].filter(text => ratio(getComputedStyle(text).fill) < 4.5)
            .concat([...document.querySelectorAll('svg rect')].filter(mark => ratio(getComputedStyle(mark).stroke) < 3))
            .concat([...document.querySelectorAll('svg .mark, svg .level, svg .range, svg circle.before, svg .hatch')]
              .filter(mark => ratio(getComputedStyle(mark).stroke) < 3));
          return faint.length;
        }
        """;

    // Letters as drawn are of 10 pixels and more, and neither the picture's edge nor the page's cuts one.
    private const string Unreadable = """
        () => [...document.querySelectorAll('svg')].filter(chart => chart.checkVisibility()).flatMap(chart => {
          const frame = chart.getBoundingClientRect();
          const scale = frame.width / chart.viewBox.baseVal.width;
          return [...chart.querySelectorAll('text')].filter(text => {
            const box = text.getBoundingClientRect();
            return parseFloat(getComputedStyle(text).fontSize) * scale < 10
              || box.left < Math.max(0, frame.left) - 1 || box.right > Math.min(innerWidth, frame.right) + 1
              || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
          }).map(text => text.textContent);
        })
        """;

    // A day or a month of one line is as high as one letter's line.
    private const string BrokenDates = """
        () => [...document.querySelectorAll('#days, #months')].flatMap(heading => [...heading.parentElement.querySelectorAll('tbody th')])
          .filter(cell => {
            const lines = document.createRange();
            lines.selectNodeContents(cell);
            return lines.getBoundingClientRect().height > 30;
          })
          .map(cell => cell.textContent)
        """;

    private static readonly BrowserTypeLaunchOptions Options = new()
    {
        ExecutablePath = BrowserFactAttribute.Browser,
        Args =
        [
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    };

    private static readonly ReportInput LongNames = SomeReport.Input(
        [
            new(
                new(
                    2,
                    new string('W', 90),
                    string.Concat(Enumerable.Repeat("👨\u200D👩\u200D👧", 40)),
                    "https://example.org/" + new string('a', 90),
                    new string('信', 60)
                ),
                new() { Issues = 1_234_567, Handled = 1_234_567 }
            ),
        ],
        SomeReport.Before,
        withRules: false
    );

    [BrowserFact]
    public async Task Pages_LightDarkAndPrint_HaveNoViolation()
    {
        ReportInput full = SomeReport.Input(baseline: SomeReport.Before);
        string[] pages =
        [
            .. new[]
            {
                full,
                full.OfTeam("documents"),
                LongNames,
                SomeReport.Input(withRules: false),
                SomeReport.Input([], withRules: false),
            }.Select(input => HtmlReport.Write(SomeReport.Build(input))),
        ];
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Options);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BypassCSP = true });
        var page = await context.NewPageAsync();
        foreach (var html in pages)
        {
            await page.SetContentAsync(html);
            await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = BrowserFactAttribute.AxeCore });
            foreach (
                var (scheme, media, width) in new[]
                {
                    (ColorScheme.Light, Media.Screen, 1300),
                    (ColorScheme.Dark, Media.Screen, 1300),
                    (ColorScheme.Light, Media.Screen, 320),
                    (ColorScheme.Light, Media.Screen, 360),
                    (ColorScheme.Light, Media.Screen, 700),
                    (ColorScheme.Light, Media.Print, 800),
                }
            )
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, Media = media });
                Assert.Empty(await page.EvaluateAsync<string[]>(Check));

                // Only tables and charts scroll sideways, in regions of their own (WCAG 1.4.10); on paper nothing does.
                Assert.True(
                    await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                    $"{media} {width}"
                );
                Assert.Equal(0, await page.EvaluateAsync<int>(Contrast));
            }
        }

        // What cannot fail proves nothing: the same check sees a picture without words.
        await page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('img'))");
        Assert.NotEmpty(await page.EvaluateAsync<string[]>(Check));
    }

    [BrowserFact]
    public async Task Charts_AnyWidth_AreWholeAndReadable()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Options);
        var page = await browser.NewPageAsync();
        foreach (var input in new[] { SomeReport.Input(baseline: SomeReport.Before), LongNames })
        {
            await page.SetContentAsync(HtmlReport.Write(SomeReport.Build(input)));
            await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
            foreach (
                var (media, width) in new[]
                {
                    (Media.Screen, 320),
                    (Media.Screen, 360),
                    (Media.Screen, 640),
                    (Media.Screen, 641),
                    (Media.Screen, 1030),
                    (Media.Screen, 1600),
                    (Media.Print, 680),
                }
            )
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = media });
                await page.SetViewportSizeAsync(width, 900);
                Assert.Equal((media, width, ""), (media, width, string.Join('\n', await page.EvaluateAsync<string[]>(Unreadable))));
                Assert.Equal((media, width, ""), (media, width, string.Join('\n', await page.EvaluateAsync<string[]>(BrokenDates))));
            }
        }
    }

    // Who goes by keyboard or by landmark stops only where there is something to do.
    [BrowserFact]
    public async Task Page_OnAPhone_StopsOnlyAtWhatScrolls()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Options);
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(HtmlReport.Write(SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before))));
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
        await page.SetViewportSizeAsync(320, 900);

        Assert.Null(await page.QuerySelectorAsync("#definitions ~ [tabindex]"));
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('[tabindex]')].filter(box => box.scrollWidth <= "
                    + "box.clientWidth).map(box => box.getAttribute('aria-label'))"
            )
        );
        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('[role=region], section[aria-labelledby]')].map(box => box.outerHTML.slice(0, 80))"
            )
        );
    }

    // Chromium prints what is closed closed: the numbers must be on paper all the same.
    [BrowserFact]
    public async Task Page_OnPaper_HasTheNumbersOfEachDay()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Options);
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(HtmlReport.Write(SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before))));
        var day = page.GetByText("2026-10-31", new PageGetByTextOptions { Exact = true });

        Assert.False(await day.IsVisibleAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await day.IsVisibleAsync());
    }

    [BrowserFact]
    public async Task Page_ByKeyboard_ReachesEveryLinkAndRegion()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Options);
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(HtmlReport.Write(SomeReport.Build(SomeReport.Input(baseline: SomeReport.Before))));
        var expected = await page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('a, summary, [tabindex]')].filter(stop => stop.checkVisibility()).length"
        );
        var reached = new HashSet<string>();
        for (var press = 0; press < expected; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(
                await page.EvaluateAsync<string>(
                    "() => { const at = document.activeElement; return [...document.querySelectorAll('a, summary, "
                        + "[tabindex]')].indexOf(at) + '|' + (getComputedStyle(at).outlineStyle !== 'none'); }"
                )
            );
        }

        Assert.Equal(expected, reached.Count);
        Assert.All(reached, element => Assert.EndsWith("|true", element, StringComparison.Ordinal));
    }
}
