using CsCheck;

namespace AutoResolve.Tests.Journals;

/// <summary>Something a host does with a case. Few cases and keys, so that they meet often; versions near the one it has.</summary>
/// <param name="Case">Which case.</param>
/// <param name="Version">The version that it is believed to have; where it is believed to have the right one, that is -1.</param>
/// <param name="IsRenewal">Whether only the lease is renewed.</param>
/// <param name="TakesUp">Whether it is taken up.</param>
/// <param name="Lease">For how many units; null to let it go.</param>
/// <param name="Keys">The keys of the entries that are written with it.</param>
internal sealed record CaseStep(int Case, int Version, bool IsRenewal, bool TakesUp, int? Lease, int[] Keys)
{
    private static readonly Gen<CaseStep> Step =
        from number in Gen.Int[0, 2]
        from version in Gen.Frequency((4, Gen.Const(-1)), (1, Gen.Int[0, 4]))
        from isRenewal in Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))
        from takesUp in Gen.Bool
        from lease in Gen.Frequency((1, Gen.Const((int?)null)), (3, Gen.Int[0, 4].Select(units => (int?)units)))
        from keys in Gen.Int[0, 15].Array[0, 2]
        select new CaseStep(number, version, isRenewal, takesUp, lease, keys);

    /// <summary>Rounds in each of which one host does a few things at once; then some time passes.</summary>
    public static Gen<(int Host, CaseStep[] Steps, int Units)[]> Rounds { get; } =
        Gen.Select(Gen.Int[0, 1], Step.Array[1, 6], Gen.Int[0, 3]).Array[1, 8];
}
