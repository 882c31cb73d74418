using System.Globalization;
using System.Text;
using System.Xml;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Running;
using AutoResolve.Testing;

namespace AutoResolve.Cli.Rendering;

/// <summary>Writes a test run as JUnit XML: a suite for each rule.</summary>
internal static class JUnitFile
{
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static void Write(RuleTestReport report, string folder, string path) =>
        JUnitDocument.Write(path, writer => Write(report, folder, writer));

    private static void Write(RuleTestReport report, string folder, XmlWriter writer)
    {
        writer.WriteStartElement("testsuites");
        WriteCounts(writer, report.Results.Count, report.Failed);
        foreach (var rule in report.Results.GroupBy(result => result.Rule.Id))
        {
            writer.WriteStartElement("testsuite");
            writer.WriteAttributeString("name", rule.Key);
            WriteCounts(writer, rule.Count(), rule.Count(result => !result.Passed));
            foreach (var result in rule)
                Write(result, folder, writer);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void Write(RuleTestResult result, string folder, XmlWriter writer)
    {
        var position = result.Position;
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", result.Rule.Id);
        writer.WriteAttributeString(
            "name",
            Xml(string.Create(CultureInfo.InvariantCulture, $"{result.Number}: {SafeText.Start(result.Issue.Text, 80)}"))
        );
        writer.WriteAttributeString("file", DiagnosticText.Place(folder, position.File, 0, 0));
        writer.WriteAttributeString("line", position.Line.ToString(CultureInfo.InvariantCulture));
        if (result.Failure is { } failure)
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("message", Xml($"expected: {failure.Expected}; got: {failure.Got}"));
            writer.WriteString(
                Xml(string.Join('\n', failure.Blame.Select(blamed => $"{blamed.Truth}: {blamed.Description} ({blamed.Pointer})")))
            );
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter writer, int tests, int failures)
    {
        writer.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
    }

    // XML has no place for control characters and lone surrogates.
    private static string Xml(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return result.ToString();
    }
}
