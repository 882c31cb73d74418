namespace AutoResolve.Rules.Model;

/// <summary>How a value is compared with strings.</summary>
internal enum StringOperator
{
    Equals,
    Contains,
    StartsWith,
    EndsWith,
}
