using System.Globalization;
using System.Text;
using AutoResolve.Intake.Issues;
using MimeKit;

namespace AutoResolve.Intake.Mails;

/// <summary>Reads mails as issues: that of an .eml file, or those of an .mbox file one at a time. What is none ends the reading.</summary>
internal static class MailFileReader
{
    // Attachments count, though nothing of them is kept.
    private const int MaxMailLength = 50_000_000;

    private const int MaxMimeDepth = 32;

    private static readonly ParserOptions Options = MakeOptions();

    public static IEnumerable<IssueLine> Read(Stream stream, MimeFormat format)
    {
        using var bounded = new BoundedStream(stream);
        var parser = new MimeParser(Options, bounded, format);
        for (var number = 1; ; number++)
        {
            bounded.Allow(MaxMailLength);
            var (issue, problem) = ReadOne(parser, number);
            yield return problem is null ? new IssueLine(0, issue, null) : IssueLine.Bad(0, problem);
            if (problem is not null || format == MimeFormat.Entity || parser.IsEndOfStream)
                yield break;
        }
    }

    private static (Issue? Issue, string? Problem) ReadOne(MimeParser parser, int number)
    {
        try
        {
            using var message = parser.ParseMessage();
            return (MailIssue.Of(message, string.Create(CultureInfo.InvariantCulture, $"mail-{number}")), null);
        }
        catch (FormatException)
        {
            return (
                null,
                string.Create(CultureInfo.InvariantCulture, $"Mail {number} is none: it has no headers. The rest of the file was not read.")
            );
        }
        catch (BadIssueException)
        {
            return (
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Mail {number} is longer than {MaxMailLength:N0} bytes; the rest of the file was not read."
                )
            );
        }
    }

    private static ParserOptions MakeOptions()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = MaxMimeDepth;
        return options;
    }
}
