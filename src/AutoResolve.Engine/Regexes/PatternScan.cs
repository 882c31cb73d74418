namespace AutoResolve.Regexes;

/// <summary>
/// What a pattern that parses is made of: the first part that is not allowed, and its size with counted repetitions written out.
/// </summary>
internal sealed record PatternScan(UnsupportedConstruct? Unsupported, long Size)
{
    public static PatternScan Of(string pattern)
    {
        var size = new PatternSize();
        var index = 0;
        while (index < pattern.Length)
        {
            if (UnsupportedConstructs.Find(pattern, index) is { } unsupported)
                return new(unsupported, 0);
            switch (pattern[index])
            {
                case '\\':
                    size.AddPart();
                    index += 2;
                    break;
                case '[':
                    var end = FindClassEnd(pattern, index, out var badClass);
                    if (badClass is not null)
                        return new(badClass, 0);
                    size.AddPart();
                    index = end;
                    break;
                case '(':
                    size.Open();
                    index++;
                    break;
                case ')':
                    size.Close();
                    index++;
                    break;
                case '|':
                    size.Alternate();
                    index++;
                    break;
                case '{' when Repetition.Read(pattern, index) is { } repetition:
                    size.Repeat(repetition.Most);
                    index += repetition.Length;
                    break;
                default:
                    size.AddPart();
                    index++;
                    break;
            }
        }

        return new(null, size.Total);
    }

    /// <summary>The position after a character class, which may hold another: <c>[a-z-[aeiou]]</c>.</summary>
    public static int FindClassEnd(string pattern, int start) => FindClassEnd(pattern, start, out _);

    private static int FindClassEnd(string pattern, int start, out UnsupportedConstruct? unsupported)
    {
        unsupported = null;
        var depth = 0;
        var index = start;
        while (index < pattern.Length)
        {
            if (pattern[index] == '\\')
            {
                index += 2;
            }
            else if (pattern[index] == '[' && (depth == 0 || pattern[index - 1] == '-'))
            {
                depth++;
                index++;
                if (index < pattern.Length && pattern[index] == '^')
                    index++;
                if (index < pattern.Length && pattern[index] == ']')
                    index++;
            }
            else if (pattern[index] == '[' && index + 1 < pattern.Length && pattern[index + 1] == ':')
            {
                unsupported = new(
                    index,
                    "'[:' inside brackets names no kind of character here. Write \\d for digits, \\w for letters "
                        + "and digits, \\s for white space."
                );
                return index;
            }
            else if (pattern[index++] == ']' && --depth == 0)
            {
                return index;
            }
        }

        return pattern.Length;
    }
}
