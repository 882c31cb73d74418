namespace AutoResolve.Mails;

/// <summary>Whether a line names a day or a time as mail programs do.</summary>
internal static class MailDate
{
    /// <summary>Whether there is a time, a day in numbers, or a year.</summary>
    public static bool HasDigits(ReadOnlySpan<char> line)
    {
        var run = 0;
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && char.IsAsciiDigit(line[at]))
            {
                run++;
                continue;
            }

            if (run == 4 && line[at - 4] is '1' or '2' && line[at - 3] is '9' or '0')
                return true;
            if (run is 1 or 2 && at + 1 < line.Length && line[at] is ':' or '.' or '/' or '-' or 'h' && char.IsAsciiDigit(line[at + 1]))
                return true;
            run = 0;
        }

        return false;
    }

    /// <summary>Whether there is a time of day, and a year.</summary>
    public static bool HasDayAndTime(ReadOnlySpan<char> line)
    {
        var (run, hasYear, hasTime) = (0, false, false);
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && char.IsAsciiDigit(line[at]))
            {
                run++;
                continue;
            }

            hasYear |= run == 4 && line[at - 4] is '1' or '2' && line[at - 3] is '9' or '0';
            hasTime |= run is 1 or 2 && at + 1 < line.Length && line[at] == ':' && char.IsAsciiDigit(line[at + 1]);
            run = 0;
        }

        return hasYear && hasTime;
    }
}
