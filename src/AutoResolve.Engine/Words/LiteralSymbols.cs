using System.Text;

namespace AutoResolve.Words;

/// <summary>What stands side by side in a text that matches: letters, breaks between runs, and gaps of which nothing is known.</summary>
internal sealed class LiteralSymbols
{
    private const char Break = ' ';
    private const char Gap = '*';

    private readonly string _symbols;

    private LiteralSymbols(string symbols) => _symbols = symbols;

    public static LiteralSymbols Nothing { get; } = new("");

    /// <summary>Here no run goes on.</summary>
    public static LiteralSymbols OfBreak { get; } = new(Break.ToString());

    /// <summary>Here anything may be, or nothing.</summary>
    public static LiteralSymbols OfGap { get; } = new(Gap.ToString());

    public bool IsBreak => _symbols.Length == 1 && _symbols[0] == Break;

    public bool BeginsWithBreak => _symbols.StartsWith(Break);

    public bool EndsWithBreak => _symbols.EndsWith(Break);

    public int Length => _symbols.Length;

    /// <summary>One character, whatever its case.</summary>
    public static LiteralSymbols Of(char unit) => AsciiRuns.Fold(unit) is > 0 and var letter ? new(((char)letter).ToString()) : OfBreak;

    /// <summary>These characters one behind the other, whatever their case.</summary>
    public static LiteralSymbols Of(string text) =>
        new(string.Concat(text.Select(unit => AsciiRuns.Fold(unit) is > 0 and var letter ? (char)letter : Break)));

    public static LiteralSymbols operator +(LiteralSymbols left, LiteralSymbols right) => new(left._symbols + right._symbols);

    /// <summary>The runs, as far as they are known.</summary>
    public IEnumerable<RequiredLiteral> Runs()
    {
        var text = new StringBuilder();
        var isStart = false;
        foreach (var symbol in _symbols + Gap)
        {
            if (symbol is not (Break or Gap))
            {
                text.Append(symbol);
                continue;
            }

            if (text.Length > 0)
                yield return new RequiredLiteral(text.ToString(), isStart, symbol == Break);
            text.Clear();
            isStart = symbol == Break;
        }
    }
}
