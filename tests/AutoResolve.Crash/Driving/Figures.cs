using AutoResolve.Crash.Hosting;
using AutoResolve.Crash.Promises;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Driving;

/// <summary>What a run came to.</summary>
internal sealed class Figures
{
    public int Rounds { get; set; }
    public int Starts { get; private set; }
    public int WrongClocks { get; private set; }

    /// <summary>What was done to hosts.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>How often hosts stood still of themselves.</summary>
    public int Stalls { get; private set; }
    public int Cases { get; private set; }

    /// <summary>What was written in them, the issues themselves included.</summary>
    public int Turns { get; private set; }

    /// <summary>How often a host was handed something.</summary>
    public int Deliveries { get; private set; }
    public int Decisions { get; private set; }
    public int Effects { get; private set; }

    /// <summary>Effects that happened again, as idempotent ones may.</summary>
    public int Redone { get; private set; }

    /// <summary>Actions of which nobody knows whether they were done; a person has them.</summary>
    public int InDoubt { get; private set; }

    /// <summary>Cases of which a person was told.</summary>
    public int Escalated { get; private set; }

    /// <summary>Deliveries that a person got since the journal could not be used.</summary>
    public int Unwritten { get; private set; }
    public int ApprovalsAsked { get; private set; }
    public int Approved { get; private set; }

    /// <summary>Approvals that were refused, as they had to be.</summary>
    public Dictionary<Forbidden, int> Refused { get; } = Enum.GetValues<Forbidden>().ToDictionary(why => why, _ => 0);

    public List<string> Violations { get; } = [];

    public void Add(Remains remains, HostPool pool, Courier courier)
    {
        Starts += pool.Starts;
        WrongClocks += pool.WrongClocks;
        Faults.AddRange(remains.Faults.Where(fault => fault.IsDone));
        Stalls += Stalled(remains);
        Cases += remains.Deliveries.DistinctBy(delivery => delivery.Case).Count();
        Turns += remains.Deliveries.SelectMany(delivery => delivery.Heard, (delivery, heard) => (delivery.Case, heard)).Distinct().Count();
        Deliveries += courier.Attempts;
        Decisions += Count(remains, JournalEntryKind.Decision);
        Effects += remains.Calls.DistinctBy(call => (call.Kind, call.Key)).Count();
        Redone += remains.Calls.Count - remains.Calls.DistinctBy(call => (call.Kind, call.Key)).Count();
        InDoubt += remains.Entries.Count(entry => entry is { Kind: JournalEntryKind.ActionResult, Label: "inDoubt" });
        Escalated += remains.Calls.Where(call => call.Kind == CallKinds.Escalate).DistinctBy(call => call.Case).Count();
        Unwritten += remains.Deliveries.Count(delivery => delivery.Answer.IsUnwritten);
        ApprovalsAsked += Count(remains, JournalEntryKind.ApprovalRequest);
        Approved += Count(remains, JournalEntryKind.Approval);
        foreach (var why in Enum.GetValues<Forbidden>())
            Refused[why] += remains.Approvings.Count(one => one.Answer.Refusal is not null && one.Forbidden == why);
    }

    // Where the run itself stopped the host, or cut it off, that is no news.
    private static int Stalled(Remains remains)
    {
        var caused = remains.Faults.Where(fault => fault.IsDone).ToList();
        return remains
            .Faults.Where(stall => stall.Kind == FaultKind.Stalled)
            .Where(stall => !caused.Exists(fault => fault.Hit(stall.Host!) && fault.From <= stall.Until && fault.Until >= stall.From))
            .DistinctBy(stall => (stall.Host, stall.From))
            .Count();
    }

    private static int Count(Remains remains, JournalEntryKind kind) => remains.Entries.Count(entry => entry.Kind == kind);
}
