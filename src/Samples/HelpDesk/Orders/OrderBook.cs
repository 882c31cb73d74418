using System.Collections.Concurrent;

namespace HelpDesk.Orders;

/// <summary>Stands for the system that has the orders. Those that begin with S have been sent.</summary>
internal sealed class OrderBook
{
    private readonly ConcurrentDictionary<string, bool> _cancelled = new(StringComparer.Ordinal);

    public bool IsCancelled(string order) => _cancelled.ContainsKey(order);

    /// <returns>False where it is too late. True also where it was cancelled before.</returns>
    public bool Cancel(string order)
    {
        if (order.StartsWith('S'))
            return false;
        _cancelled[order] = true;
        return true;
    }
}
