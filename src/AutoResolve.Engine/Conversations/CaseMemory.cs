using AutoResolve.Compiling;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Conversations;

/// <summary>What automation has done in a case so far.</summary>
internal sealed class CaseMemory
{
    public static readonly CaseMemory None = new([], null);

    private readonly IReadOnlyList<CaseReply> _replies;
    private readonly RuleProgram? _program;

    private CaseMemory(IReadOnlyList<CaseReply> replies, RuleProgram? program) => (_replies, _program) = (replies, program);

    /// <summary>The team that the case was last for; null where none is known.</summary>
    public string? Team => Last(static reply => reply.Team is not null)?.Team;

    /// <summary>What was decided last; null where nothing was.</summary>
    public Outcome? Outcome => _replies.Count == 0 ? null : _replies[^1].Outcome;

    /// <summary>The replies that put questions, in order.</summary>
    public IEnumerable<CaseReply> Asking => _replies.Where(reply => reply.Questions.Count > 0);

    /// <summary>What was done last; null where nothing was.</summary>
    public CaseReply? LastReply => _replies.Count == 0 ? null : _replies[^1];

    /// <summary>The replies by which something was done, in order.</summary>
    public IEnumerable<CaseReply> Deeds => _replies.Where(reply => reply.Actions.Count > 0);

    /// <param name="issue">The case.</param>
    /// <param name="program">The rules by which steps and questions of one name are told apart; null where that does not matter.</param>
    public static CaseMemory Of(Issue issue, RuleProgram? program = null) =>
        issue.Replies.Count == 0 ? None : new CaseMemory(issue.Replies, program);

    /// <summary>Whether a step was offered, by its rule or by another in the same words.</summary>
    public bool HasOffered(Step step, string rule) =>
        Any((step, rule), static (memory, reply, asked) =>
            reply.Steps.Contains(asked.step.Id.Value, StringComparer.OrdinalIgnoreCase)
            && (reply.Rule == asked.rule || !IsOtherStep(asked.step, memory.RuleOf(reply)))
        );

    /// <summary>Whether a question was put, rather than another of its name.</summary>
    public bool HasPut(QuestionDefinition question) =>
        Any(question, static (memory, reply, asked) =>
            reply.Questions.Contains(asked.Name.Value, StringComparer.Ordinal) && !IsOtherQuestion(asked, memory.RuleOf(reply))
        );

    /// <summary>Whether a rule has given its answer.</summary>
    public bool HasAnswered(string rule) => Any(rule, static (_, reply, asked) => reply.HasAnswer && reply.Rule == asked);

    /// <summary>Whether a rule has decided.</summary>
    public bool HasDecided(string rule) => Any(rule, static (_, reply, asked) => reply.Rule == asked);

    /// <summary>The last reply that fits; null where none does.</summary>
    public CaseReply? Last(Func<CaseReply, bool> fits)
    {
        for (var at = _replies.Count - 1; at >= 0; at--)
        {
            if (fits(_replies[at]))
                return _replies[at];
        }

        return null;
    }

    // Asked of each step and question of a rule, mostly where there is no reply: nothing is allocated.
    private bool Any<T>(T asked, Func<CaseMemory, CaseReply, T, bool> fits)
    {
        for (var at = 0; at < _replies.Count; at++)
        {
            if (fits(this, _replies[at], asked))
                return true;
        }

        return false;
    }

    private CompiledRule? RuleOf(CaseReply reply) => reply.Rule is { } rule ? _program?.Find(rule) : null;

    private static bool IsOtherStep(Step step, CompiledRule? rule) =>
        rule?.Rule.Then.Steps.FirstOrDefault(other => other.Id.Value.Equals(step.Id.Value, StringComparison.OrdinalIgnoreCase)) is { } known
        && !Words(known.Say).SequenceEqual(Words(step.Say), StringComparer.Ordinal);

    private static bool IsOtherQuestion(QuestionDefinition question, CompiledRule? rule) =>
        rule?.Ask.FirstOrDefault(other => other.Definition.Name.Value == question.Name.Value) is { } known
        && !ReferenceEquals(known.Definition, question);

    private static IEnumerable<string> Words(LocalizedText text) => text.Texts.SelectMany(said => new[] { said.Key, said.Value.Value });
}
