using System.Globalization;

namespace AutoResolve.Matching.Compiling;

/// <summary>A counted repetition: <c>{3}</c>, <c>{3,}</c>, <c>{3,5}</c>.</summary>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most; where <paramref name="IsOpen"/>, how often at least.</param>
/// <param name="IsOpen">Whether any larger number will do.</param>
/// <param name="Length">The characters of it.</param>
internal readonly record struct Repetition(long Least, long Most, bool IsOpen, int Length)
{
    /// <returns>Null where the brace is only a brace.</returns>
    public static Repetition? Read(string pattern, int index)
    {
        var end = pattern.IndexOf('}', index);
        if (end < 0)
            return null;
        var numbers = pattern[(index + 1)..end].Split(',');
        if (numbers.Length > 2 || !TryRead(numbers[0], out var least))
            return null;
        var most = least;
        if (numbers.Length == 2 && numbers[1].Length > 0 && !TryRead(numbers[1], out most))
            return null;
        return new(least, most, numbers is [_, ""], end + 1 - index);
    }

    private static bool TryRead(string digits, out long number) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
