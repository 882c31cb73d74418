using AutoResolve.Matching;
using AutoResolve.Seen;

namespace AutoResolve.Decisions;

/// <summary>Says what a piece of evidence is, to staff who need not know how rules are written.</summary>
internal static class EvidenceWording
{
    private const int MaxFoundLength = 60;
    private const string Field = "field:";
    private const string Fact = "fact:";

    public static bool IsText(Evidence evidence) => evidence.Source is "title" or "text";

    public static string Of(Evidence evidence, MatchInput text)
    {
        var source = evidence.Source;
        if (IsText(evidence))
            return Sought(evidence, text.Delivered);
        if (source.StartsWith(Field, StringComparison.Ordinal))
            return Named(source[Field.Length..], evidence, text.Delivered);
        return source.StartsWith(Fact, StringComparison.Ordinal)
            ? Named($"the fact {source[Fact.Length..]}", evidence, null)
            : "an expression";
    }

    private static string Named(string name, Evidence evidence, Issue? issue) =>
        EndsWith(evidence.Pointer, "/exists") ? name : $"{name} {Sought(evidence, issue)}";

    // What a regular expression finds may be about a person, and what it looks for only its author reads.
    private static string Sought(Evidence evidence, Issue? issue)
    {
        if (EndsWith(evidence.Pointer, "/regex") || EndsWith(evidence.Pointer, "/matches"))
            return "a pattern";
        return $"\"{(IsPhrase(evidence.Pointer) ? Phrase(evidence, issue) : evidence.Condition)}\"";
    }

    // Where a rule looks for any phrase of a list, that which was found says more than the name of the list; it is the rule's as well.
    private static string Phrase(Evidence evidence, Issue? issue)
    {
        var phrase = evidence.Condition;
        if (!phrase.Contains('@', StringComparison.Ordinal))
            return phrase.Replace("=", "", StringComparison.Ordinal);
        if (issue is null || SeenEvidence.WordsOf(evidence, issue) is not { Length: <= MaxFoundLength } found)
            return phrase.Replace("@", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal);
        return IsSpaced(found) ? found : string.Join(' ', found.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // By one blank each, as most are.
    private static bool IsSpaced(string words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (char.IsWhiteSpace(words[at]) && (words[at] != ' ' || at == 0 || at == words.Length - 1 || words[at - 1] == ' '))
                return false;
        }

        return true;
    }

    private static bool IsPhrase(string pointer)
    {
        var list = pointer.AsSpan().TrimEnd("0123456789").TrimEnd('/');
        return list.EndsWith("/anyOf") || list.EndsWith("/allOf") || list.EndsWith("/near");
    }

    private static bool EndsWith(string pointer, string end) => pointer.EndsWith(end, StringComparison.Ordinal);
}
