namespace AutoResolve.Oracles;

/// <summary>A rule that fails by one condition.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Pointer">The condition.</param>
/// <param name="Held">How many conditions hold.</param>
/// <param name="Telling">How much those tell that hold.</param>
/// <param name="Evidence">What made them hold.</param>
internal sealed record OracleMiss(string Id, string Pointer, int Held, int Telling, IReadOnlyList<Evidence> Evidence);
