using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace AutoResolve.Cli.Issues;

/// <summary>Reads values with a header line. A ragged row costs only itself.</summary>
internal static class CsvIssueReader
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static IEnumerable<IssueLine> Read(BoundedTextReader text, string firstLine)
    {
        var quoteProblem = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiters.MaxBy(delimiter => firstLine.Count(character => character == delimiter)).ToString(),
            HasHeaderRecord = false,
            MaxFieldSize = IssueSource.MaxLength,
            BadDataFound = _ => quoteProblem = true,
        };
        using var parser = new CsvParser(text, configuration);
        if (Header(parser, out var problem) is not { } header)
        {
            yield return IssueLine.Bad(1, problem!);
            yield break;
        }

        while (true)
        {
            var line = parser.RawRow + 1;
            quoteProblem = false;
            text.Allow(IssueSource.MaxLength * 2L);
            if (!TryRead(parser, out var fatal))
            {
                if (fatal is not null)
                    yield return IssueLine.Bad(line, fatal);
                yield break;
            }

            yield return quoteProblem ? IssueLine.Bad(line, "A quotation mark stands inside a value: put the value in quotation marks and double those inside.") : Parse(parser, header, line);
        }
    }

    private static string[]? Header(CsvParser parser, out string? problem)
    {
        problem = "The file is empty: its first line must name the columns, among them 'text'.";
        if (!TryRead(parser, out var fatal) || parser.Record is not { } header)
        {
            problem = fatal ?? problem;
            return null;
        }

        header = [.. header.Select(name => name.Trim())];
        var repeated = header.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (repeated is not null)
            problem = $"The column '{Rendering.Printable.Start(repeated, 40)}' stands twice.";
        else if (!header.Contains("text", StringComparer.OrdinalIgnoreCase) && !header.Contains("title", StringComparer.OrdinalIgnoreCase))
            problem = "The first line must name the columns, and none of them is 'text' or 'title'. Is this CSV? '--format' says what else it is.";
        else
            problem = null;
        return problem is null ? header : null;
    }

    private static bool TryRead(CsvParser parser, out string? fatal)
    {
        fatal = null;
        try
        {
            return parser.Read();
        }
        catch (CsvHelperException)
        {
            fatal = $"A value is longer than {IssueSource.MaxLength:N0} characters; is a quotation mark never closed? The rest of the file was not read.";
            return false;
        }
        catch (BadIssueException exception)
        {
            fatal = exception.Message;
            return false;
        }
    }

    private static IssueLine Parse(CsvParser parser, string[] header, int line)
    {
        if (parser.Count != header.Length)
            return IssueLine.Bad(line, $"This row has {parser.Count} values and the header has {header.Length} columns.");
        try
        {
            var builder = new IssueBuilder();
            for (var column = 0; column < header.Length; column++)
            {
                if (header[column].Length == 0)
                    continue;
                var value = parser[column];
                builder.Set(header[column], value.Length == 0 ? null : value);
            }

            return new IssueLine(line, builder.Build(string.Create(CultureInfo.InvariantCulture, $"line-{line}")), null);
        }
        catch (BadIssueException exception)
        {
            return IssueLine.Bad(line, exception.Message);
        }
    }
}
