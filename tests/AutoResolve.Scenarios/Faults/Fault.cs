namespace AutoResolve.Scenarios.Faults;

/// <summary>What goes wrong with one write of the journal.</summary>
/// <param name="Write">Which write of the run, over all hosts, from 1.</param>
/// <param name="Kind">How.</param>
internal sealed record Fault(int Write, FaultKind Kind)
{
    public override string ToString() => $"{Kind} at write {Write}";
}
