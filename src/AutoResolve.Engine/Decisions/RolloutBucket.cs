using System.Text;

namespace AutoResolve.Decisions;

/// <summary>Decides who is in a rollout: always the same for the same rule and key, on every machine.</summary>
internal static class RolloutBucket
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const ulong Buckets = 10_000;

    /// <remarks>FNV-1a, 64 bits, of the rule's id, a line feed and the key in UTF-8; a bucket is a hundredth of a percent.</remarks>
    public static bool Includes(string ruleId, string key, int percent)
    {
        var hash = OffsetBasis;
        foreach (var value in Encoding.UTF8.GetBytes($"{ruleId}\n{key}"))
            hash = unchecked((hash ^ value) * Prime);

        // The low bits of FNV are its weaker ones; fold the high ones in.
        return ((hash ^ (hash >> 32)) % Buckets) < (ulong)percent * 100;
    }
}
