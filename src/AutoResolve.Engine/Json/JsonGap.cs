namespace AutoResolve.Json;

/// <summary>The white space, commas and colons between two tokens.</summary>
/// <param name="End">Where the next token begins.</param>
/// <param name="Comma">The offset of the comma; null where there is none.</param>
/// <param name="DoubledComma">The offset of a second comma; null where there is none.</param>
internal readonly record struct JsonGap(int End, int? Comma, int? DoubledComma)
{
    public static JsonGap After(string text, int position)
    {
        int? comma = null;
        int? doubled = null;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == ',')
                (comma, doubled) = (comma ?? position, comma is null ? null : doubled ?? position);
            else if (c != ':' && !char.IsWhiteSpace(c))
                break;
        }

        return new JsonGap(position, comma, doubled);
    }
}
