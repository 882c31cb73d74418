using System.Globalization;
using System.Text;
using AutoResolve.Intake.Issues;
using MimeKit;

namespace AutoResolve.Intake.Mails;

/// <summary>Reads mails as issues: that of an .eml file, or those of an .mbox file one at a time.</summary>
internal static class MailFileReader
{
    // Attachments count, though nothing of them is kept.
    private const int MaxMailLength = 50_000_000;

    private const int MaxMimeDepth = 32;

    private static readonly ParserOptions Options = MakeOptions();

    public static IEnumerable<IssueLine> ReadOne(Stream stream)
    {
        using var bounded = new BoundedStream(stream);
        bounded.Allow(MaxMailLength);
        yield return Read(bounded, 1);
    }

    public static IEnumerable<IssueLine> ReadAll(Stream stream)
    {
        var mails = new MboxReader(stream, MaxMailLength);
        if (!mails.Begin())
        {
            yield return IssueLine.Bad(
                0,
                "There is no mail in it: an .mbox file begins with a line such as 'From jane@x.example Mon Nov  2 10:11:12 2026'."
            );
            yield break;
        }

        var hasMore = true;
        for (var number = 1; hasMore; number++)
        {
            hasMore = mails.ReadMail();
            yield return mails.IsTooLong ? TooLong(number) : Read(mails.Mail, number);
        }
    }

    private static IssueLine Read(Stream stream, int number)
    {
        try
        {
            using var message = new MimeParser(Options, stream, MimeFormat.Entity).ParseMessage();
            var place = string.Create(CultureInfo.InvariantCulture, $"mail-{number}");
            var (issue, remark) = MailIssue.Of(message, place);
            return new IssueLine(0, issue, null) { Remark = remark is null ? null : Tell(number, remark), IsIdMade = issue.Id == place };
        }
        catch (FormatException)
        {
            return IssueLine.Bad(0, Tell(number, "It is none: it has no headers."));
        }
        catch (BadIssueException)
        {
            return TooLong(number);
        }
    }

    private static IssueLine TooLong(int number) =>
        IssueLine.Bad(
            0,
            Tell(number, string.Create(CultureInfo.InvariantCulture, $"It is longer than {MaxMailLength:N0} bytes, and was not read."))
        );

    private static string Tell(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"Mail {number}: {what}");

    private static ParserOptions MakeOptions()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = MaxMimeDepth;
        return options;
    }
}
