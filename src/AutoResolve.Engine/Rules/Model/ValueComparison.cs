namespace AutoResolve.Rules.Model;

/// <summary>One operator of a field or fact condition. <paramref name="Location"/> is the operator's key.</summary>
internal abstract record ValueComparison(SourceLocation Location);
