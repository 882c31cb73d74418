using System.Globalization;

namespace AutoResolve.Shared.Dates;

/// <summary>What a text names of a date: its numbers and month, a time of day, how far from UTC it is.</summary>
internal sealed class DateScan
{
    private const int MaxLength = 100;

    private readonly string _text;
    private readonly List<(int Value, int Digits, char Before)> _numbers = [];
    private int _at;
    private int? _month;
    private TimeSpan? _time;
    private bool? _isAfternoon;
    private bool _justAfterTime;

    private DateScan(string text) => _text = text;

    /// <summary>The numbers of the day, in their order, with how many digits each has and what stands before it.</summary>
    public IReadOnlyList<(int Value, int Digits, char Before)> Numbers => _numbers;

    /// <summary>The month, where it has a name.</summary>
    public int? Month => _month;

    /// <summary>The time of day; midnight where none is named.</summary>
    public TimeSpan Time => _time ?? TimeSpan.Zero;

    /// <summary>How far from UTC; null where that is not said.</summary>
    public TimeSpan? Offset { get; private set; }

    /// <returns>Null where it is no date.</returns>
    public static DateScan? Of(string text)
    {
        if (text.Length is 0 or > MaxLength)
            return null;
        var scan = new DateScan(text);
        return scan.Run() && scan.EndTime() ? scan : null;
    }

    private bool Run()
    {
        var before = ' ';
        while (_at < _text.Length)
        {
            var letter = _text[_at];
            if (char.IsAsciiDigit(letter))
            {
                if (!ReadNumber(before))
                    return false;
                before = ' ';
            }
            else if (char.IsLetter(letter))
            {
                if (!ReadWord())
                    return false;
            }
            else if (IsOffset(letter))
            {
                if (!ReadOffset(letter == '+' ? 1 : -1))
                    return false;
            }
            else if (letter is '(' or '[')
            {
                // A zone by its name, beside how far it is from UTC.
                var end = _text.IndexOf(letter == '(' ? ')' : ']', _at);
                if (end < 0)
                    return false;
                _at = end + 1;
            }
            else if (char.IsWhiteSpace(letter) || letter is '/' or '-' or '.' or ',' or '@' or '\'' or '\u202F' or '\u00A0')
            {
                if (letter is '/' or '-' or '.')
                    before = letter;
                _at++;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadNumber(char before)
    {
        if (Digits() is not { } number)
            return false;
        if (_at < _text.Length && _text[_at] == ':')
            return _time is null && ReadClock(number.Value);
        if (
            _numbers is [{ Digits: 8 }] or [{ Digits: 4 }, _, _]
            && number.Digits is 6 or 4
            && _time is null
            && before is not ('/' or '-' or '.')
        )
            return ReadCompactTime(number.Value, number.Digits);
        if (_time is null && IsHour())
        {
            _time = TimeSpan.FromHours(number.Value);
            _justAfterTime = true;
            return number.Value <= 24;
        }

        _justAfterTime = false;
        _numbers.Add((number.Value, number.Digits, before));
        return _numbers.Count <= 3;
    }

    // Behind the time, or behind the year that follows it, as git writes.
    private bool IsOffset(char letter) =>
        _time is not null
        && (letter == '+' || (letter is '-' or '\u2212' && (_justAfterTime || (_month is not null && _numbers.Count == 2))));

    // 2 PM, 2 p.m.
    private bool IsHour()
    {
        var rest = _text.AsSpan(_at).TrimStart();
        return rest.Length >= 2
            && char.ToLowerInvariant(rest[0]) is 'a' or 'p'
            && char.ToLowerInvariant(rest[1]) is 'm' or '.'
            && (rest.Length == 2 || !char.IsLetter(rest[2]) || rest[1] == '.');
    }

    // 14:30, 14:30:05, 14:30:05.123
    private bool ReadClock(int hours)
    {
        _at++;
        if (Digits() is not { Digits: 2 } minutes || minutes.Value > 59 || hours > 24)
            return false;
        var time = new TimeSpan(hours, minutes.Value, 0);
        if (_at < _text.Length && _text[_at] == ':')
        {
            _at++;
            if (Digits() is not { Digits: 2 } seconds || seconds.Value > 60)
                return false;
            time += TimeSpan.FromSeconds(Math.Min(seconds.Value, 59));
            if (_at + 1 < _text.Length && _text[_at] is '.' or ',' && char.IsAsciiDigit(_text[_at + 1]))
                time += Fraction();
        }

        _time = time;
        _justAfterTime = true;
        return true;
    }

    private TimeSpan Fraction()
    {
        _at++;
        var ticks = 0L;
        for (var place = TimeSpan.TicksPerSecond / 10; _at < _text.Length && char.IsAsciiDigit(_text[_at]); place /= 10, _at++)
            ticks += place * (_text[_at] - '0');
        return TimeSpan.FromTicks(ticks);
    }

    // 143005 and 1430, behind the day.
    private bool ReadCompactTime(int value, int digits)
    {
        var (hours, minutes, seconds) = digits == 6 ? (value / 10_000, value / 100 % 100, value % 100) : (value / 100, value % 100, 0);
        if (hours > 24 || minutes > 59 || seconds > 59)
            return false;
        _time = new TimeSpan(hours, minutes, seconds);
        _justAfterTime = true;
        return true;
    }

    private bool ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetter(_text[_at]) || char.GetUnicodeCategory(_text[_at]) == UnicodeCategory.NonSpacingMark))
            _at++;
        var word = _text[start.._at].ToLowerInvariant();
        if (word is "am" or "pm" || (word is "a" or "p" && EndsInM()))
        {
            _isAfternoon = word[0] == 'p';
            _justAfterTime = true;
            return _time is not null;
        }

        if (_time is not null && DateWords.Zone(word) is { } zone)
        {
            Offset = zone;
            _justAfterTime = true;
            return true;
        }

        if (DateWords.Month(word) is { } month && _month is null)
        {
            _month = month;
            return true;
        }

        return DateWords.IsDay(word) || DateWords.IsFiller(word);
    }

    // The rest of a.m. and p. m.
    private bool EndsInM()
    {
        var at = _at;
        while (at < _text.Length && (_text[at] == '.' || char.IsWhiteSpace(_text[at])))
            at++;
        if (at >= _text.Length || char.ToLowerInvariant(_text[at]) != 'm' || (at + 1 < _text.Length && char.IsLetter(_text[at + 1])))
            return false;
        _at = at + 1;
        return true;
    }

    // +01:00, +0100, +01
    private bool ReadOffset(int sign)
    {
        _at++;
        if (Digits() is not { } number)
            return false;
        var (hours, minutes) = number.Digits == 4 ? (number.Value / 100, number.Value % 100) : (number.Value, 0);
        if (number.Digits <= 2 && _at < _text.Length && _text[_at] == ':')
        {
            _at++;
            if (Digits() is not { Digits: 2 } rest)
                return false;
            minutes = rest.Value;
        }

        _justAfterTime = false;
        Offset = sign * new TimeSpan(hours, minutes, 0);
        return number.Digits is 1 or 2 or 4 && hours <= 14 && minutes <= 59;
    }

    private (int Value, int Digits)? Digits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            _at++;
        return int.TryParse(_text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? (value, _at - start)
            : null;
    }

    private bool EndTime()
    {
        if (_isAfternoon is not { } afternoon)
            return true;
        if (_time is not { TotalHours: >= 1 and < 13 } time)
            return false;
        _time = time - TimeSpan.FromHours(time.Hours == 12 ? 12 : 0) + TimeSpan.FromHours(afternoon ? 12 : 0);
        return true;
    }
}
