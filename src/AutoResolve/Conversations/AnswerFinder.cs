using AutoResolve.Matching;
using AutoResolve.Matching.Text;
using AutoResolve.Rules.Model;

namespace AutoResolve.Conversations;

/// <summary>Finds in a person's words what a question asks for.</summary>
internal static class AnswerFinder
{
    private const string WholeReply = "reply";
    private const int MaxLength = 200;

    /// <param name="question">The question.</param>
    /// <param name="text">The words.</param>
    /// <param name="profile">How people talk.</param>
    /// <param name="isReply">Whether they are the reply to it.</param>
    /// <returns>What belongs into the question's field; null where nothing is found.</returns>
    public static string? Find(CompiledQuestion question, IssueText text, ConversationProfile profile, bool isReply)
    {
        foreach (var view in text.Views(TextPart.OwnWords))
        {
            if (Choice(question, view) is { } choice)
                return choice;
            if (question.Definition.Extract?.Value is not { } extractor)
                continue;
            if (extractor == WholeReply)
            {
                if (isReply && Own(view) is { Length: > 0 } reply)
                    return reply;
            }
            else if (profile.Find(extractor, view) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // Two choices in one reply are none.
    private static string? Choice(CompiledQuestion question, TextView view)
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

    private static string Own(TextView view)
    {
        var own = string.Concat(view.Ranges.Select(range => view.Text.AsSpan(range.Start, range.Length).ToString())).Trim();
        return own.Length <= MaxLength ? own : own[..MaxLength];
    }
}
