using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Conditions;

/// <summary>An operator that reads text: of the issue, or of the value that a condition on a field or a fact compares.</summary>
internal abstract class TextOperator : Operator
{
    private const string In = "in";

    /// <summary>The words for parts of the text, in the order of the reference.</summary>
    public static readonly OrderedDictionary<string, TextPart> Parts = new()
    {
        ["title"] = TextPart.Title,
        ["text"] = TextPart.Text,
        ["everything"] = TextPart.Everything,
    };

    public abstract string Key { get; }

    public sealed override IReadOnlyList<string> Keys => field ??= [Key];

    public sealed override ObjectSchema Schema =>
        field ??= new(
            $"{(Key[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} '{Key}' condition",
            [Key, .. SideKeys, In, .. OptionKeys]
        );

    /// <summary>The keys that say how phrases are compared; empty where it has none.</summary>
    public virtual IReadOnlyList<string> OptionKeys => [];

    /// <summary>The keys of an operator that looks for phrases.</summary>
    protected static readonly IReadOnlyList<string> OfPhrases = ["typos", "denied", "acrossSentences", "except"];

    public override string? AdviceOnMisplaced(string key)
    {
        if (key == In)
            return "It says where a test of the text looks; put it there.";
        if (OptionKeys.Contains(key))
            return "It says how phrases are compared: move it into a condition that looks for phrases, such as 'anyOf', or remove it.";
        return SideKeys.Contains(key) ? $"It belongs to '{Key}': move it into a condition with '{Key}', or remove it." : null;
    }

    public override string? AdviceOnLone(string key) =>
        key == In
            ? "'in' says where to look but not for what: add one of anyOf, allOf, near, contains or regex; "
                + "or, to compare a field, \"field\": \"…\"."
            : null;

    public sealed override Condition? Read(ObjectReader reader, ConditionReader conditions) =>
        ReadText(reader, Key, conditions.Values.Choice(reader.Find(In), Parts) ?? TextPart.OwnWords, reader.Node.Location, conditions);

    public sealed override CompiledCondition? Compile(Condition condition, ConditionCompiler conditions) =>
        condition is TextCondition text && CompileText(text, conditions) is { } pattern
            ? new TextLeaf(pattern, text.In) { Pointer = conditions.Shorten(text.Location) }
            : null;

    /// <param name="reader">The object in which it stands.</param>
    /// <param name="key">The key under which it stands.</param>
    /// <param name="part">What it reads.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="conditions">The readers of values.</param>
    public TextCondition? ReadText(ObjectReader reader, string key, TextPart part, SourceLocation location, ConditionReader conditions)
    {
        var read = ReadSought(reader, key, part, location, conditions);
        return read is null || OptionKeys.Count == 0
            ? read
            : read with
            {
                Options = conditions.Options(reader),
                Except = conditions.Except(reader),
            };
    }

    /// <summary>The same, without how its phrases are compared.</summary>
    protected abstract TextCondition? ReadSought(
        ObjectReader reader,
        string key,
        TextPart part,
        SourceLocation location,
        ConditionReader conditions
    );

    public abstract TextPattern? CompileText(TextCondition condition, ConditionCompiler conditions);
}

/// <summary>An operator on text whose conditions are of one type.</summary>
internal abstract class TextOperator<T> : TextOperator
    where T : TextCondition
{
    public sealed override Type Kind => typeof(T);

    public sealed override TextPattern? CompileText(TextCondition condition, ConditionCompiler conditions) =>
        Compile((T)condition, conditions);

    protected abstract TextPattern? Compile(T condition, ConditionCompiler conditions);
}
