namespace AutoResolve.Rules.Model;

/// <summary>
/// A leaf that reads text: of the issue, or of the field that <see cref="FieldCondition"/> or <see cref="FactCondition"/> names.
/// </summary>
internal abstract record TextCondition(TextPart In, SourceLocation Location) : Condition(Location);
