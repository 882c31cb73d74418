namespace AutoResolve.Regexes;

/// <summary>Turns the parts of a pattern into instructions, from its end to its start, so that each knows where it goes on.</summary>
internal sealed class LinearRegexCompiler
{
    private const int MaxInstructions = 2_000;

    private readonly List<RegexInstruction> _instructions = [new(RegexInstructionKind.Match)];

    private readonly bool _notesValue;

    private LinearRegexCompiler(bool notesValue) => _notesValue = notesValue;

    /// <param name="node">The pattern.</param>
    /// <param name="notesValue">Whether it is noted what the group called <c>value</c> takes.</param>
    /// <returns>The instructions and the first of them; null where there are too many.</returns>
    public static (RegexInstruction[] Instructions, int Start)? Compile(RegexNode node, bool notesValue = false)
    {
        var compiler = new LinearRegexCompiler(notesValue);
        return compiler.Add(node, 0) is { } start ? ([.. compiler._instructions], start) : null;
    }

    private int? Add(RegexNode node, int next) =>
        node switch
        {
            CharacterNode character => Add(new RegexInstruction(RegexInstructionKind.Take, next, Set: character.Set)),
            AssertionNode assertion => Add(new RegexInstruction(RegexInstructionKind.Assert, next, Assertion: assertion.Assertion)),
            SequenceNode { IsValue: true } value when _notesValue => AddValue(value, next),
            SequenceNode sequence => AddSequence(sequence.Parts, next),
            ChoiceNode choice => AddChoice(choice.Branches, next),
            RepeatNode repeat => AddRepeat(repeat, next),
            _ => throw new NotSupportedException($"A part of kind {node.GetType().Name}."),
        };

    private int? AddSequence(IReadOnlyList<RegexNode> parts, int next)
    {
        int? start = next;
        for (var part = parts.Count - 1; part >= 0 && start is { } behind; part--)
            start = Add(parts[part], behind);
        return start;
    }

    private int? AddValue(SequenceNode value, int next) =>
        Add(new RegexInstruction(RegexInstructionKind.EndValue, next)) is { } end && AddSequence(value.Parts, end) is { } start
            ? Add(new RegexInstruction(RegexInstructionKind.BeginValue, start))
            : null;

    private int? AddChoice(IReadOnlyList<RegexNode> branches, int next)
    {
        var start = Add(branches[^1], next);
        for (var branch = branches.Count - 2; branch >= 0 && start is { } other; branch--)
            start = Add(branches[branch], next) is { } first ? Add(new RegexInstruction(RegexInstructionKind.Fork, first, other)) : null;
        return start;
    }

    private int? AddRepeat(RepeatNode repeat, int next)
    {
        var start = repeat.Most is { } most ? AddOptional(repeat, most - repeat.Least, next) : AddLoop(repeat, next);
        for (var times = 0; times < repeat.Least && start is { } behind; times++)
            start = Add(repeat.Part, behind);
        return start;
    }

    private int? AddLoop(RepeatNode repeat, int next)
    {
        if (Add(default(RegexInstruction)) is not { } fork || Add(repeat.Part, fork) is not { } body)
            return null;
        _instructions[fork] = Fork(repeat, body, next);
        return fork;
    }

    private int? AddOptional(RepeatNode repeat, int times, int next)
    {
        int? start = next;
        for (; times > 0 && start is { } behind; times--)
            start = Add(repeat.Part, behind) is { } body ? Add(Fork(repeat, body, next)) : null;
        return start;
    }

    private static RegexInstruction Fork(RepeatNode repeat, int body, int next) =>
        repeat.IsLazy ? new(RegexInstructionKind.Fork, next, body) : new(RegexInstructionKind.Fork, body, next);

    private int? Add(RegexInstruction instruction)
    {
        if (_instructions.Count == MaxInstructions)
            return null;
        _instructions.Add(instruction);
        return _instructions.Count - 1;
    }
}
