namespace AutoResolve.Matching.Conditions;

/// <summary>How conditions combine to one.</summary>
internal enum Combination
{
    All,
    Any,
    None,
}
