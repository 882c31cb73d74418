using System.Text.RegularExpressions;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Privacy;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>Masking personal data in a text of 300 characters.</summary>
public class RedactionBenchmarks
{
    private const int Length = 300;

    private const string Plain =
        "I have tried to open my letters since yesterday and the page only shows a spinner that never ends, on my "
        + "laptop and on my phone as well; other pages work, I can see my messages, I cleared the cache and "
        + "used another browser as the site told me, and still nothing comes up but that spinner and no text. ";
    private const string Numbers =
        "I get error 110 since 11/5/2026 when I open form 21-526EZ on iOS 17.5.1, claim 600123456, ticket "
        + "25-HRC-HD-55-00000492, and was told to call 800-827-1000 at 10:30; I waited 45 minutes in 2 calls, "
        + "tried it 3 times on Chrome 120.0.6099.129 and it says code 009 each time, so please look into it now, ok? ";
    private const string Personal =
        "My name is Jane Doe, SSN 123-45-6789, born March 3, 1961, I live at 12 Maple Street Apt 4, Springfield, "
        + "IL 62704, call me at (555) 555-0100 x12 or write to jane.doe@example.org; my card 4111 1111 1111 "
        + "1111 was refused on https://www.example.org/pay?token=abc123, my VA file number is C12345678, thank you, Jane. ";

    // Four patterns that mask less: links, mail, long numbers, introduced names.
    private static readonly Regex[] Patterns =
    [
        .. new[]
        {
            @"(https?://|\bwww\.)[^\s<>""']+",
            @"[\w.+%'-]+@[\w-]+(\.[\w-]+)+",
            @"\d(?:[ \t.()/\-]{0,3}\d){6,}",
            @"\b(my name is|this is|mr\.?|mrs\.?|sincerely,?)\s+(?-i:\p{Lu}[\p{L}'-]+)((\s+(?-i:\p{Lu}[\p{L}'-]*\.?)){0,3})",
        }.Select(pattern => new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)),
    ];

    // By the profile of the shipped rules, as a host with them masks.
    private readonly PersonalDataRedactor _redactor = ShippedRulebook.Loaded.Redactor;
    private string _text = "";

    [Params("plain", "numbers that stay", "personal data")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _text = (
            Text switch
            {
                "plain" => Plain,
                "personal data" => Personal,
                _ => Numbers,
            }
        )[..Length];
        if (ReferenceEquals(_redactor.Redact(_text), _text) != (Text != "personal data"))
            throw new InvalidOperationException("It masks what it should not, or does not mask what it should.");
    }

    [Benchmark(Baseline = true)]
    public string AutoResolve() => _redactor.Redact(_text);

    [Benchmark]
    public string FourCompiledRegexes()
    {
        var text = _text;
        foreach (var pattern in Patterns)
            text = pattern.Replace(text, "[masked]");
        return text;
    }
}
