namespace AutoResolve.Words;

/// <summary>Takes the words of a text as <see cref="WordScanner"/> finds them.</summary>
internal interface ITokenConsumer
{
    /// <summary>Whether it wants <see cref="AddRun"/> to be called.</summary>
    bool WantsRuns { get; }

    /// <param name="buffer">Holds the folded word in UTF-8; valid during the call. At least <see cref="WordScanner.Padding"/> bytes
    /// behind the word can be read.</param>
    /// <param name="at">Where in the buffer the word starts.</param>
    /// <param name="length">Its length in the buffer.</param>
    /// <param name="start">Its first UTF-16 position in the text.</param>
    /// <param name="end">The position after its last.</param>
    void AddWord(byte[] buffer, int at, int length, int start, int end);

    /// <summary>
    /// Takes a longest run of ASCII letters and digits, where it is not a word by itself: both parts of "can't". In lower case.
    /// </summary>
    void AddRun(byte[] buffer, int at, int length);

    /// <summary>Nothing goes on from here to the next range.</summary>
    void EndRange();
}
