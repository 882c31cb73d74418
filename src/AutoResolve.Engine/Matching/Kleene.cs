namespace AutoResolve.Matching;

/// <summary>Kleene's strong three-valued logic.</summary>
internal static class Kleene
{
    public static Truth And(Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(Truth truth) => (Truth)((int)Truth.True - (int)truth);
}
