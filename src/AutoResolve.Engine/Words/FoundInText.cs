namespace AutoResolve.Words;

/// <summary>What was found in a text besides words, for who looks for it again.</summary>
/// <param name="text">The text.</param>
internal sealed class FoundInText(TokenizedText text)
{
    private readonly TextCharacters _characters = new();
    private readonly List<(string Name, string? Value)> _values = [];
    private TextWords? _words;
    private bool _knowsCharacters;
    private bool _knowsWords;

    /// <summary>The characters that it has.</summary>
    public TextCharacters Characters
    {
        get
        {
            if (!_knowsCharacters)
                _characters.Read(text.Text);
            _knowsCharacters = true;
            return _characters;
        }
    }

    /// <summary>The words that what is read of it may have.</summary>
    public TextWords Words
    {
        get
        {
            _words ??= new TextWords();
            if (!_knowsWords)
                _words.Read(text.Text, text.Ranges);
            _knowsWords = true;
            return _words;
        }
    }

    /// <summary>Begins with another text.</summary>
    public void Clear()
    {
        (_knowsCharacters, _knowsWords) = (false, false);
        _values.Clear();
    }

    /// <summary>A value that was looked for by a name.</summary>
    /// <returns>False where it was not looked for, or not to the end.</returns>
    public bool TryGetValue(string name, out string? value)
    {
        foreach (var known in _values)
        {
            if (known.Name != name)
                continue;
            value = known.Value;
            return true;
        }

        value = null;
        return false;
    }

    /// <summary>Remembers a value that was looked for by a name; null where there is none.</summary>
    public void AddValue(string name, string? value)
    {
        if (text.Work?.IsOver != true)
            _values.Add((name, value));
    }
}
