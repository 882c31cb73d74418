namespace AutoResolve.Journaling;

/// <summary>Whether the last write of this host failed.</summary>
internal sealed class JournalHealth
{
    private volatile bool _isFailing;

    public bool IsFailing
    {
        get => _isFailing;
        set => _isFailing = value;
    }
}
