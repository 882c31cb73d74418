using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using Fluid.Values;
using Microsoft.Extensions.FileProviders;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>The embedded templates of the page. Whatever they print is encoded.</summary>
internal static class PageTemplates
{
    private static readonly EmbeddedFileProvider Files = new(typeof(PageTemplates).Assembly, "report");
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly TemplateOptions Options = CreateOptions();
    private static readonly IFluidTemplate Page = ReadPage();

    public static string Render(PageView page)
    {
        var context = new TemplateContext(Options);
        context.SetValue("page", page);
        return Page.Render(context, Encoder);
    }

    private static IFluidTemplate ReadPage()
    {
        using var reader = new StreamReader(Files.GetFileInfo("page.liquid").CreateReadStream());
        return new FluidParser().Parse(reader.ReadToEnd());
    }

    private static TemplateOptions CreateOptions()
    {
        var options = new TemplateOptions
        {
            CultureInfo = CultureInfo.InvariantCulture,
            FileProvider = Files,
            MemberAccessStrategy = new UnsafeMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.CamelCase },
            StrictFilters = true,
        };
        options.ValueConverters.Add(value =>
            value switch
            {
                string text => new StringValue(Printable(text)),
                double position => new StringValue(position.ToString("0.##", CultureInfo.InvariantCulture)),
                _ => null,
            }
        );
        return options;
    }

    // Control characters are not allowed in a page, not even encoded.
    private static string Printable(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)) : text;
}
