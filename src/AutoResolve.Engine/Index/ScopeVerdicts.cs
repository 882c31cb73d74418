using AutoResolve.Matching;

namespace AutoResolve.Index;

/// <summary>Which scopes take an issue, each compared once, and the partitions of the index in which rules for it may stand.</summary>
internal sealed class ScopeVerdicts(ScopeTable scopes)
{
    private const int AllIssues = 0;

    // By scope: the issue for which it was last compared.
    private readonly (int Epoch, bool Takes)[] _verdicts = new (int, bool)[scopes.Count];
    private readonly List<int> _partitions = [];
    private int _epoch;
    private MatchInput _issue = null!;

    /// <summary>Whether the languages of sets do not count; set before <see cref="Begin"/>.</summary>
    public bool TakesAnyLanguage { get; set; }

    /// <summary>That of all issues first.</summary>
    public List<int> Partitions => _partitions;

    /// <summary>Begins with another issue.</summary>
    public void Begin(MatchInput issue)
    {
        if (++_epoch == int.MaxValue)
        {
            Array.Clear(_verdicts);
            _epoch = 1;
        }

        _issue = issue;
        _partitions.Clear();
        _partitions.Add(AllIssues);
        scopes.FindPartitions(issue, _partitions);
    }

    /// <summary>Lets go of the issue.</summary>
    public void Clear() => _issue = null!;

    public bool Takes(int scope)
    {
        ref var verdict = ref _verdicts[scope];
        if (verdict.Epoch != _epoch)
            verdict = (
                _epoch,
                TakesAnyLanguage ? ScopeTest.TakesInAnyLanguage(scopes[scope], _issue) : ScopeTest.Takes(scopes[scope], _issue)
            );
        return verdict.Takes;
    }
}
