namespace AutoResolve.Rules.Reading;

/// <summary>What keys an object of the format has.</summary>
/// <param name="Name">What a rule author calls the object: "a rule".</param>
/// <param name="Keys">All its keys, in the order of the reference.</param>
internal sealed record ObjectShape(string Name, IReadOnlyList<string> Keys);
