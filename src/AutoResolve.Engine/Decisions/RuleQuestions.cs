using AutoResolve.Conversations;
using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>Which questions of a rule are open in a case, and which of them can be put.</summary>
internal sealed class RuleQuestions
{
    private const int MaxAtOnce = 3;

    private static readonly RuleQuestions None = new([], [], null);

    private readonly Dictionary<string, string>? _found;

    private RuleQuestions(IReadOnlyList<CompiledQuestion> open, IReadOnlyList<CompiledQuestion> notPut, Dictionary<string, string>? found)
    {
        (Open, _found) = (open, found);
        Blocking = open.Count == 0 ? [] : BlockingOf(open);
        BlockingToPut = Blocking.Count == 0 ? [] : [.. notPut.Where(question => question.IsBlocking).Take(MaxAtOnce)];
        ToPut = notPut.Count <= MaxAtOnce ? notPut : [.. notPut.Take(MaxAtOnce)];
        ToPutBlockingFirst = Blocking.Count == 0 ? ToPut : [.. notPut.OrderBy(question => !question.IsBlocking).Take(MaxAtOnce)];
    }

    /// <summary>Those that are not answered, in the rule's order.</summary>
    public IReadOnlyList<CompiledQuestion> Open { get; }

    /// <summary>Those that are open and hold the case up.</summary>
    public IReadOnlyList<CompiledQuestion> Blocking { get; }

    /// <summary>Those that hold the case up and were not put before, as many as are put at once.</summary>
    public IReadOnlyList<CompiledQuestion> BlockingToPut { get; }

    /// <summary>Those that were not put before, as many as are put at once.</summary>
    public IReadOnlyList<CompiledQuestion> ToPut { get; }

    /// <summary>The same, those that hold the case up before the others.</summary>
    public IReadOnlyList<CompiledQuestion> ToPutBlockingFirst { get; }

    public static RuleQuestions Of(RuleMatch match, ConversationProfile profile, DecisionInput input)
    {
        var ask = match.Rule.Ask;
        if (ask.Count == 0)
            return None;
        List<CompiledQuestion> open = [];
        Dictionary<string, string>? found = null;
        for (var place = 0; place < ask.Count; place++)
        {
            var question = ask[place];
            if (AnswerFinder.IsFilledIn(question, input.Text))
                continue;
            if (AnswerFinder.Find(question, input.Text, profile) is { } answer)
                (found ??= new(StringComparer.OrdinalIgnoreCase)).TryAdd(question.Definition.Field, answer);
            else if (!match.SaysAnswered(place))
                open.Add(question);
        }

        return new RuleQuestions(open, NotPut(open, input.Memory), found);
    }

    private static CompiledQuestion[] BlockingOf(IReadOnlyList<CompiledQuestion> questions)
    {
        var count = 0;
        for (var at = 0; at < questions.Count; at++)
            count += questions[at].IsBlocking ? 1 : 0;
        if (count == 0)
            return [];
        var blocking = new CompiledQuestion[count];
        for (var at = questions.Count - 1; at >= 0; at--)
        {
            if (questions[at].IsBlocking)
                blocking[--count] = questions[at];
        }

        return blocking;
    }

    private static List<CompiledQuestion> NotPut(List<CompiledQuestion> open, CaseMemory memory) =>
        memory.LastReply is null ? open : open.FindAll(question => !memory.HasPut(question.Definition));

    /// <summary>The issue with what its text answers in the fields that take the answers.</summary>
    public Issue Fill(Issue issue) => _found is null ? issue : AnswerFinder.Fill(issue, _found);
}
