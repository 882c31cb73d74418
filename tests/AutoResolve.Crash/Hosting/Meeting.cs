namespace AutoResolve.Crash.Hosting;

/// <summary>
/// Has one call of all hosts last until another host makes it, too: what hosts do at once is then seen however slow the machine is.
/// </summary>
internal sealed class Meeting(HostSettings settings)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <param name="key">The key of a call that is being made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(string key, CancellationToken cancellationToken)
    {
        TryCreate($"{key}.{settings.Name}.made");

        // One alone: hosts that all waited would take nothing up.
        if (!TryCreate("meeting"))
            return;
        while (Directory.GetFiles(settings.Folder, $"{key}.*.made").Length < 2)
            await Task.Delay(Poll, cancellationToken);
    }

    private bool TryCreate(string name)
    {
        try
        {
            using var file = new FileStream(Path.Combine(settings.Folder, name), FileMode.CreateNew);
            return true;
        }
        catch (IOException) when (File.Exists(Path.Combine(settings.Folder, name)))
        {
            return false;
        }
    }
}
