namespace AutoResolve.Sources.Watching;

/// <summary>A file as it was at one moment.</summary>
/// <param name="Mark">What tells its state.</param>
/// <param name="IsFresh">Whether its mark may stay what it is while its content changes.</param>
/// <param name="Content">A hash of its content, or why there is none; null where nobody needs it.</param>
internal sealed record DiskFileMark(DiskMark Mark, bool IsFresh, string? Content);

/// <summary>What was on a disk at one moment.</summary>
/// <param name="End">Where the path to the source ends, without links; null where it leads nowhere.</param>
/// <param name="Places">What lies on the ways to the source, to its folders, and to what links in it lead to.</param>
/// <param name="Files">The files, by their names in the source.</param>
internal sealed record DiskStamp(string? End, IReadOnlyDictionary<string, DiskMark> Places, IReadOnlyDictionary<string, DiskFileMark> Files)
{
    /// <summary>Whether a way could not be followed, since that is not allowed.</summary>
    public bool IsDenied => Places.Values.Any(place => place.Kind == DiskKind.Denied);

    /// <summary>Whether nothing has changed from this one to a later one.</summary>
    public bool IsSame(DiskStamp later) =>
        HasSamePlaces(later) && Files.Count == later.Files.Count && Files.All(file => IsSame(file, later));

    /// <summary>Whether the ways lead where they led.</summary>
    public bool HasSamePlaces(DiskStamp later) =>
        Places.Count == later.Places.Count && Places.All(place => later.Places.TryGetValue(place.Key, out var mark) && mark == place.Value);

    /// <summary>Whether the ways lead where they led, as they are now.</summary>
    public bool HasPlaces() => Places.All(place => DiskMark.Of(place.Key) == place.Value);

    private static bool IsSame(KeyValuePair<string, DiskFileMark> file, DiskStamp later) =>
        later.Files.TryGetValue(file.Key, out var mark)
        && mark.Mark == file.Value.Mark
        && (!file.Value.IsFresh || file.Value.Content == mark.Content);
}
