using AutoResolve.Matching;

namespace AutoResolve.Index.NearMisses;

/// <summary>Finds near misses and what is left out, of the issue that an <see cref="IndexSearch"/> has read.</summary>
/// <param name="index">The index.</param>
/// <param name="runner">Runs conditions on the issue.</param>
/// <param name="reader">Reads evidence of it.</param>
/// <param name="candidates">Has begun with the issue.</param>
internal sealed class NearMissSearch(RuleIndex index, ConditionRunner runner, MatchReader reader, CandidateFinder candidates)
{
    private readonly List<Hit> _hits = [];
    private readonly List<RequiredPart> _parts = [];
    private readonly TellingReader _telling = new(index.Code, runner);

    public NearMissResult Find(NearMissQuery query)
    {
        _hits.Clear();
        var found = candidates.FindActive(query.Matches);

        // Matching runs few regular expressions, for it looks for words first; here each candidate may have some.
        for (var at = 0; at < found.Count && !runner.Work.IsOver; at++)
            Evaluate(found[at], at, query);
        _hits.Sort();
        List<NearRule> misses = [];
        for (var at = 0; at < _hits.Count && misses.Count < query.MaxMisses; at++)
            misses.Add(Read(_hits[at]));
        return new NearMissResult(misses, query.WithLeftOut ? FindLeftOut() : []);
    }

    private List<RuleMatch> FindLeftOut()
    {
        List<RuleMatch> leftOut = [];
        foreach (var rule in candidates.FindLimited())
        {
            if (runner.Work.IsOver)
                break;
            if (runner.Run(index.Starts[rule]) == Truth.True)
                leftOut.Add(reader.Read(new RuleHit(rule, Truth.True)));
        }

        return leftOut;
    }

    private void Evaluate(int rule, int order, NearMissQuery query)
    {
        var parts = index.Near.PartsOf(rule);
        var (failed, held, isText, isMixed) = (-1, 0, false, false);
        for (var at = 0; at < parts.Length; at++)
        {
            var kind = KindOf(parts[at]);
            var truth = runner.Run(parts[at] >> 2);
            if (kind == PartKind.Unwanted ? truth != Truth.False : truth == Truth.False)
            {
                if (failed >= 0)
                    return;
                failed = at;
            }
            else if (kind != PartKind.Unwanted && truth == Truth.True)
            {
                held++;
                isText |= kind == PartKind.Text;
                isMixed |= kind == PartKind.Mixed;
            }
        }

        if (failed >= 0 && !runner.Work.IsOver && (isText || (isMixed && HoldsByText(rule))) && query.MayAct(index.Rules[rule]))
        {
            var telling = Telling(parts, failed);
            if (telling >= query.MinTelling)
                _hits.Add(new Hit(IsOf(query.Topic, index.Rules[rule].Rule.Type), telling, held, order, rule, failed));
        }
    }

    private int Telling(ReadOnlySpan<int> parts, int failed)
    {
        var telling = 0;
        for (var at = 0; at < parts.Length; at++)
        {
            if (at != failed && KindOf(parts[at]) != PartKind.Unwanted)
                telling += _telling.Read(parts[at] >> 2);
        }

        return telling;
    }

    private static PartKind KindOf(int part) => (PartKind)(part & 3);

    // Where parts are about the text and other things, only evidence says which of them made it hold.
    private bool HoldsByText(int rule)
    {
        foreach (var evidence in Read(rule))
        {
            if (evidence.Source is "text" or "title")
                return true;
        }

        return false;
    }

    private NearRule Read(Hit hit)
    {
        var evidence = Read(hit.Rule);
        var failed = _parts[hit.Failed];
        return new NearRule(index.Rules[hit.Rule], evidence, failed.Condition, failed.Kind == PartKind.Unwanted);
    }

    // The evidence of the parts that hold.
    private Evidence[] Read(int rule)
    {
        _parts.Clear();
        RequiredPart.FindAll(index.Rules[rule].When, index.Starts[rule], index.Code, _parts);
        foreach (var part in _parts)
        {
            if (part.Kind != PartKind.Unwanted && runner.Run(part.At) == Truth.True)
                reader.AddPart(part.At, part.Condition);
        }

        return reader.TakeEvidence();
    }

    private static bool IsOf(string? topic, string type) =>
        topic is not null && type.StartsWith(topic, StringComparison.Ordinal) && (type.Length == topic.Length || type[topic.Length] == '/');

    /// <summary>A rule that misses by one part.</summary>
    /// <param name="IsOfTopic">Whether it is of the topic that comes first.</param>
    /// <param name="Telling">How much those tell that hold.</param>
    /// <param name="Held">How many parts hold.</param>
    /// <param name="Order">Its place among the candidates, rarest first.</param>
    /// <param name="Rule">The rule.</param>
    /// <param name="Failed">The part.</param>
    private readonly record struct Hit(bool IsOfTopic, int Telling, int Held, int Order, int Rule, int Failed) : IComparable<Hit>
    {
        public int CompareTo(Hit other)
        {
            var order = other.IsOfTopic.CompareTo(IsOfTopic);
            if (order == 0)
                order = other.Telling.CompareTo(Telling);
            if (order == 0)
                order = other.Held.CompareTo(Held);
            return order == 0 ? Order.CompareTo(other.Order) : order;
        }
    }
}
