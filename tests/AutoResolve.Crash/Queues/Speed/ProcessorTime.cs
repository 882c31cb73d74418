using System.Globalization;

namespace AutoResolve.Crash.Queues.Speed;

/// <summary>How long processes have had a processor, as Linux tells it.</summary>
internal static class ProcessorTime
{
    private const int TicksPerSecond = 100;

    // Counted from the state, which is the first after the name.
    private const int Parent = 1;
    private const int User = 11;
    private const int System = 12;
    private const int EndedUser = 13;
    private const int EndedSystem = 14;

    /// <summary>A process with all that it has begun, also what has ended since.</summary>
    public static TimeSpan Of(int process)
    {
        var fields = Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Fields: Read(id)))
            .Where(each => each.Fields.Length > EndedSystem)
            .ToDictionary(each => each.Id, each => each.Fields);
        var children = fields.ToLookup(each => (int)each.Value[Parent], each => each.Key);
        return TimeSpan.FromSeconds(Ticks(process) / (double)TicksPerSecond);

        long Ticks(int id) =>
            fields.TryGetValue(id, out var own) ? own[User] + own[System] + own[EndedUser] + own[EndedSystem] + children[id].Sum(Ticks) : 0;
    }

    // It may have ended meanwhile.
    private static long[] Read(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return
            [
                .. text[(text.LastIndexOf(')') + 2)..]
                    .Split(' ')
                    .Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0),
            ];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
