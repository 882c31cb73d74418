namespace AutoResolve.Journaling;

/// <summary>An answer as the journal keeps it.</summary>
internal sealed record AnswerRecord
{
    public required string Text { get; init; }
    public required string Locale { get; init; }
    public required AnswerFormat Format { get; init; }
    public Author Reader { get; init; } = Author.Customer;
    public IReadOnlyList<AnswerStep> Steps { get; init; } = [];

    /// <summary>Whether it is the whole answer, with nothing masked.</summary>
    public required bool IsWhole { get; init; }

    public static AnswerRecord? Of(Answer? answer, Redaction redaction)
    {
        if (answer is null)
            return null;
        var text = redaction.Text(answer.Text);
        IReadOnlyList<AnswerStep> steps = [.. answer.Steps.Select(step => step with { Text = redaction.Text(step.Text) })];
        return new AnswerRecord
        {
            Text = text,
            Locale = answer.Locale,
            Reader = answer.Reader,
            Format = answer.Format,
            Steps = steps,
            IsWhole = text == answer.Text && steps.SequenceEqual(answer.Steps),
        };
    }

    public Answer ToAnswer() =>
        new()
        {
            Text = Text,
            Locale = Locale,
            Reader = Reader,
            Format = Format,
            Steps = Steps,
        };
}
