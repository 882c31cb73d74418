using System.Text;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>What decisions read of a case beside its words, as keyed hashes: by them it is told whether a delivery adds anything.</summary>
internal static class CaseParts
{
    // A row of a case must not grow without end.
    private const int Max = 500;

    private const string Words = "words";

    /// <summary>What is known after a delivery.</summary>
    public static IReadOnlyDictionary<string, string> After(CaseContent content, Issue? own, IEnumerable<Turn> turns, CaseKeyring keys)
    {
        var known = keys.Current.SecretId == content.SecretId ? new Dictionary<string, string>(content.Parts) : [];
        foreach (var part in Of(own, turns))
        {
            // What is not there is not written; that it was there and is gone adds nothing.
            if (part.Value is null)
                continue;
            var name = part.NameBy(keys.Current);
            if (known.Count < Max || known.ContainsKey(name))
                known[name] = part.ValueBy(keys.Current);
        }

        if (own is not null)
            known[Words] = keys.Current.Part(Words, WordsOf(own));
        return known;
    }

    /// <summary>Whether an issue says what it said when it was last delivered, however it is spaced.</summary>
    public static bool SaysTheSame(CaseContent content, Issue own, CaseKeyring keys) =>
        keys.Find(content.SecretId) is { } secret
        && content.Parts.TryGetValue(Words, out var known)
        && known == secret.Part(Words, WordsOf(own));

    /// <summary>Whether a delivery says, of what rules and questions read, anything that is not known.</summary>
    /// <param name="content">What is known.</param>
    /// <param name="own">The issue, where it is new what it says itself.</param>
    /// <param name="turns">The new turns.</param>
    /// <param name="keys">The journal's keys.</param>
    /// <param name="isRead">Whether a rule or a question reads a field.</param>
    public static bool AddAny(CaseContent content, Issue? own, IEnumerable<Turn> turns, CaseKeyring keys, Func<string, bool> isRead)
    {
        if (keys.Find(content.SecretId) is not { } secret)
            return own is not null || turns.Any(turn => turn.Tried.Count > 0 || turn.Fields.Keys.Any(isRead));
        bool IsKnown(CasePart part) => content.Parts.TryGetValue(part.NameBy(secret), out var known) && known == part.ValueBy(secret);
        return Of(own, turns)
            .Where(part => part.Value is not null && (part.Field is null || isRead(part.Field)))
            .Any(part => !IsKnown(part));
    }

    private static List<CasePart> Of(Issue? own, IEnumerable<Turn> turns)
    {
        List<CasePart> parts = [];
        if (own is not null)
        {
            parts.AddRange([
                new("author", own.Author.ToString(), IsKeptAsItIs: true),
                new("channel", own.Channel, IsKeptAsItIs: true),
                new("product", own.Product, IsKeptAsItIs: true),
                new("locale", own.Locale, IsKeptAsItIs: true),
                new("requester", own.Requester),
            ]);
            parts.AddRange(own.Fields.Select(Of));
            parts.AddRange(own.Tried.Select(Tried));
        }

        foreach (var turn in turns)
        {
            parts.AddRange(turn.Fields.Select(Of));
            parts.AddRange(turn.Tried.Select(Tried));
        }

        return parts;
    }

    private static string WordsOf(Issue issue)
    {
        var text = $"{issue.Title}\n\n{issue.Text}";
        var words = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
                words.Append(letter);
            else if (words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }

        return words.ToString().TrimEnd(' ');
    }

    private static CasePart Of(KeyValuePair<string, string> field) => new($"field {field.Key}", field.Value, field.Key, IsOurName: false);

    private static CasePart Tried(string step) => new($"tried {step}", "", IsOurName: false);

    private sealed record CasePart(string Name, string? Value, string? Field = null, bool IsOurName = true, bool IsKeptAsItIs = false)
    {
        private const int MaxPlainLength = 64;

        // Names that people or hosts gave are theirs, and are hashed as values are.
        public string NameBy(CaseKeys keys) => IsOurName ? Name : keys.Part(Name, null);

        // What stands in the decision as it is needs no hash, but for its length.
        public string ValueBy(CaseKeys keys) =>
            Value is "" || (IsKeptAsItIs && Value!.Length <= MaxPlainLength) ? Value : keys.Part(Name, Value);
    }
}
