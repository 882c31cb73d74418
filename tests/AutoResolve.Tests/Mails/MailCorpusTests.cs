using System.Globalization;
using AutoResolve.Mails;
using Xunit.Abstractions;

namespace AutoResolve.Tests.Mails;

/// <summary>What becomes of mails whose lines people have labelled. The output of the test is the measurement.</summary>
[Trait("Category", "Corpus")]
public sealed class MailCorpusTests(ITestOutputHelper output)
{
    private const double MaxKeptShare = 0.02;

    [Fact]
    public void Read_LabelledMails_LosesNoOwnLineAndKeepsHardlyAQuote()
    {
        var lines = MailCorpus.Mails.SelectMany(Read).ToList();
        foreach (var wrong in lines.Where(line => line.IsLost || line.IsKeptQuote))
            output.WriteLine($"{(wrong.IsLost ? "LOST" : "KEPT")} {wrong.Mail.Id} {wrong.Kind} {wrong.Line.Label}|{wrong.Line.Text}");
        output.WriteLine("");
        Print("all", _ => "all", lines);
        Print("set", line => line.Mail.Set, lines);
        Print("program", line => line.Mail.Program, lines);
        Print("language", line => line.Mail.Language, lines);

        Assert.Empty(lines.Where(line => line.IsLost).Select(line => $"{line.Mail.Id}: {line.Line.Text}"));
        Assert.All(lines.GroupBy(line => line.Mail.Set), set => Assert.InRange(KeptShare(set), 0, MaxKeptShare));
    }

    private static double KeptShare(IEnumerable<ReadLine> lines)
    {
        var quotes = lines.Where(line => line.Line.Label == 'Q').ToList();
        return (double)quotes.Count(line => line.IsKeptQuote) / quotes.Count;
    }

    private void Print(string by, Func<ReadLine, string> key, IEnumerable<ReadLine> lines)
    {
        output.WriteLine(
            "| {0} | own | lost | forwarded | lost | quoted | kept | read by guards | signed | kept | disclaimers | kept |",
            by
        );
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var group in lines.GroupBy(key).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            int Count(char label, Func<ReadLine, bool> counts) => group.Count(line => line.Line.Label == label && counts(line));
            int[] counts =
            [
                Count('O', _ => true),
                Count('O', line => !line.IsForRules),
                Count('F', _ => true),
                Count('F', line => !line.IsForRules),
                Count('Q', _ => true),
                Count('Q', line => line.IsForRules),
                Count('Q', line => line.IsForGuards),
                Count('S', _ => true),
                Count('S', line => line.IsForRules),
                Count('D', _ => true),
                Count('D', line => line.IsForRules),
            ];
            var row = string.Join(" | ", counts.Select(count => count.ToString(CultureInfo.InvariantCulture)));
            output.WriteLine($"| {group.Key} | {row} |");
        }

        output.WriteLine("");
    }

    private static IEnumerable<ReadLine> Read(LabelledMail mail)
    {
        MailReader reader = new();
        reader.Read(mail.Text, [], mail.Title);
        var (start, at) = (0, 0);
        foreach (var line in mail.Lines)
        {
            while (reader.Parts[at].End <= start && at + 1 < reader.Parts.Count)
                at++;
            var part = reader.Parts[at];
            yield return new ReadLine(mail, line, part.Kind, part.IsForRules, part.IsForGuards);
            start += line.Text.Length + 1;
        }
    }

    private sealed record ReadLine(LabelledMail Mail, LabelledLine Line, MailPartKind Kind, bool IsForRules, bool IsForGuards)
    {
        public bool IsLost => Line.Label is 'O' or 'F' && !IsForRules;

        public bool IsKeptQuote => Line.Label == 'Q' && IsForRules;
    }
}
