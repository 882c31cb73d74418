using System.Text;
using AutoResolve.Index;
using AutoResolve.Words;
using CsCheck;

namespace AutoResolve.Tests.Index;

public sealed class LiteralIndexTests
{
    private static readonly Gen<RequiredLiteral> Literal = Gen.Select(Gen.Char["abc1"].Array[1, 9], Gen.Bool, Gen.Bool)
        .Select((letters, isStart, isEnd) => new RequiredLiteral(new string(letters), isStart, isEnd));

    private static readonly Gen<string> Text = Gen.Frequency((9, Gen.Char["abc1"]), (2, Gen.Char[" -'_"]))
        .Array[0, 200]
        .Select(letters => new string(letters));

    [Fact]
    public void Find_AnyLiteralsAndText_TellsThoseThatStandInARun()
    {
        var found = 0;
        Gen.Select(Literal.Array[1, 12], Text.Array[5])
            .Sample(
                (literals, texts) =>
                {
                    var byLiteral = literals.Distinct().Select((literal, term) => KeyValuePair.Create(literal, term)).ToDictionary();
                    var index = new LiteralIndex(byLiteral);
                    foreach (var text in texts)
                    {
                        var expected = byLiteral.Where(literal => StandsIn(literal.Key, text)).Select(literal => literal.Value).Order();
                        var terms = new Terms([]);
                        Find(index, text, ref terms);
                        Assert.Equal(expected, terms.Found.Order());
                        Interlocked.Add(ref found, terms.Found.Count);
                    }
                },
                iter: 2_000
            );

        Assert.InRange(found, 5_000, 100_000);
    }

    [Fact]
    public void Find_OneRunOfAnyLength_TellsWhatStandsInIt()
    {
        var index = new LiteralIndex([KeyValuePair.Create(new RequiredLiteral("ab", true, false), 7)]);
        for (var length = 2; length < 200; length++)
        {
            var terms = new Terms([]);
            Find(index, "ab".PadRight(length, 'c'), ref terms);
            Assert.Equal([7], terms.Found);
        }
    }

    private static bool StandsIn(RequiredLiteral literal, string text) =>
        Runs(text)
            .Any(run =>
                (literal.IsStart, literal.IsEnd) switch
                {
                    (true, true) => run == literal.Text,
                    (true, false) => run.StartsWith(literal.Text, StringComparison.Ordinal),
                    (false, true) => run.EndsWith(literal.Text, StringComparison.Ordinal),
                    _ => run.Contains(literal.Text, StringComparison.Ordinal),
                }
            );

    private static string[] Runs(string text) => text.Split([' ', '-', '\'', '_'], StringSplitOptions.RemoveEmptyEntries);

    // Where they stand, so that more letters are behind them.
    private static void Find(LiteralIndex index, string text, ref Terms terms)
    {
        var buffer = Encoding.ASCII.GetBytes(text + new string('\0', WordScanner.Padding));
        var at = 0;
        foreach (var run in Runs(text))
        {
            at = text.IndexOf(run, at, StringComparison.Ordinal);
            index.Find(buffer, at, run.Length, ref terms);
            at += run.Length;
        }
    }

    private readonly struct Terms(HashSet<int> found) : ITermSink
    {
        public HashSet<int> Found => found;

        public bool Has(int term) => found.Contains(term);

        public void Add(int term) => found.Add(term);
    }
}
