using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace AutoResolve.Words;

/// <summary>Reads words that hold more than ASCII letters and digits, character by character.</summary>
internal sealed class MixedWordReader
{
    // A character folds to at most 18 characters of three bytes each (NFKD of U+FDFA).
    private const int MaxFoldedLength = 64 + WordScanner.Padding;

    private byte[] _folded = new byte[MaxFoldedLength];
    private int _length;

    // The word being read: where it starts (-1 when there is none), and where its last character ended.
    private int _start = -1;
    private int _end;
    private bool _isIdeograph;

    /// <param name="text">The characters between two ASCII separators.</param>
    /// <param name="offset">Where they stand in the whole text.</param>
    /// <param name="sink">Takes the words.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read<TSink>(ReadOnlySpan<char> text, int offset, ref TSink sink)
        where TSink : struct, ITokenConsumer
    {
        for (var at = 0; at < text.Length; )
        {
            var status = Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            if (status == OperationStatus.Done)
                Add(FoldedCharacter.Of(rune), offset + at, length, ref sink);
            else
                EndWord(ref sink);
            at += length;
        }

        EndWord(ref sink);
        if (sink.WantsRuns)
            ReadRuns(text, ref sink);
    }

    private void Add<TSink>(FoldedCharacter character, int at, int length, ref TSink sink)
        where TSink : struct, ITokenConsumer
    {
        var kind = character.Class;
        if (kind == CharacterClass.Separator)
            EndWord(ref sink);
        if (kind is CharacterClass.Letter or CharacterClass.Ideograph)
            Begin(at, kind == CharacterClass.Ideograph, ref sink);
        if (kind is CharacterClass.Separator or CharacterClass.Apostrophe or CharacterClass.Invisible || _start < 0)
            return;
        Append(character.Folded);
        _end = at + length;
    }

    // Only marks may follow an ideograph in its word.
    private void Begin<TSink>(int at, bool isIdeograph, ref TSink sink)
        where TSink : struct, ITokenConsumer
    {
        if (isIdeograph || _isIdeograph)
            EndWord(ref sink);
        if (_start < 0)
            (_start, _isIdeograph) = (at, isIdeograph);
    }

    private void EndWord<TSink>(ref TSink sink)
        where TSink : struct, ITokenConsumer
    {
        if (_start >= 0 && _length > 0)
            sink.AddWord(_folded, 0, _length, _start, _end);
        (_start, _isIdeograph, _length) = (-1, false, 0);
    }

    private void ReadRuns<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, ITokenConsumer
    {
        _length = 0;
        foreach (var unit in text)
        {
            var letter = AsciiRuns.Fold(unit);
            if (letter != 0)
            {
                Append([letter]);
            }
            else if (_length > 0)
            {
                sink.AddRun(_folded, 0, _length);
                _length = 0;
            }
        }

        if (_length > 0)
            sink.AddRun(_folded, 0, _length);
        _length = 0;
    }

    private void Append(ReadOnlySpan<byte> folded)
    {
        if (_length + folded.Length + WordScanner.Padding > _folded.Length)
            Array.Resize(ref _folded, _folded.Length * 2);
        folded.CopyTo(_folded.AsSpan(_length));
        _length += folded.Length;
    }
}
