namespace AutoResolve.Crash.Hosting;

/// <summary>One issue that a person was given, and what the person was told of its actions.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Told">What became of each action, by its key.</param>
internal sealed record Escalation(string Issue, IReadOnlyDictionary<string, ActionFate> Told)
{
    public override string ToString() => string.Join(' ', Told.Select(told => $"{told.Key}={told.Value}").Prepend(Issue));

    public static Escalation Parse(string line)
    {
        var parts = line.Split(' ');
        return new Escalation(parts[0], parts.Skip(1).Select(part => part.Split('=')).ToDictionary(pair => pair[0], pair => Enum.Parse<ActionFate>(pair[1])));
    }
}
