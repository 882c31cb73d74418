using System.Security.Cryptography;
using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Begins work on cases.</summary>
internal sealed class CaseSessions(
    IJournal journal,
    JournalHealth health,
    HostEnd end,
    IOptionsMonitor<ActionOptions> options,
    TimeProvider timeProvider,
    ILogger<CaseSession> logger
)
{
    private readonly string _host = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private long _begun;

    /// <param name="found">The case as it was read; null where there is none yet.</param>
    /// <param name="reference">The case.</param>
    public CaseSession Begin(CaseRecord? found, CaseReference reference) =>
        new(
            journal,
            found,
            reference,
            $"{_host}-{Interlocked.Increment(ref _begun)}",
            options.CurrentValue.Lease,
            timeProvider,
            logger,
            health,
            end
        );
}
