using AutoResolve.Journaling;
using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Says until when a customer has to answer.</summary>
internal sealed class AnswerDeadline(IOptionsMonitor<CaseOptions> options, TimeProvider timeProvider)
{
    /// <returns>When a case that has just asked is taken up again, and the calendar by which that is reckoned. It stays, whatever the
    /// options become.</returns>
    public ((DateTimeOffset Due, string DueFor) Next, string Calendar) Reckon()
    {
        var limits = options.CurrentValue;
        var calendar = BusinessCalendar.TryCreate(limits.BusinessHours, [])!;
        return ((calendar.Add(timeProvider.GetUtcNow(), limits.AnswerDeadline), CaseDue.Answer), calendar.Name);
    }
}
