namespace AutoResolve.Words;

/// <summary>What belongs to a run of ASCII letters and digits, for conditions that search raw text.</summary>
internal static class AsciiRuns
{
    /// <summary>
    /// The letter in lower case, or the digit; 0 for any other character. Four characters outside ASCII count as the letter that a search
    /// ignoring case may take them for.
    /// </summary>
    public static byte Fold(char unit) =>
        unit switch
        {
            >= 'a' and <= 'z' or >= '0' and <= '9' => (byte)unit,
            >= 'A' and <= 'Z' => (byte)(unit | 0x20),
            '\u212A' => (byte)'k',
            '\u017F' => (byte)'s',
            '\u0130' or '\u0131' => (byte)'i',
            _ => 0,
        };
}
