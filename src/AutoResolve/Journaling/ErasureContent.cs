namespace AutoResolve.Journaling;

/// <summary>What the journal keeps of an erasure.</summary>
/// <param name="By">Who erased.</param>
internal sealed record ErasureContent(string By);
