namespace AutoResolve.Regexes;

/// <summary>Turns the parts of a pattern into instructions, from its end to its start, so that each knows where it goes on.</summary>
internal sealed class LinearRegexCompiler
{
    private const int MaxInstructions = 2_000;

    // Of a way that leads nowhere.
    private const int Nowhere = -1;

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

    // Repeated without end, nothing is only repeated where it takes something: so no way comes back to the fork at one character.
    private int? AddLoop(RepeatNode repeat, int next)
    {
        if (Add(default(RegexInstruction)) is not { } fork || AddTaking(repeat.Part, Nowhere, fork) is not { } body)
            return null;
        _instructions[fork] = body == Nowhere ? new(RegexInstructionKind.Fork, next, next) : Fork(repeat, body, next);
        return fork;
    }

    // What goes on at "empty" where it has taken nothing, and at "taken" where it has taken something.
    private int? AddTaking(RegexNode node, int empty, int taken) =>
        node switch
        {
            _ when !MayBeEmpty(node) => Add(node, taken),
            AssertionNode => empty == Nowhere ? Nowhere : Add(node, empty),
            SequenceNode { IsValue: true } value when _notesValue => AddTakingValue(value, empty, taken),
            SequenceNode sequence => AddTakingSequence(sequence.Parts, empty, taken),
            ChoiceNode choice => AddTakingChoice(choice.Branches, empty, taken),
            RepeatNode repeat => AddTakingRepeat(repeat, empty, taken),
            _ => throw new NotSupportedException($"A part of kind {node.GetType().Name}."),
        };

    private int? AddTakingSequence(IReadOnlyList<RegexNode> parts, int empty, int taken)
    {
        for (var part = parts.Count - 1; part >= 0; part--)
        {
            if (AddTaking(parts[part], empty, taken) is not { } start)
                return null;
            if (part == 0)
                return start;
            if (Add(parts[part], taken) is not { } behind)
                return null;
            (empty, taken) = (start, behind);
        }

        return empty;
    }

    private int? AddTakingValue(SequenceNode value, int empty, int taken)
    {
        if (
            AddBefore(empty, RegexInstructionKind.EndValue) is not { } endOfEmpty
            || AddBefore(taken, RegexInstructionKind.EndValue) is not { } end
            || AddTakingSequence(value.Parts, endOfEmpty, end) is not { } start
        )
            return null;
        return AddBefore(start, RegexInstructionKind.BeginValue);
    }

    private int? AddBefore(int next, RegexInstructionKind kind) => next == Nowhere ? Nowhere : Add(new RegexInstruction(kind, next));

    private int? AddTakingChoice(IReadOnlyList<RegexNode> branches, int empty, int taken)
    {
        int? start = Nowhere;
        for (var branch = branches.Count - 1; branch >= 0 && start is { } other; branch--)
            start = AddTaking(branches[branch], empty, taken) is { } first ? AddFork(first, other) : null;
        return start;
    }

    private int? AddTakingRepeat(RepeatNode repeat, int empty, int taken)
    {
        (int Empty, int Taken)? start = repeat.Most is { } most
            ? AddTakingOptional(repeat, most - repeat.Least, empty, taken)
            : AddTakingLoop(repeat, empty, taken);
        for (var times = 0; times < repeat.Least && start is var (emptyBehind, takenBehind); times++)
        {
            start =
                AddTaking(repeat.Part, emptyBehind, takenBehind) is { } first && Add(repeat.Part, takenBehind) is { } behind
                    ? (first, behind)
                    : null;
        }

        return start?.Empty;
    }

    // Whether it has taken anything before or not, each time takes something.
    private (int Empty, int Taken)? AddTakingLoop(RepeatNode repeat, int empty, int taken)
    {
        if (AddLoop(repeat, taken) is not { } loop)
            return null;
        var body = repeat.IsLazy ? _instructions[loop].Other : _instructions[loop].Next;
        if (body == taken)
            return (empty, taken);
        return AddFork(repeat, body, empty) is { } start ? (start, loop) : null;
    }

    private (int Empty, int Taken)? AddTakingOptional(RepeatNode repeat, int times, int empty, int taken)
    {
        (int Empty, int Taken)? start = (empty, taken);
        for (; times > 0 && start is var (emptyBehind, takenBehind); times--)
        {
            start =
                AddTaking(repeat.Part, emptyBehind, takenBehind) is { } first
                && AddFork(repeat, first, empty) is { } fork
                && Add(repeat.Part, takenBehind) is { } body
                && Add(Fork(repeat, body, taken)) is { } again
                    ? (fork, again)
                    : null;
        }

        return start;
    }

    private static bool MayBeEmpty(RegexNode node) =>
        node switch
        {
            CharacterNode => false,
            SequenceNode sequence => sequence.Parts.All(MayBeEmpty),
            ChoiceNode choice => choice.Branches.Any(MayBeEmpty),
            RepeatNode repeat => repeat.Least == 0 || MayBeEmpty(repeat.Part),
            _ => true,
        };

    private int? AddFork(RepeatNode repeat, int body, int next) => repeat.IsLazy ? AddFork(next, body) : AddFork(body, next);

    private int? AddFork(int first, int other)
    {
        if (first == Nowhere || first == other)
            return other;
        return other == Nowhere ? first : Add(new RegexInstruction(RegexInstructionKind.Fork, first, other));
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
