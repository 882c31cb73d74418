namespace AutoResolve.Actions;

/// <summary>What the journal keeps of a stop, a demotion or an approval: who and why.</summary>
internal sealed record ControlContent(string By, string Reason);
