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

/// <summary>Kleene's strong three-valued logic.</summary>
internal static class Kleene
{
    public static Truth And(Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(Truth truth) => (Truth)((int)Truth.True - (int)truth);
}
