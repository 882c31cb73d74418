using System.Buffers;
using System.Collections.Frozen;

namespace AutoResolve.Mails;

/// <summary>The words of a help desk's notices: "Your request (123) has been updated. To add comments, reply to this email."</summary>
internal sealed class DeskWords
{
    private const int MaxLength = 300;
    private const int MaxNameLength = 40;

    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> _beginsByFirstWord;
    private readonly string[] _states;
    private readonly SearchValues<string> _says;
    private readonly WordSet _fields;

    /// <param name="begins">How lines of a notice begin.</param>
    /// <param name="states">What they then say of a ticket, with which the sentence ends: who complains goes on with "but".</param>
    /// <param name="says">What else they then say.</param>
    /// <param name="comments">Words by which somebody is named who says what is below.</param>
    /// <param name="fields">What the fields of a ticket are called.</param>
    public DeskWords(
        IEnumerable<string> begins,
        IEnumerable<string> states,
        SearchValues<string> says,
        SearchValues<string> comments,
        WordSet fields
    )
    {
        _beginsByFirstWord = begins
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .GroupBy(begin => FirstWord(begin).ToString(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _states = [.. states.Distinct(StringComparer.OrdinalIgnoreCase)];
        (_says, Comments, _fields) = (says, comments, fields);
    }

    public SearchValues<string> Comments { get; }

    /// <summary>What stands behind the name of a field of a ticket; nothing where the line is none.</summary>
    public ReadOnlySpan<char> FieldOf(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, MaxNameLength)].IndexOf(':');
        return colon > 0 && _fields.Contains(WordSet.Core(line[..colon])) ? line[(colon + 1)..] : default;
    }

    /// <summary>Whether a line is one of a notice.</summary>
    public bool IsNotice(ReadOnlySpan<char> line)
    {
        line = line[..Math.Min(line.Length, MaxLength)].Trim("*_-#[ ");
        return Begins(line) && (line.ContainsAny(_says) || EndsWithState(line));
    }

    private bool Begins(ReadOnlySpan<char> line)
    {
        if (!_beginsByFirstWord.TryGetValue(FirstWord(line), out var begins))
            return false;
        foreach (var begin in begins)
        {
            if (line.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line) => line.IndexOf(' ') is > 0 and var end ? line[..end] : line;

    private bool EndsWithState(ReadOnlySpan<char> line)
    {
        foreach (var state in _states)
        {
            if (line.IndexOf(state, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
                return line[(start + state.Length)..].TrimStart() is [] or ['.' or ':' or '(' or '!', ..];
        }

        return false;
    }
}
