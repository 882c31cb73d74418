using AutoResolve.Intake.Records;

namespace AutoResolve.Intake.Dates;

/// <summary>Makes the order of dates of a file.</summary>
internal static class DateOrders
{
    /// <param name="options">How it is read.</param>
    /// <param name="path">The file, which is looked through for a date that shows the order; null where it can be read only once.</param>
    public static DateOrder Of(ReadingOptions options, string? path) =>
        new(options.IsDayFirst, path is null || !File.Exists(path) ? null : order => Look(options, path, order));

    private static void Look(ReadingOptions options, string path, DateOrder order)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var number = 0;
        foreach (var record in RecordSource.Read(stream, options, path, needsText: false))
        {
            number++;
            if (record.Values?.Find("date") is { Value: var date })
                order.See(number, date);
        }
    }
}
