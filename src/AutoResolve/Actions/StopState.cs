using System.Collections.Immutable;
using System.Globalization;
using AutoResolve.Journaling;

namespace AutoResolve.Actions;

/// <summary>What is stopped, at one moment: what this host was told and not told otherwise, else what the journal says in order.</summary>
internal sealed record StopState
{
    public const string Stop = "stop";
    public const string Resume = "resume";

    // Stands for all rules; no rule is called so.
    private const string All = "*";

    // Stands behind the key of a stop that is written once more.
    private const char Again = '+';

    private readonly string _keys;

    /// <param name="host">A name that no other host on the journal has, and this one not after a restart.</param>
    public StopState(string host) => _keys = JournalKeys.Switch(host);

    /// <summary>Whether the journal was ever read.</summary>
    public bool IsRead { get; private init; }

    /// <summary>The last entry that was read.</summary>
    public long Position { get; private init; }

    /// <summary>The stops of which the journal has not said that it holds them.</summary>
    public IEnumerable<OwnStop> Unwritten => Own.Where(stop => !stop.IsWritten);

    private ImmutableList<OwnStop> Own { get; init; } = [];

    /// <summary>What others stopped.</summary>
    private ImmutableHashSet<string> Others { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    private long Last { get; init; }

    public bool IsStopped(string? ruleId) => !IsRead || Holds(All) || (ruleId is not null && Holds(ruleId));

    /// <summary>Tells a stop, which holds from now on.</summary>
    public StopState TellStop(JournalEntry stop, out OwnStop own)
    {
        own = new OwnStop(Last + 1, NameOf(stop), Numbered(stop));
        return this with { Last = Last + 1, Own = Own.Add(own) };
    }

    /// <summary>Tells a resume, which holds once it is read in the journal.</summary>
    /// <param name="resume">What is to be written.</param>
    /// <param name="numbered">The same, with a key that tells its place.</param>
    /// <param name="before">What has to be written before it.</param>
    public StopState TellResume(JournalEntry resume, out JournalEntry numbered, out IReadOnlyList<OwnStop> before)
    {
        numbered = Numbered(resume);
        before = [.. Unwritten.Where(stop => stop.Name == NameOf(resume))];
        return this with { Last = Last + 1 };
    }

    /// <summary>The journal said that it holds a stop.</summary>
    public StopState Written(OwnStop written) =>
        this with
        {
            Own = [.. Own.Select(stop => stop.Entry.Key == written.Entry.Key ? stop with { IsWritten = true } : stop)],
        };

    /// <summary>The journal was read. What another reader has read before does not count twice.</summary>
    /// <param name="entries">All entries about stops after a position that is not beyond <see cref="Position"/>.</param>
    public StopState Read(IReadOnlyList<JournalEntry> entries) =>
        entries.Where(entry => entry.Sequence > Position).Aggregate(this with { IsRead = true }, (state, entry) => state.Read(entry));

    private static string NameOf(JournalEntry entry) => entry.RuleId ?? All;

    private bool Holds(string name) => Others.Contains(name) || Own.Exists(stop => stop.Name == name);

    private StopState Read(JournalEntry entry)
    {
        var (name, number) = (NameOf(entry), NumberOf(entry));
        var state = this with { Position = entry.Sequence };
        return entry.Label switch
        {
            Stop when number > 0 => state with { Own = StopOwn(new(number, name, entry, IsWritten: true, IsRead: true)) },
            Stop => state with { Others = Others.Add(name) },
            Resume => state with { Others = Others.Remove(name), Own = number > 0 ? ResumeOwn(name, number) : ResumeOthers(name) },
            _ => state,
        };
    }

    // The newest of one name stands for all that were read: whatever lifts it lifts them.
    private ImmutableList<OwnStop> StopOwn(OwnStop own) =>
        Own.RemoveAll(stop => stop.Number == own.Number || (stop.Name == own.Name && stop.Number < own.Number && stop.IsRead)).Add(own);

    private ImmutableList<OwnStop> ResumeOthers(string name) => Own.RemoveAll(stop => stop.Name == name && stop.IsRead);

    // A stop that was told after the resume but written before it holds, and is written once more.
    private ImmutableList<OwnStop> ResumeOwn(string name, long number) =>
        [
            .. from stop in Own
            where stop.Name != name || stop.Number > number
            select stop.Name == name && stop.IsRead
                ? stop with
                {
                    Entry = stop.Entry with { Sequence = 0, Key = stop.Entry.Key + Again },
                    IsWritten = false,
                }
                : stop,
        ];

    private JournalEntry Numbered(JournalEntry entry) =>
        entry with
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{_keys}{Last + 1}"),
        };

    /// <summary>The place of what this host was told; 0 of what another was.</summary>
    private long NumberOf(JournalEntry entry)
    {
        if (entry.Key is not { } key || !key.StartsWith(_keys, StringComparison.Ordinal))
            return 0;
        var digits = key.AsSpan(_keys.Length).TrimEnd(Again);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
