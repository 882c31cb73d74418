using AutoResolve.Json;
using AutoResolve.Operators.Facts;
using AutoResolve.Operators.Fields;

namespace AutoResolve.Rules;

/// <summary>A condition as read. See rules/docs/format.md for the meaning of each kind.</summary>
/// <param name="Location">Where the JSON object of the condition begins.</param>
internal abstract record Condition(SourceLocation Location);

/// <summary>
/// A leaf that reads text: of the issue, or of the field that <see cref="FieldCondition"/> or <see cref="FactCondition"/> names.
/// </summary>
internal abstract record TextCondition(TextPart In, SourceLocation Location) : Condition(Location);

/// <summary>Which part of the text a leaf reads.</summary>
internal enum TextPart
{
    /// <summary>The customer's own words in title and text.</summary>
    OwnWords = 0,

    /// <summary>The title only.</summary>
    Title,

    /// <summary>The customer's own words in the text.</summary>
    Text,

    /// <summary>Title and text with quoted replies and signatures.</summary>
    Everything,
}

/// <summary>One operator of a field or fact condition. <paramref name="Location"/> is the operator's key.</summary>
internal abstract record ValueComparison(SourceLocation Location);
