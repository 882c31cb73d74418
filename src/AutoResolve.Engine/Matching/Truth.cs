namespace AutoResolve.Matching;

/// <summary>
/// What is known of a condition, in Kleene's three-valued logic. Unknown comes from facts that were not looked up or have no value.
/// </summary>
internal enum Truth
{
    False = 0,
    Unknown,
    True,
}
