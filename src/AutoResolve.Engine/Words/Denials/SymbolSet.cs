namespace AutoResolve.Words.Denials;

/// <summary>Some of the words that denials know, by their numbers.</summary>
internal readonly struct SymbolSet(IEnumerable<int> symbols)
{
    private readonly ulong[] _bits = BitsOf([.. symbols]);

    public bool Has(int symbol) => symbol > 0 && symbol >> 6 < _bits.Length && (_bits[symbol >> 6] >> (symbol & 63) & 1) != 0;

    private static ulong[] BitsOf(int[] symbols)
    {
        var bits = new ulong[(symbols.DefaultIfEmpty().Max() >> 6) + 1];
        foreach (var symbol in symbols)
            bits[symbol >> 6] |= 1UL << (symbol & 63);
        return bits;
    }
}
