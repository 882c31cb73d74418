using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journals;

/// <summary>
/// What a journal makes of steps, said as plainly as can be. Each model has cases and keys of its own, so that one store serves many.
/// </summary>
internal sealed class CaseModel(string name)
{
    private readonly Dictionary<int, (long Version, int? LeasedUntil)> _cases = [];
    private readonly Dictionary<int, long> _sent = [];
    private readonly List<string> _keys = [];
    private int _now;

    public IReadOnlyList<string> Keys => _keys;

    /// <summary>The cases, with their versions and whether they are leased.</summary>
    public IEnumerable<(int Case, long Version, bool IsLeased)> Cases =>
        _cases.OrderBy(known => known.Key).Select(known => (known.Key, known.Value.Version, known.Value.LeasedUntil > _now));

    public IEnumerable<int> Lapsed => _cases.Where(known => known.Value.LeasedUntil <= _now).Select(known => known.Key).Order();

    public void Pass(int units) => _now += units;

    /// <summary>What a step comes to, after all that was applied before.</summary>
    public string Apply(CaseStep step)
    {
        var (version, until) = _cases.GetValueOrDefault(step.Case);
        var expected = step.Version < 0 ? _sent[step.Case] : step.Version;
        List<string> keys = [.. step.Keys.Select(KeyOf)];
        if (!step.IsRenewal && keys.Count == 2 && keys[0] == keys[1])
            return $"taken {keys[0]}";
        if (version != expected || (step.IsRenewal && version == 0) || (step is { IsRenewal: false, TakesUp: true } && until > _now))
            return "stale";
        if (step.IsRenewal)
        {
            _cases[step.Case] = (version, _now + (step.Lease ?? 0));
            return "written";
        }

        if (keys.Find(_keys.Contains) is { } taken)
            return $"taken {taken}";
        _keys.AddRange(keys);
        _cases[step.Case] = (version + 1, _now + step.Lease);
        return "written";
    }

    /// <summary>Has a host do a step.</summary>
    public async Task<string> SendAsync(CaseStep step, IJournal host, TimeSpan unit)
    {
        // What a host believes is what it knew before it did several things at once.
        var known = _cases.GetValueOrDefault(step.Case).Version;
        _sent[step.Case] = known;
        var expected = step.Version < 0 ? known : step.Version;
        if (step.IsRenewal)
            return await host.RenewAsync(ReferenceOf(step.Case), expected, unit * (step.Lease ?? 0)) ? "written" : "stale";
        var change = new CaseChange
        {
            Case = new CaseRecord { Reference = ReferenceOf(step.Case), Owner = CaseOwner.Automation },
            ExpectedVersion = expected,
            TakesUp = step.TakesUp,
            Lease = step.Lease is { } units ? unit * units : null,
        };
        var result = await host.AppendAsync([.. step.Keys.Select(key => Some.Entry(KeyOf(key)) with { IssueId = name })], change);
        return result.IsStale ? "stale"
            : result.ConflictingKey is { } taken ? $"taken {taken}"
            : "written";
    }

    public async Task<IReadOnlyList<(int Case, long Version, bool IsLeased)>> ReadAsync(IJournal journal)
    {
        List<(int, long, bool)> cases = [];
        for (var number = 0; number < 3; number++)
        {
            if (await journal.FindCaseAsync(ReferenceOf(number)) is { } record)
                cases.Add((number, record.Version, record.IsLeased));
        }

        return cases;
    }

    public async Task<IReadOnlyList<int>> ReadLapsedAsync(IJournal journal) =>
        [
            .. (await journal.ListCasesAsync(new CaseQuery { IsLapsed = true }))
                .Where(record => record.Reference.Tenant == name)
                .Select(record => record.Reference.IssueId[0] - '0'),
        ];

    public async Task<IReadOnlyList<string?>> ReadKeysAsync(IJournal journal) =>
        [.. (await journal.ListAsync(new JournalQuery { IssueId = name })).Select(entry => entry.Key)];

    private CaseReference ReferenceOf(int number) => new(name, $"{number}");

    private string KeyOf(int key) => $"{name}-{key}";
}
