using System.Collections.Frozen;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>Writes conditions as code.</summary>
/// <param name="phrases">Takes their phrases.</param>
/// <param name="fields">Takes the fields that they compare.</param>
/// <param name="runs">Takes the conditions that read raw text.</param>
/// <param name="answers">Takes the conditions that ask classifiers.</param>
/// <param name="shared">The conditions that several rules may use.</param>
internal sealed class RuleCodeBuilder(
    PhraseTable phrases,
    FieldTable fields,
    LiteralTerms runs,
    ClassifierTerms answers,
    IReadOnlySet<CompiledCondition> shared
)
{
    private readonly List<int> _code = [];
    private readonly List<int> _sharedStarts = [];
    private readonly List<PointTable> _pointTables = [];
    private readonly Dictionary<IReadOnlyList<Phrase>, int> _pointNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<LeafCondition> _leaves = [];
    private readonly List<int[][]> _leafTerms = [];
    private readonly Dictionary<CompiledCondition, int> _sharedNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<CompiledCondition> _unwritten = [];
    private readonly Dictionary<CompiledCondition, int> _asides = new(ReferenceEqualityComparer.Instance);
    private bool _isAside;

    /// <summary>Whether any condition reads quoted replies and signatures.</summary>
    public bool ReadsEverything { get; private set; }

    /// <summary>Writes the condition of a rule.</summary>
    /// <returns>Where it begins.</returns>
    public int Add(CompiledCondition condition)
    {
        var start = _code.Count;
        Write(condition);
        while (_unwritten.TryDequeue(out var next))
        {
            _sharedStarts[_sharedNumbers[next]] = _code.Count;
            WriteOut(next);
        }

        return start;
    }

    /// <summary>The conditions of which one must hold for the one that was written to hold, and where each begins.</summary>
    /// <param name="condition">The condition of a rule.</param>
    /// <param name="start">Where it begins.</param>
    public IEnumerable<(CompiledCondition Condition, int Start)> AlternativesOf(CompiledCondition condition, int start)
    {
        if (condition is not CombinedCondition { Combination: not Combination.None } combined || shared.Contains(condition))
            return [(condition, start)];
        if (combined.Children is [var only])
            return AlternativesOf(only, start);
        return combined.Combination == Combination.Any ? ChildrenOf(combined, start + 1) : [(condition, start)];
    }

    private IEnumerable<(CompiledCondition Condition, int Start)> ChildrenOf(CombinedCondition combined, int start)
    {
        foreach (var child in combined.CheapestFirst)
        {
            foreach (var alternative in AlternativesOf(child, start))
                yield return alternative;
            start += _code[start] >> 4;
        }
    }

    /// <summary>Writes a condition that is only run where a rule matches: no word or field is looked at for its sake.</summary>
    /// <returns>Where it begins.</returns>
    public int AddAside(CompiledCondition condition)
    {
        if (_asides.TryGetValue(condition, out var start))
            return start;
        _isAside = true;
        start = Add(condition);
        _isAside = false;
        _asides.Add(condition, start);
        return start;
    }

    public RuleCode Build()
    {
        var patterns = NumberPatterns(out var count);
        return new()
        {
            LeafPatterns = patterns,
            PatternCount = count,
            Code = [.. _code],
            Shared = [.. _sharedStarts],
            Leaves = [.. _leaves],
            LeafTerms = [.. _leafTerms],
            PointTables = [.. _pointTables],
            Elements = [.. phrases.Elements],
            PhraseStarts = [.. phrases.Starts],
            Lists = phrases.IndexLists(_pointTables),
            Tellings = phrases.Weigh(),
            EvenDenied = [.. phrases.EvenDenied],
            Signs = phrases.Signs.ToFrozenDictionary(),
            AcrossSentences = [.. phrases.AcrossSentences],
            MixedLists = [.. phrases.MixedLists],
            Exceptions = phrases.Exceptions.Any(list => list >= 0) ? [.. phrases.Exceptions] : [],
        };
    }

    private int[] NumberPatterns(out int count)
    {
        var patterns = _leaves
            .Select(leaf =>
                leaf is { Lookup: RegexLookup { Pattern: var pattern }, LookupField: null } ? (pattern, leaf.LookupPart) : default
            )
            .ToArray();
        var numbers = patterns
            .Where(pattern => pattern != default)
            .CountBy(pattern => pattern)
            .Where(uses => uses.Value > 1)
            .Select((uses, number) => KeyValuePair.Create(uses.Key, number))
            .ToDictionary();
        count = numbers.Count;
        return Array.ConvertAll(patterns, pattern => numbers.TryGetValue(pattern, out var number) ? number : -1);
    }

    private void Write(CompiledCondition condition)
    {
        if (!shared.Contains(condition))
        {
            WriteOut(condition);
            return;
        }

        if (!_sharedNumbers.TryGetValue(condition, out var number))
        {
            _sharedNumbers.Add(condition, number = _sharedStarts.Count);
            _sharedStarts.Add(0);
            _unwritten.Enqueue(condition);
        }

        Write(Opcode.Shared, [number]);
    }

    private void WriteOut(CompiledCondition condition)
    {
        switch (condition)
        {
            case CombinedCondition { Children: [var only], Combination: not Combination.None }:
                Write(only);
                break;
            case CombinedCondition combined:
                WriteCombined(combined);
                break;
            default:
                WriteLeaf((LeafCondition)condition);
                break;
        }
    }

    private void WriteCombined(CombinedCondition combined)
    {
        var start = _code.Count;
        _code.Add(0);
        foreach (var child in combined.CheapestFirst)
            Write(child);
        _code[start] = Header(
            _code.Count - start,
            combined.Combination switch
            {
                Combination.All => Opcode.All,
                Combination.Any => Opcode.Any,
                _ => Opcode.None,
            }
        );
    }

    private void WriteLeaf(LeafCondition leaf)
    {
        var lookup = leaf.Lookup;
        ReadsEverything |= lookup is not null && leaf is { LookupField: null, LookupPart: TextPart.Everything };
        if (lookup is PhraseLookup found && PartOf(leaf) is { } part && IsShort(found.Phrases))
        {
            WritePhrases(found, part);
            return;
        }

        if (lookup is PointsLookup pointed && PartOf(leaf) is { } read && IsShort(pointed.Phrases))
        {
            Write(Opcode.Points, [read, pointed.Needed, AddPoints(pointed)]);
            return;
        }

        if (lookup is ReadsLookup reads && !_isAside)
        {
            Write(Opcode.Answer, [_leaves.Count, answers.Add(leaf, reads)]);
            AddLeaf(leaf, []);
            return;
        }

        int[][]? terms = null;
        if (!_isAside && lookup is not ValueLookup && runs.Add(leaf, lookup))
        {
            terms = runs.Of(leaf);
            if (leaf.LookupField is { } field)
                fields.Add(field).HasWords = true;
        }

        Write(Opcode.Leaf, [_leaves.Count]);
        AddLeaf(leaf, terms ?? []);
    }

    private void AddLeaf(LeafCondition leaf, int[][] terms)
    {
        _leaves.Add(leaf);
        _leafTerms.Add(terms);
    }

    private int AddPoints(PointsLookup pointed)
    {
        if (_pointNumbers.TryGetValue(pointed.Phrases, out var number))
            return number;
        _pointNumbers.Add(pointed.Phrases, number = _pointTables.Count);
        _pointTables.Add(phrases.AddPoints(pointed));
        return number;
    }

    // No field is looked at for the sake of what is only run where a rule matches.
    private int? PartOf(LeafCondition leaf)
    {
        if (leaf.LookupField is not { } name)
            return (int)leaf.LookupPart;
        if (_isAside)
            return null;
        var field = fields.Add(name);
        field.HasWords = true;
        return field.Part;
    }

    private void WritePhrases(PhraseLookup found, int part)
    {
        IEnumerable<int> numbers = found.Phrases.Select(phrases.Add);
        switch (found.Relation)
        {
            case PhraseRelation.Any:
                Write(Opcode.AnyPhrase, [part, .. numbers]);
                break;
            case PhraseRelation.All:
                Write(Opcode.AllPhrases, [part, .. numbers]);
                break;
            default:
                Write(Opcode.Near, [part, found.Within, .. numbers]);
                break;
        }
    }

    private static bool IsShort(IReadOnlyList<Phrase> found) =>
        found.All(phrase => phrase.MaxWords <= ListPlaces.MaxLength && phrase.Exceptions is null or { MaxWords: <= ListPlaces.MaxLength });

    private void Write(Opcode opcode, ReadOnlySpan<int> operands)
    {
        _code.Add(Header(operands.Length + 1, opcode));
        _code.AddRange(operands);
    }

    private static int Header(int length, Opcode opcode) => (length << 4) | (int)opcode;
}
