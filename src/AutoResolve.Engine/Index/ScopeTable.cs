using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Index;

/// <summary>The different scopes of rules, and the partitions of the index that they make.</summary>
/// <remarks>
/// A rule whose scope names few values of a dimension that has many stands in the partitions of these values, so that an issue of another
/// tenant never meets it. Other scopes are only compared, once for an issue and before any text: a partition would cost more than it saves.
/// </remarks>
internal sealed class ScopeTable
{
    private const int MinValues = 9;
    private const int MaxPartitions = 4;

    private static readonly Func<Scope, IReadOnlyList<string>>[] Dimensions =
    [
        scope => scope.Tenants,
        scope => scope.Products,
        scope => scope.Channels,
        scope => scope.Locales,
    ];

    private static readonly IReadOnlyList<int> OfAllIssues = [0];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Scope> _scopes = [];
    private readonly Dictionary<string, int>?[] _partitions = new Dictionary<string, int>?[Dimensions.Length];
    private readonly int _longestLocale;
    private int _partitionCount = 1;
    private int? _everything;

    /// <param name="scopes">Of all rules.</param>
    public ScopeTable(IReadOnlyList<Scope> scopes)
    {
        for (var dimension = 0; dimension < Dimensions.Length; dimension++)
        {
            var values = scopes.SelectMany(Dimensions[dimension]).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (values.Count >= MinValues)
                _partitions[dimension] = values.ToDictionary(value => value, _ => _partitionCount++, StringComparer.OrdinalIgnoreCase);
        }

        _longestLocale = _partitions[^1]?.Keys.Max(locale => locale.Length) ?? 0;
    }

    public int Count => _scopes.Count;

    /// <summary>Whether the set of a rule says its language.</summary>
    public bool HasLanguages { get; private set; }

    public Scope this[int number] => _scopes[number];

    /// <summary>The number of a scope; equal ones have the same.</summary>
    public int Add(Scope scope) => ReferenceEquals(scope, Scope.Everything) ? _everything ??= NumberOf(scope) : NumberOf(scope);

    private int NumberOf(Scope scope)
    {
        var key = string.Join('\u0001', Dimensions.Select(values => string.Join('\u0002', values(scope))).Append(scope.Language));
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers.Add(key, number = _scopes.Count);
            _scopes.Add(scope);
            HasLanguages |= scope.Language is not null;
        }

        return number;
    }

    /// <summary>The partitions in which a rule of this scope stands; 0 is that of all issues.</summary>
    public IReadOnlyList<int> PartitionsOf(Scope scope)
    {
        for (var dimension = 0; dimension < Dimensions.Length; dimension++)
        {
            var values = Dimensions[dimension](scope);
            if (_partitions[dimension] is { } partitions && values.Count is > 0 and <= MaxPartitions)
                return [.. values.Select(value => partitions[value]).Distinct()];
        }

        return OfAllIssues;
    }

    /// <summary>Adds the partitions, beside that of all issues, in which rules for the issue may stand.</summary>
    public void FindPartitions(MatchInput text, List<int> found)
    {
        Find(0, text.Issue.Tenant, found);
        Find(1, text.Issue.Product, found);
        Find(2, text.Issue.Channel, found);
        if (_partitions[^1] is not { } locales)
            return;
        var lookup = locales.GetAlternateLookup<ReadOnlySpan<char>>();
        var locale = text.Locale.AsSpan();
        for (var length = 0; length <= Math.Min(locale.Length, _longestLocale); length++)
        {
            if ((length == locale.Length || locale[length] is '-' or '_') && lookup.TryGetValue(locale[..length], out var partition))
                found.Add(partition);
        }
    }

    private void Find(int dimension, string? value, List<int> found)
    {
        if (
            value is not null
            && _partitions[dimension] is { } partitions
            && partitions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value.AsSpan().Trim(), out var partition)
        )
        {
            found.Add(partition);
        }
    }
}
