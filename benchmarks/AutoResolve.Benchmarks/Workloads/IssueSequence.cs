namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Gives issues one after the other, again and again, so that one operation is one issue.</summary>
internal sealed class IssueSequence(IReadOnlyList<Issue> issues)
{
    private readonly Issue[] _issues = [.. issues];
    private int _next;

    public Issue Next()
    {
        if (_next == _issues.Length)
            _next = 0;
        return _issues[_next++];
    }
}
