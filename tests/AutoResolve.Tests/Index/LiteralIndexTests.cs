using System.Text;
using AutoResolve.Index;
using AutoResolve.Words;
using CsCheck;

namespace AutoResolve.Tests.Index;

public sealed class LiteralIndexTests
{
    private static readonly Gen<RequiredLiteral> Literal = Gen.Select(Gen.Char["abc1"].Array[1, 9], Gen.Bool, Gen.Bool)
        .Select((letters, isStart, isEnd) => new RequiredLiteral(new string(letters), isStart, isEnd));

    // Long enough for several blocks, with runs that reach over the edge of one.
    private static readonly Gen<string> Text = Gen.Frequency((9, Gen.Char["abc1ABC"]), (2, Gen.Char[" -'é_"]))
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
                    var terms = literals.Distinct().Select((literal, term) => KeyValuePair.Create(literal, term)).ToDictionary();
                    var index = new LiteralIndex(terms);
                    foreach (var text in texts)
                    {
                        var expected = terms.Where(literal => StandsIn(literal.Key, text)).Select(literal => literal.Value).Order();
                        var sink = new Sink(index, []);
                        new WordScanner().Scan(text, [new TextRange(0, text.Length)], ref sink);
                        Assert.Equal(expected, sink.Found.Order());
                        Interlocked.Add(ref found, sink.Found.Count);
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
            index.Find(Encoding.ASCII.GetBytes("ab".PadRight(length, 'c')), ref terms);
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

    private static string[] Runs(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private readonly struct Terms(HashSet<int> found) : ITermSink
    {
        public HashSet<int> Found => found;

        public bool Has(int term) => found.Contains(term);

        public void Add(int term) => found.Add(term);
    }

    private readonly struct Sink(LiteralIndex index, HashSet<int> found) : ITokenConsumer
    {
        public HashSet<int> Found => found;

        public bool WantsRuns => false;

        public bool WantsTexts => true;

        public void AddText(ReadOnlySpan<byte> lower, ReadOnlySpan<ulong> runs)
        {
            var terms = new Terms(found);
            index.Find(lower, runs, ref terms);
        }

        public void AddWord(byte[] buffer, int at, int length, int start, int end) { }

        public void AddRun(byte[] buffer, int at, int length) { }

        public void EndRange() { }
    }
}
