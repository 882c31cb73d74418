namespace AutoResolve.Journaling;

/// <summary>A question as the journal keeps it.</summary>
internal sealed record QuestionRecord
{
    public required string Id { get; init; }
    public required string Field { get; init; }
    public required string Text { get; init; }
    public string? Label { get; init; }

    /// <summary>The question as plain text; null where that is the text.</summary>
    public string? PlainText { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public Author Reader { get; init; } = Author.Customer;
    public bool IsBlocking { get; init; }

    public static QuestionRecord Of(Question question, Redaction redaction) =>
        new()
        {
            Id = question.Id,
            Field = question.Field,
            Text = redaction.Text(question.Text),
            Label = question.Label is { } label ? redaction.Text(label) : null,
            PlainText = question.PlainText == question.Text ? null : redaction.Text(question.PlainText),
            Choices = [.. question.Choices.Select(choice => choice with { Text = redaction.Text(choice.Text) })],
            Reader = question.Reader,
            IsBlocking = question.IsBlocking,
        };

    public Question ToQuestion() =>
        new(Id, Field, Text)
        {
            Label = Label,
            PlainText = PlainText ?? Text,
            Choices = Choices,
            Reader = Reader,
            IsBlocking = IsBlocking,
        };
}
