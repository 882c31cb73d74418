namespace AutoResolve.Scenarios.Telling;

/// <summary>What the hosts of a story are told beside its rules.</summary>
internal sealed record StoryOptions
{
    public TimeSpan? AnswerDeadline { get; init; }
    public int? MaxMessagesPerDay { get; init; }
    public bool AnswerAfterPerson { get; init; }
    public IReadOnlyDictionary<string, Author> ChannelAuthors { get; init; } = new Dictionary<string, Author>();
}
