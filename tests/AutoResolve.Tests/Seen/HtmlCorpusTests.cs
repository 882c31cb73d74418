using AutoResolve.Mails;
using AutoResolve.Seen;
using AutoResolve.Words;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Tests.Seen;

/// <summary>Bodies that somebody wrote who has not seen the reader; Corpus/README.md says how.</summary>
public sealed class HtmlCorpusTests
{
    // Where the reader decides otherwise than whoever wrote the bodies, or where the lines decide and not the markup.
    private static readonly Dictionary<string, string> Otherwise = new()
    {
        ["t-014"] = "the introduction of a quote is for who reads the lines",
        ["t-016"] = "what is quoted in plain text is for who reads the lines",
        ["t-033"] = "one closed tag of HTML is HTML: nothing is lost but the brackets, and what they part is one word again",
        ["t-034"] = "what is forwarded is read",
        ["t-035"] = "a block quote that neither its attributes nor the line before tells as a quote may be the person's own",
        ["t-036"] = "the banner of a gateway is seen",
        ["t-037"] = "the introduction of a quote is for who reads the lines",
        ["t-045"] = "style sheets are not applied",
        ["t-055"] = "what is forwarded is read",
        ["t-074"] = "a block quote that neither its attributes nor the line before tells as a quote may be the person's own",
        ["t-076"] = "the line of a device is for who reads the lines",
    };

    // Where no tag is closed, only the host knows that it is HTML.
    private const string Unclosed = "t-072";

    private static readonly Dictionary<string, JObject> Bodies = Read();

    public static TheoryData<string> Ids() => [.. Bodies.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Read_BodyOfAMail_IsTheWordsThatAPersonWroteAndSees(string id)
    {
        var body = Bodies[id];
        var (seen, own) = See((string)body["html"]!, id == Unclosed ? TextFormat.Html : TextFormat.Unknown);

        if (Otherwise.ContainsKey(id))
        {
            Assert.Contains(
                string.Join(
                    ' ',
                    WordsOf(
                        ((string)body["own_text"]!)
                            .Replace("<b>", "", StringComparison.Ordinal)
                            .Replace("</b>", "", StringComparison.Ordinal)
                    )
                ),
                string.Join(' ', WordsOf(seen.ToString())),
                StringComparison.Ordinal
            );
            return;
        }

        Assert.Equal(body.Value<bool>("plain"), seen.IsSource);
        Assert.Equal(WordsOf((string)body["own_text"]!), WordsOf(own));
        Assert.All(body["hidden"]!.Values<string>(), hidden => Assert.DoesNotContain(hidden!, own, StringComparison.OrdinalIgnoreCase));
    }

    private static (SeenText Seen, string Own) See(string html, TextFormat format)
    {
        var seen = new SeenText();
        SeenTextReader.Read(seen, html, format, int.MaxValue);
        List<TextRange> own = [];
        var mail = new MailReader();
        mail.Read(seen.Text, seen.Quotes);
        mail.AddTo(own, forGuards: false);
        return (seen, string.Join('\n', own.Select(range => seen.ToString().Substring(range.Start, range.Length))));
    }

    private static IEnumerable<string> WordsOf(string text) => Tokenizer.Read(text).Select(word => word.Folded);

    private static Dictionary<string, JObject> Read()
    {
        var bodies = new Dictionary<string, JObject>(StringComparer.Ordinal);
        foreach (
            var name in typeof(HtmlCorpusTests)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("Seen/", StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(typeof(HtmlCorpusTests).Assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
            {
                var body = JObject.Parse(line);
                bodies.Add((string)body["id"]!, body);
            }
        }

        return bodies;
    }
}
