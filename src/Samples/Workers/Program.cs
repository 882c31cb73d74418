using System.Globalization;
using Workers;

switch (args)
{
    case ["work"]:
        await WorkerHost.RunAsync();
        return 0;
    case ["produce", var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var issues):
        return await Producer.RunAsync(issues);
    default:
        Console.Error.WriteLine("Workers work | Workers produce COUNT");
        return 2;
}
