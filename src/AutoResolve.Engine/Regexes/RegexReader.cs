using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoResolve.Regexes;

/// <summary>Reads a pattern that the library has already accepted into its parts.</summary>
internal sealed class RegexReader
{
    /// <summary>How deep groups may stand in one another.</summary>
    public const int MaxDepth = 100;

    private const RegexOptions Kept = RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.Singleline;

    private readonly string _pattern;
    private readonly CharacterSets _sets;
    private RegexOptions _options = RegexOptions.IgnoreCase;
    private int _at;
    private int _depth;

    private RegexReader(string pattern, CharacterSets sets) => (_pattern, _sets) = (pattern, sets);

    private bool AtEnd => _at == _pattern.Length;

    /// <returns>The parts of the pattern under option IgnoreCase; null where it has something that is not known here.</returns>
    public static RegexNode? Read(string pattern, CharacterSets sets)
    {
        var reader = new RegexReader(pattern, sets);
        var node = reader.ReadChoice();
        return reader.AtEnd ? node : null;
    }

    private RegexNode? ReadChoice()
    {
        if (_depth++ == MaxDepth)
            return null;

        // Options set inside a group end with it.
        var options = _options;
        List<RegexNode> branches = [];
        do
        {
            if (ReadSequence() is not { } branch)
                return null;
            branches.Add(branch);
        } while (Skip('|'));
        _options = options;
        _depth--;
        return branches.Count == 1 ? branches[0] : new ChoiceNode(branches);
    }

    private SequenceNode? ReadSequence()
    {
        List<RegexNode> parts = [];
        while (!AtEnd && _pattern[_at] is not ('|' or ')'))
        {
            if (ReadAtom() is not { } atom)
                return null;
            parts.Add(ReadRepetitions(atom));
        }

        return new SequenceNode(parts);
    }

    private RegexNode? ReadAtom()
    {
        switch (_pattern[_at])
        {
            case '(':
                return ReadGroup();
            case '[':
                return ReadSet(PatternScan.FindClassEnd(_pattern, _at) - _at);
            case '.':
                return ReadSet(1);
            case '\\':
                return ReadEscape();
            case '^':
                _at++;
                return new AssertionNode(_options.HasFlag(RegexOptions.Multiline) ? Assertion.LineStart : Assertion.Start);
            case '$':
                _at++;
                return new AssertionNode(_options.HasFlag(RegexOptions.Multiline) ? Assertion.LineEnd : Assertion.EndOrLastLineFeed);
            default:
                return Literal(_pattern[_at++]);
        }
    }

    private RegexNode? ReadGroup()
    {
        _at++;
        var options = _options;
        var isValue = false;
        if (Skip('?'))
        {
            isValue = IsValue(_pattern.AsSpan(_at));
            var header = ReadHeader();
            if (header is not Header.Group)
                return header == Header.OptionsOnly ? new SequenceNode([]) : null;
        }

        var node = ReadChoice();
        _options = options;
        if (node is null || !Skip(')'))
            return null;
        return isValue ? new SequenceNode([node]) { IsValue = true } : node;
    }

    private static bool IsValue(ReadOnlySpan<char> header) => header.StartsWith("<value>") || header.StartsWith("'value'");

    private Header ReadHeader()
    {
        if (Skip(':'))
            return Header.Group;
        if (!AtEnd && _pattern[_at] is '<' or '\'')
        {
            var end = _pattern.IndexOfAny(['>', '\''], _at + 1);
            _at = end + 1;
            return end > 0 ? Header.Group : Header.Unknown;
        }

        var on = true;
        for (; !AtEnd; _at++)
        {
            switch (_pattern[_at])
            {
                case '-':
                    on = false;
                    break;
                case '+':
                    on = true;
                    break;
                case ':':
                    _at++;
                    return Header.Group;
                case ')':
                    _at++;
                    return Header.OptionsOnly;
                case var letter when OptionOf(letter) is { } option:
                    _options = on ? _options | option : _options & ~option;
                    break;
                default:
                    return Header.Unknown;
            }
        }

        return Header.Unknown;
    }

    // Option n only says which groups have numbers.
    private static RegexOptions? OptionOf(char letter) =>
        char.ToLowerInvariant(letter) switch
        {
            'i' => RegexOptions.IgnoreCase,
            'm' => RegexOptions.Multiline,
            's' => RegexOptions.Singleline,
            'n' => RegexOptions.None,
            _ => null,
        };

    private RegexNode? ReadEscape()
    {
        var escaped = _at + 1 < _pattern.Length ? _pattern[_at + 1] : '\0';
        switch (escaped)
        {
            case 'b':
                return ReadAssertion(Assertion.Boundary);
            case 'B':
                return ReadAssertion(Assertion.NoBoundary);
            case 'A':
                return ReadAssertion(Assertion.Start);
            case 'z':
                return ReadAssertion(Assertion.End);
            case 'Z':
                return ReadAssertion(Assertion.EndOrLastLineFeed);
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 't' or 'n' or 'r' or 'f' or 'v' or 'a' or 'e':
                return ReadSet(2);
            case 'p' or 'P':
                return ReadSet(_pattern.IndexOf('}', _at) + 1 - _at);
            case 'x':
                return ReadSet(4);
            case 'u':
                return ReadSet(6);
            case 'c':
                return ReadSet(3);
            case '0':
                return ReadSet(OctalLength(_pattern.AsSpan(_at)));
            case >= '1' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '\0' or '_':
                return null;
            default:
                _at += 2;
                return Literal(escaped);
        }
    }

    // Up to three digits.
    private static int OctalLength(ReadOnlySpan<char> escape)
    {
        var digits = escape.Slice(1, Math.Min(3, escape.Length - 1)).IndexOfAnyExceptInRange('0', '7');
        return digits < 0 ? Math.Min(4, escape.Length) : 1 + digits;
    }

    private AssertionNode ReadAssertion(Assertion assertion)
    {
        _at += 2;
        return new AssertionNode(assertion);
    }

    private CharacterNode? ReadSet(int length)
    {
        if (length <= 0 || _at + length > _pattern.Length)
            return null;
        var element = _pattern.Substring(_at, length);
        _at += length;
        return new CharacterNode(_sets.Of(element, _options & Kept | (NamesCase(element) ? RegexOptions.NonBacktracking : 0)), null);
    }

    // Capitals, ignoring case: the library's engines do not agree on what that is, and this one has always been asked.
    private static bool NamesCase(string element) =>
        element.Contains("{Lu}", StringComparison.Ordinal)
        || element.Contains("{Ll}", StringComparison.Ordinal)
        || element.Contains("{Lt}", StringComparison.Ordinal);

    private CharacterNode Literal(char character) => new(_sets.Of(Escape(character), _options & Kept), character);

    private static string Escape(char character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");

    private RegexNode ReadRepetitions(RegexNode atom)
    {
        if (AtEnd)
            return atom;
        var (least, most) = (0, (int?)null);
        switch (_pattern[_at])
        {
            case '*':
                break;
            case '+':
                least = 1;
                break;
            case '?':
                most = 1;
                break;
            case '{' when Repetition.Read(_pattern, _at) is { } counted:
                _at += counted.Length - 1;
                (least, most) = ((int)counted.Least, counted.IsOpen ? null : (int)counted.Most);
                break;
            default:
                return atom;
        }

        _at++;
        return new RepeatNode(atom, least, most, Skip('?'));
    }

    private bool Skip(char character)
    {
        if (AtEnd || _pattern[_at] != character)
            return false;
        _at++;
        return true;
    }

    private enum Header
    {
        Group,
        OptionsOnly,
        Unknown,
    }
}
