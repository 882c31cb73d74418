using System.Collections.Frozen;

namespace AutoResolve.Seen.Disguises;

/// <summary>Letters of other scripts that look like Latin ones.</summary>
/// <remarks>Those of Unicode's confusables (UTS #39) that are written in Cyrillic, Greek, Armenian and as phonetic signs.</remarks>
internal static class Lookalikes
{
    private const string Pairs =
        "аa еe оo рp сc уy хx іi ѕs јj ԁd һh ԛq ԝw ӏl вb мm нh тt кk пn гr ьb зe Аa Вb Еe Кk Мm Нh Оo Рp Сc Тt Уy Хx Іi Ѕs Јj "
        + "αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx "
        + "օo սu ոn հh ցg զq ѵv ɑa ɡg ɩi ɪi ʀr ʏy ʟl ɴn ʙb ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜱs ɢg ʜh ꜰf";

    private static readonly FrozenDictionary<char, string> Letters = Pairs
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(pair => pair.Length >= 2)
        .DistinctBy(pair => pair[0])
        .ToFrozenDictionary(pair => pair[0], pair => pair[^1..]);

    /// <summary>The letter that one looks like; empty where it looks like none, or is Latin itself.</summary>
    public static ReadOnlySpan<char> LetterOf(char letter) => letter >= '\u0250' && Letters.TryGetValue(letter, out var plain) ? plain : [];
}
