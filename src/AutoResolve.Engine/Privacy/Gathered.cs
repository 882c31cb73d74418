using System.Buffers;

namespace AutoResolve.Privacy;

/// <summary>What is found in a text one after the other, at first in the room that is given: most texts need no more.</summary>
/// <param name="room">The first room.</param>
internal ref struct Gathered<T>(Span<T> room)
    where T : unmanaged
{
    private Span<T> _room = room;
    private T[]? _rented;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<T> All => _room[..Count];

    public void Add(T one)
    {
        if (Count == _room.Length)
            Grow();
        _room[Count++] = one;
    }

    /// <summary>Gives back what was rented.</summary>
    public readonly void Dispose()
    {
        if (_rented is not null)
            ArrayPool<T>.Shared.Return(_rented);
    }

    private void Grow()
    {
        var rented = ArrayPool<T>.Shared.Rent(_room.Length * 2);
        _room.CopyTo(rented);
        Dispose();
        _room = _rented = rented;
    }
}
