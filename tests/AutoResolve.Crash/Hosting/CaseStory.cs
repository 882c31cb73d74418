using System.Globalization;

namespace AutoResolve.Crash.Hosting;

/// <summary>
/// What is written in one case: the issue, which is rewritten at times, and its turns. Always the same for a number and a seed, in every
/// process.
/// </summary>
internal sealed class CaseStory
{
    /// <summary>How often an issue is rewritten at most, the first time included.</summary>
    public const int MaxVersions = 6;

    private const int MaxTurns = 4;

    // Few cases would be without turns if it were a matter of chance alone.
    private const int KindsOfTurn = 9;

    private CaseStory(CaseReference reference, IReadOnlyList<TurnKind> versions, IReadOnlyList<TurnKind> turns) =>
        (Reference, Versions, Turns) = (reference, versions, turns);

    public CaseReference Reference { get; }

    /// <summary>What the issue itself asks for, each time that it is rewritten.</summary>
    public IReadOnlyList<TurnKind> Versions { get; }

    /// <summary>What the turns ask for.</summary>
    public IReadOnlyList<TurnKind> Turns { get; }

    public static CaseStory Of(int seed, int number)
    {
        var random = new Random((seed * 100_003) + number);
        var kinds = Enumerable.Range(0, MaxVersions).Select(_ => (TurnKind)random.Next(KindsOfTurn - 1)).ToList();
        kinds[0] = (TurnKind)(number % (KindsOfTurn - 1));
        var turns = Enumerable.Range(0, random.Next(MaxTurns + 1)).Select(_ => (TurnKind)random.Next(KindsOfTurn)).ToList();
        return Of(number, kinds, turns);
    }

    /// <summary>Two cases after each other have one issue id, of two tenants.</summary>
    public static CaseStory Of(int number, IReadOnlyList<TurnKind> versions, IReadOnlyList<TurnKind> turns) =>
        new(new CaseReference(number % 2 == 0 ? "north" : null, Text($"case-{(number + 1) / 2}")), versions, turns);

    /// <summary>The issue as it is delivered whole.</summary>
    /// <param name="version">How often it was rewritten.</param>
    /// <param name="turns">How many turns it has by now.</param>
    public Issue Issue(int version, int turns) =>
        new()
        {
            Id = Reference.IssueId,
            Tenant = Reference.Tenant,
            Text = Text($"{VersionId(version)} of the issue."),
            Fields = FieldsOf(Versions[version], VersionId(version)),
            Turns = [.. Enumerable.Range(1, turns).Select(Turn)],
        };

    /// <summary>A turn, counted from 1.</summary>
    public Turn Turn(int number) =>
        Turns[number - 1] == TurnKind.Nothing
            ? new Turn { Id = TurnId(number) }
            : new Turn
            {
                Id = TurnId(number),
                Text = Text($"This is {TurnId(number)}."),
                Fields = FieldsOf(Turns[number - 1], TurnId(number)),
            };

    /// <summary>By which what was heard is known again.</summary>
    public static string VersionId(int version) => Text($"v{version}");

    public static string TurnId(int number) => Text($"t{number}");

    private static Dictionary<string, string> FieldsOf(TurnKind kind, string step) => new() { ["kind"] = kind.ToString(), ["step"] = step };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
