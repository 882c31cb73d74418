using System.Globalization;
using System.Xml;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Backtesting;

namespace AutoResolve.Cli.Rendering;

/// <summary>Writes a backtest as JUnit XML: a case for each rule.</summary>
internal static class BacktestJUnit
{
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static void Write(BacktestReport report, double? least, string path) =>
        JUnitDocument.Write(path, writer => Write(report, least, writer));

    private static void Write(BacktestReport report, double? least, XmlWriter writer)
    {
        writer.WriteStartElement("testsuites");
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", "backtest");
        writer.WriteAttributeString("tests", report.Rules.Count.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("failures", report.Rules.Count(rule => Fails(rule, least)).ToString(CultureInfo.InvariantCulture));
        foreach (var rule in report.Rules)
        {
            writer.WriteStartElement("testcase");
            writer.WriteAttributeString("classname", rule.Rule.Type);
            writer.WriteAttributeString("name", rule.Rule.Id);
            if (Fails(rule, least))
            {
                writer.WriteStartElement("failure");
                writer.WriteAttributeString(
                    "message",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{rule.Agreement.Hits} of {rule.Agreement.Of} decided issues agree with people; {least:P0} are asked for"
                    )
                );
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    // Only where it is not chance: the upper end of the interval lies below.
    private static bool Fails(RuleResult rule, double? least) =>
        least is { } floor && rule.Agreement.Of > 0 && rule.Agreement.Upper < floor;
}
