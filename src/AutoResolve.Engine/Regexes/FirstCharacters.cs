namespace AutoResolve.Regexes;

/// <summary>With what the rest of a match may begin, from one instruction on.</summary>
/// <param name="Low">A bit for each of the first half of ASCII.</param>
/// <param name="High">A bit for each of the second half.</param>
/// <param name="MayBeEmpty">Whether there may be no rest.</param>
internal readonly record struct FirstCharacters(ulong Low, ulong High, bool MayBeEmpty)
{
    // Of fewer letters a text has so few that what is between them is skipped faster.
    private const int ManyLetters = 6;

    private const ulong SmallLetters = 0x07FFFFFE_00000000;

    /// <summary>Whether it begins with many characters, of which a text has one at every third place or so.</summary>
    public bool AreMany => !MayBeEmpty && System.Numerics.BitOperations.PopCount(High & SmallLetters) >= ManyLetters;

    /// <summary>The ASCII characters with which it cannot begin.</summary>
    public UInt128 Others => ~new UInt128(High, Low);

    /// <summary>By instruction, with what it may go on from there.</summary>
    public static FirstCharacters[] Of(RegexInstruction[] instructions)
    {
        var firsts = new FirstCharacters[instructions.Length];
        bool isNew;
        do
        {
            isNew = false;
            for (var at = instructions.Length - 1; at >= 0; at--)
            {
                var first = Of(instructions[at], firsts);
                isNew |= first != firsts[at];
                firsts[at] = first;
            }
        } while (isNew);
        return firsts;
    }

    /// <summary>Whether it may begin with a character. Of what is not ASCII that is not known.</summary>
    public bool MayBe(char character) => MayBeEmpty || character >= 128 || ((character < 64 ? Low : High) >> (character & 63) & 1) != 0;

    private static FirstCharacters Of(RegexInstruction step, FirstCharacters[] firsts) =>
        step.Kind switch
        {
            RegexInstructionKind.Take => new((ulong)step.Set!.Ascii, (ulong)(step.Set.Ascii >> 64), MayBeEmpty: false),
            RegexInstructionKind.Match => new(0, 0, MayBeEmpty: true),
            RegexInstructionKind.Fork => firsts[step.Next] | firsts[step.Other],
            _ => firsts[step.Next],
        };

    public static FirstCharacters operator |(FirstCharacters left, FirstCharacters right) =>
        new(left.Low | right.Low, left.High | right.High, left.MayBeEmpty || right.MayBeEmpty);
}
