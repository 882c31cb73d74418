namespace AutoResolve.Index.NearMisses;

/// <summary>
/// Says how much it tells that a condition holds, by the phrases that were found: of "any" the most that one of its parts tells, of "all"
/// the sum.
/// </summary>
/// <param name="code">The conditions.</param>
/// <param name="runner">Runs them on the issue.</param>
internal sealed class TellingReader(RuleCode code, ConditionRunner runner)
{
    /// <summary>What a condition tells that is not made of phrases: about as much as a word that many rules use.</summary>
    public const int OfLeaf = 3_000;

    /// <param name="at">Where the condition begins in the code.</param>
    /// <returns>0 where it does not hold, or tells nothing.</returns>
    public int Read(int at) => runner.Run(at) == Truth.True ? ReadHolding(at) : 0;

    private int ReadHolding(int at)
    {
        var operands = code.OperandsAt(at);
        return code.OpcodeAt(at) switch
        {
            Opcode.All => SumInside(at),
            Opcode.Any => MaxInside(at),
            Opcode.None => 0,
            Opcode.AnyPhrase => MaxOfPhrases(operands[1..], runner.PartOf(operands[0])),
            Opcode.AllPhrases => SumOfPhrases(operands[1..]),
            Opcode.Near => SumOfPhrases(operands[2..]),
            Opcode.Leaf or Opcode.Points or Opcode.Answer => OfLeaf,
            _ => ReadHolding(code.Shared[operands[0]]),
        };
    }

    private int SumInside(int at)
    {
        var sum = 0;
        for (var (next, end) = (at + 1, code.EndOf(at)); next < end; next = code.EndOf(next))
            sum += ReadHolding(next);
        return sum;
    }

    private int MaxInside(int at)
    {
        var max = 0;
        for (var (next, end) = (at + 1, code.EndOf(at)); next < end; next = code.EndOf(next))
            max = Math.Max(max, Read(next));
        return max;
    }

    private int MaxOfPhrases(ReadOnlySpan<int> phrases, Range part)
    {
        var max = 0;
        foreach (var phrase in phrases)
        {
            if (code.Tellings[phrase] > max && runner.Phrases.Exists(phrase, part))
                max = code.Tellings[phrase];
        }

        return max;
    }

    private int SumOfPhrases(ReadOnlySpan<int> phrases)
    {
        var sum = 0;
        foreach (var phrase in phrases)
            sum += code.Tellings[phrase];
        return sum;
    }
}
