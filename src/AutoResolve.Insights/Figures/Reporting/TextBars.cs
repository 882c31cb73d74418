using System.Text;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Charts as lines of text, for Markdown and terminals.</summary>
internal static class TextBars
{
    private const int Width = 40;

    // Of the widest share: 100 %.
    private const int Letters = 5;

    public static string Of(IChart chart) =>
        chart switch
        {
            ShareChart shares => Shares(shares),
            LineChart lines => Lines(lines),
            _ => "",
        };

    private static string Shares(ShareChart chart)
    {
        var text = new StringBuilder();
        var longest = chart.Parts.Max(part => part.Length);
        foreach (var bar in chart.Bars)
        {
            text.Append(bar.Label).Append('\n');
            for (var part = 0; part < chart.Parts.Count; part++)
                Append(text, $"  {chart.Parts[part].PadRight(longest)}  {bar.Share(part).PadLeft(Letters)}  {Bar(bar.Parts[part])}");
        }

        return text.ToString();
    }

    private static string Lines(LineChart chart)
    {
        var text = new StringBuilder();
        foreach (var line in chart.Lines)
        {
            text.Append(line.Name).Append(line.Goal is { } goal ? $" (goal: {Number(goal).TrimStart()} %)" : "").Append('\n');
            foreach (var (label, percent) in chart.Labels.Zip(line.Values))
                Append(text, $"  {label}  {Number(percent)} %  {Bar(percent, line.Goal)}");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string line) => text.Append(line.TrimEnd()).Append('\n');

    // The goal stands where its bar would end.
    private static string Bar(double percent, double? goal = null)
    {
        var bar = new string('█', double.IsNaN(percent) ? 0 : (int)Math.Round(percent / 100 * Width)).PadRight(Width + 1).ToCharArray();
        if (goal is { } wanted)
            bar[(int)Math.Round(wanted / 100 * Width)] = '|';
        return new string(bar);
    }

    private static string Number(double percent) => double.IsNaN(percent) ? "  –" : Cell.Number(percent).PadLeft(3);
}
