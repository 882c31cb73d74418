using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conversations;

/// <summary>Finds in a person's words what a question asks for.</summary>
internal static class AnswerFinder
{
    private const string WholeReply = "reply";
    private const int MaxLength = 200;

    /// <param name="question">The question.</param>
    /// <param name="text">The words.</param>
    /// <param name="profile">How people talk.</param>
    /// <returns>What belongs into the question's field; null where nothing is found.</returns>
    public static string? Find(CompiledQuestion question, MatchInput text, ConversationProfile profile)
    {
        var extractor = TakesReply(question) ? null : question.Definition.Extract?.Value;
        if (extractor is null && question.Choices.Count == 0)
            return null;
        foreach (var view in text.Views(TextPart.OwnWords))
        {
            if ((Choice(question, view) ?? (extractor is null ? null : profile.Find(extractor, view))) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The issue with what its text answers in the fields that take the answers; null where it answers nothing.</summary>
    /// <param name="text">The issue.</param>
    /// <param name="questions">The questions; fields that are filled in stay.</param>
    /// <param name="profile">How people talk.</param>
    public static Issue? Fill(MatchInput text, IEnumerable<CompiledQuestion> questions, ConversationProfile profile)
    {
        Dictionary<string, string>? found = null;
        foreach (var question in questions)
        {
            if (!IsFilledIn(question, text) && Find(question, text, profile) is { } answer)
                (found ??= new(StringComparer.OrdinalIgnoreCase)).TryAdd(question.Definition.Field, answer);
        }

        return found is null ? null : Fill(text.Delivered, found);
    }

    /// <summary>The issue with answers in its fields.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="answers">The answers, by field.</param>
    public static Issue Fill(Issue issue, IReadOnlyDictionary<string, string> answers)
    {
        if (answers.Count == 0)
            return issue;
        var fields = new Dictionary<string, string>(issue.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in answers)
            fields[name] = value;
        return issue with { Fields = fields };
    }

    /// <summary>Whether the field that takes the answer to a question holds something.</summary>
    public static bool IsFilledIn(CompiledQuestion question, MatchInput text) =>
        text.Field(question.Definition.Field) is { } value && !value.Text.IsWhiteSpace();

    /// <summary>Whether a question takes whatever is replied to it.</summary>
    public static bool TakesReply(CompiledQuestion question) => question.Definition.Extract?.Value == WholeReply;

    /// <summary>The own words of a reply; null where there are none.</summary>
    public static string? Reply(MatchInput text)
    {
        var view = text.Views(TextPart.Text)[0];
        if (view.Words.Count == 0)
            return null;
        var own = SentenceEnds
            .WithoutParts(string.Concat(view.Ranges.Select(range => view.Text.Slice(range.Start, range.Length).ToString())))
            .Trim();
        return own.Length <= MaxLength ? own : own[..MaxLength];
    }

    // Two choices in one reply are none.
    private static string? Choice(CompiledQuestion question, TokenizedText view)
    {
        string? found = null;
        foreach (var choice in question.Choices)
        {
            if (!choice.StandsIn(view))
                continue;
            if (found is not null && found != choice.Value)
                return null;
            found = choice.Value;
        }

        return found;
    }
}
