using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journaling;

/// <summary>A journal that breaks one promise, the others it keeps.</summary>
internal sealed class BrokenJournal(IJournal inner, string fault) : IJournal
{
    public const string OwnSecret = "each host makes a secret of its own";
    public const string TakesLeased = "what is leased is taken up";
    public const string NoLease = "leases are forgotten";
    public const string EndlessLease = "leases never lapse";
    public const string KeepsLease = "a change without a lease does not let it go";
    public const string NoFence = "what is stale is written all the same";
    public const string HalfFence = "the entries of what is stale are written, the case is not";
    public const string OneByOne = "entries are written one by one";
    public const string ApartFromCase = "the case is changed, and then the entries are written";
    public const string NoTenant = "entries forget their tenant";
    public const string RenewsAll = "renewing changes nothing and says that it did";
    public const string RenewalCounts = "renewing is a change";
    public const string CoarseDue = "what is due is kept to the second";
    public const string NoAfter = "cases are read from the first, whatever they are to come after";
    public const string DueThoughLeased = "what is leased is found due";
    public const string OneKey = "of the keys of a query only the first counts";
    public const string LimitFirst = "at most so many of all, and of these what the query says";

    private static readonly TimeSpan Endless = TimeSpan.FromDays(10_000);

    private bool Has(string one) => fault == one;

    public async ValueTask<JournalSecrets> OpenAsync(CancellationToken cancellationToken = default)
    {
        var secrets = await inner.OpenAsync(cancellationToken);
        return Has(OwnSecret) ? new JournalSecrets(JournalSecret.Create()) : secrets;
    }

    public async ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    )
    {
        if (Has(NoTenant))
            entries = [.. entries.Select(entry => entry with { Tenant = null })];
        if (change is not null)
        {
            if (Has(TakesLeased))
                change = change with { TakesUp = false };
            if (Has(NoLease))
                change = change with { Lease = null };
            if (Has(EndlessLease) && change.Lease is not null)
                change = change with { Lease = Endless };
            var before = await inner.FindCaseAsync(change.Case.Reference, cancellationToken);
            if (Has(KeepsLease) && change.Lease is null && before is { IsLeased: true })
                change = change with { Lease = Endless };
            if (Has(CoarseDue) && change.Case.Due is { } due)
                change = change with { Case = change.Case with { Due = DateTimeOffset.FromUnixTimeSeconds(due.ToUnixTimeSeconds()) } };
            if (Has(NoFence) && before is not null)
                change = change with { ExpectedVersion = before.Version };
            if (Has(ApartFromCase) && entries.Count > 0)
                return await inner.AppendAsync([], change, cancellationToken) is { IsStale: true } stale
                    ? stale
                    : await inner.AppendAsync(entries, null, cancellationToken);
        }

        if (Has(OneByOne) && entries.Count > 1)
        {
            foreach (var entry in entries.Skip(1))
                await inner.AppendAsync([entry], null, cancellationToken);
            return await inner.AppendAsync([entries[0]], change, cancellationToken);
        }

        var result = await inner.AppendAsync(entries, change, cancellationToken);
        if (Has(HalfFence) && result.IsStale && entries.Count > 0)
            await inner.AppendAsync(entries, null, cancellationToken);
        return result;
    }

    public async ValueTask<bool> RenewAsync(
        CaseReference reference,
        long version,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    )
    {
        if (Has(RenewsAll))
            return true;
        var isRenewed = await inner.RenewAsync(reference, version, Has(EndlessLease) ? Endless : lease, cancellationToken);
        if (Has(RenewalCounts) && isRenewed)
        {
            var known = (await inner.FindCaseAsync(reference, cancellationToken))!;
            await inner.AppendAsync(
                [],
                new CaseChange
                {
                    Case = known,
                    ExpectedVersion = version,
                    Lease = lease,
                },
                cancellationToken
            );
        }

        return isRenewed;
    }

    public ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default) =>
        inner.FindCaseAsync(reference, cancellationToken);

    public async IAsyncEnumerable<CaseRecord> ReadCasesAsync(
        CaseQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (Has(NoAfter))
            query = query with { After = null };
        if (Has(DueThoughLeased) && query.DueUntil is { } until)
        {
            await foreach (var record in inner.ReadCasesAsync(query with { DueUntil = null }, cancellationToken))
            {
                if (record.Due <= until)
                    yield return record;
            }

            yield break;
        }

        await foreach (var record in inner.ReadCasesAsync(query, cancellationToken))
            yield return record;
    }

    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        if (Has(OneKey) && query.Keys.Count > 1)
            query = query with { Keys = [query.Keys[0]] };
        if (Has(LimitFirst) && query.Limit is { } limit)
        {
            var place = 0;
            HashSet<long> found = [];
            await foreach (var entry in inner.ReadAsync(query with { Limit = null }, cancellationToken))
                found.Add(entry.Sequence);
            await foreach (
                var entry in inner.ReadAsync(new JournalQuery { NewestFirst = query.NewestFirst, Limit = limit }, cancellationToken)
            )
            {
                if (found.Contains(entry.Sequence) && place++ < limit)
                    yield return entry;
            }

            yield break;
        }

        await foreach (var entry in inner.ReadAsync(query, cancellationToken))
            yield return entry;
    }

    public ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        inner.CountAsync(query, cancellationToken);

    public ValueTask SaveRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default) =>
        inner.SaveRulebookAsync(revision, archive, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default) =>
        inner.FindRulebookAsync(revision, cancellationToken);
}
