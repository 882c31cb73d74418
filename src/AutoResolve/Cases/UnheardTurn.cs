namespace AutoResolve.Cases;

/// <summary>A turn as the journal keeps it, that no decision has heard yet.</summary>
/// <param name="Turn">The turn, in which personal data is masked.</param>
/// <param name="Masked">What of it is masked.</param>
/// <param name="Waits">Whether it waits for its case; else it was recorded, since it added nothing.</param>
internal sealed record UnheardTurn(Turn Turn, IReadOnlyList<string> Masked, bool Waits);
