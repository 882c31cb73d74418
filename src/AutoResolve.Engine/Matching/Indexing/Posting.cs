namespace AutoResolve.Matching.Indexing;

/// <summary>What an anchor leads to.</summary>
/// <param name="Target">A rule, by its place in the index; or a group, as its complement.</param>
/// <param name="Scope">The scope of the rule, by its place in the index.</param>
/// <param name="FirstGuard">A term that must be somewhere in the issue; 0 for none.</param>
/// <param name="SecondGuard">Another.</param>
internal readonly record struct Posting(int Target, int Scope, int FirstGuard, int SecondGuard);
