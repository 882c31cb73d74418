using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Tests.Rendering;

public sealed class MarkedTextTests
{
    [Fact]
    public void Write_Spans_AreMarkedOnceEach() =>
        Assert.Equal(
            "  text: it »signs me out« now, »error 002«\n",
            Write("it signs me out now, error 002", (3, 8), (9, 6), (21, 9), (21, 9))
        );

    [Fact]
    public void Write_MarkupInTheText_IsPrintedAsItIs() => Assert.Equal("  text: [red]»a[/]«\n", Write("[red]a[/]", (5, 4)));

    [Fact]
    public void Write_SpansOutsideTheText_AreLeftOut() => Assert.Equal("  text: short\n", Write("short", (3, 50), (-1, 2)));

    [Fact]
    public void Write_LongText_IsCutBetweenTheMarks()
    {
        var written = Write(new string('a', 50_000) + " here " + new string('b', 50_000), (50_001, 4));

        Assert.InRange(written.Length, 250, 300);
        Assert.Contains("a »here« b", written, StringComparison.Ordinal);
        Assert.InRange(Write(new string('a', 50_000)).Length, 4000, 4100);
    }

    [Fact]
    public void Write_ACase_MarksEachTurnForItself()
    {
        using var writer = new StringWriter();
        var issue = new Issue
        {
            Id = "1",
            Text = "it fails",
            Turns =
            [
                new Turn
                {
                    Id = "m1",
                    Text = "it fails",
                    Fields = new Dictionary<string, string> { ["code"] = "2" },
                },
                new Turn
                {
                    Id = "m2",
                    Fields = new Dictionary<string, string> { ["os"] = "x" },
                },
            ],
        };
        var evidence = new Evidence
        {
            Source = "text",
            Turn = "m1",
            Start = 3,
            Length = 5,
            Pointer = "/when",
            Condition = "fails",
        };

        MarkedText.Write(
            issue,
            [evidence, evidence with { Source = "field:Code", Start = 0, Length = 1 }],
            new Screen(writer, isTerminal: false, colour: true, unicode: true)
        );

        Assert.Equal("  text: it fails\n  text of m1: it »fails«\n  Code of m1: »2«\n", writer.ToString());
    }

    private static string Write(string text, params (int Start, int Length)[] spans)
    {
        using var writer = new StringWriter();
        var evidence = spans
            .Select(span => new Evidence
            {
                Source = "text",
                Start = span.Start,
                Length = span.Length,
                Pointer = "/when",
                Condition = "words",
            })
            .ToList();
        MarkedText.Write(new Issue { Id = "1", Text = text }, evidence, new Screen(writer, isTerminal: false, colour: true, unicode: true));
        return writer.ToString();
    }
}
