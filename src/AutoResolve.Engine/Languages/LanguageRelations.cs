using System.Collections.Frozen;

namespace AutoResolve.Languages;

/// <summary>Whether a text that is taken to be in one language may be in another.</summary>
/// <remarks>What is not known of a language excludes nothing: a text is certainly in another language only where that is known.</remarks>
internal static class LanguageRelations
{
    private const string OnlyScript = "und-";

    // Codes for what is one language to whoever writes rules.
    private const string Codes = """
        no=nb,nn,nor,nob,nno tl=fil,tgl he=iw,heb id=in,ind yi=ji,yid jv=jw,jav ro=mo,ron,rum zh=cmn,zho,chi ar=arb,ara fa=prs,fas,per
        en=eng es=spa fr=fra,fre de=deu,ger pt=por it=ita nl=nld,dut vi=vie ca=cat gl=glg sv=swe da=dan fi=fin hu=hun pl=pol cs=ces,cze
        sk=slk,slo hr=hrv tr=tur af=afr eu=eus,baq ht=hat ru=rus uk=ukr be=bel bg=bul sr=srp mk=mkd,mac kk=kaz ur=urd hi=hin mr=mar
        ne=nep ja=jpn el=ell,gre ko=kor th=tha
        """;

    // Which scripts languages are written in by many.
    private const string Scripts = """
        Latn=en,es,fr,de,pt,it,nl,vi,tl,ca,gl,ro,sv,da,no,fi,hu,pl,cs,sk,hr,tr,id,af,eu,ht,et,lv,lt,sl,sq,is,ga,cy,gd,mt,lb,br,oc,co,fy
        Latn=eo,la,sw,zu,xh,st,tn,yo,ig,so,om,rw,mg,sn,ny,mi,sm,to,haw,fj,hmn,jv,su,ceb,ilo,qu,gn,ay,fo,ast,an,scn,nds,gsw,sr,bs,sh,az
        Latn=uz,tk,ku,ms,ha,wo,gag,crh,tt
        Cyrl=ru,uk,be,bg,sr,mk,kk,ky,tg,tt,ba,cv,os,ce,ab,av,mn,uz,az,bs,sh,rue,kv,udm,sah,tyv,bua,xal,kaa,crh,gag,tk,ug,ku,kbd,ady,inh
        Cyrl=lez,krc,nog,mhr,myv,mdf
        Arab=ar,fa,ur,ps,sd,ckb,ku,ug,ks,pnb,pa,bal,kk,ky,uz,tg,az,tk,ms,ha,so,sw,arz,ary,apc,aeb,afb,acm,arq,ajp,lrc,mzn,glk,skr
        Hani=zh,yue,wuu,nan,hak,gan,lzh,ja,ko Deva=hi,mr,ne,sa,bho,mai,kok,doi,awa,mag,new,brx,sd,ks Beng=bn,as,mni Tibt=bo,dz
        Ethi=am,ti,tig,gez,om Grek=el Hebr=he,yi,lad Armn=hy Geor=ka,xmf Hang=ko Thai=th Laoo=lo Mymr=my Khmr=km Taml=ta Telu=te
        Knda=kn Mlym=ml Sinh=si Gujr=gu Guru=pa Orya=or
        """;

    // Languages that are not told, and texts in which may be told as one that is.
    private const string Neighbours = """
        en=sco es=an,ast,ext,lad fr=oc,wa,pcd,frp de=lb,gsw,nds,bar,ksh pt=mwl it=co,scn,nap,vec,lmo,fur,lij,pms,sc nl=li,fy,vls,zea,nds
        ca=oc ro=rup da=fo no=fo is=fo tl=ceb,ilo,hil,war,pam id=ms,jv,su,min hr=bs,sr,sh,sl,cnr sr=bs,sh,cnr cs=hsb,dsb pl=szl,csb
        tr=az,tk,gag,crh fi=et,krl ru=rue,cv uk=rue bg=mk mk=bg kk=ky,tt,ba,kaa ar=arz,ary,apc,aeb,afb,acm,arq,ajp
        fa=ckb,ku,ps,tg,lrc,mzn,glk
        ur=pnb,pa,sd,ks,skr hi=bho,mai,awa,mag,sa,kok,doi,new mr=kok,sa zh=yue,wuu,nan,hak,gan,lzh he=yi,lad ht=gcf,mfe,rcf
        """;

    private static readonly FrozenDictionary<string, string> ByCode = Entries(Codes)
        .SelectMany(entry => entry.Members.Select(code => KeyValuePair.Create(code, entry.Name)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string[]> ScriptsOf = Entries(Scripts)
        .SelectMany(entry => entry.Members.Select(language => (Language: language, Script: entry.Name)))
        .GroupBy(entry => entry.Language, entry => entry.Script, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string[]> NeighboursOf = Entries(Neighbours)
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Members, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text may be in a language.</summary>
    /// <param name="taken">What it is taken to be in: a tag; only the script, as in <c>und-Cyrl</c>; empty where nothing is known.</param>
    /// <param name="language">The tag of the language.</param>
    public static bool MayBe(ReadOnlySpan<char> taken, ReadOnlySpan<char> language)
    {
        if (taken.IsEmpty || AreSame(taken, language))
            return true;
        return IsOnlyScript(taken)
            ? MayBeWrittenIn(taken[OnlyScript.Length..], language)
            : IsAmong(NeighboursOf, CodeOf(taken), CodeOf(language));
    }

    /// <summary>Whether a tag says no more than how something is written.</summary>
    public static bool IsOnlyScript(ReadOnlySpan<char> tag) => tag.StartsWith(OnlyScript, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is certainly in no language of a tag.</summary>
    /// <param name="read">What was read of it.</param>
    /// <param name="language">The tag.</param>
    public static bool IsCertainlyNot(string read, ReadOnlySpan<char> language) =>
        read == Script.NotEnglish ? AreSame(language, LanguageTable.Instance.Tags[LanguageTable.English]) : !MayBe(read, language);

    /// <summary>Whether two tags name one language, whatever their regions: <c>nb</c> and <c>no</c>, <c>fil</c> and <c>tl-PH</c>.</summary>
    public static bool AreSame(ReadOnlySpan<char> tag, ReadOnlySpan<char> other) =>
        CodeOf(tag).Equals(CodeOf(other), StringComparison.OrdinalIgnoreCase);

    // Of Latin letters it is only certain that they are no English; and whoever lacks a keyboard writes any language in them.
    private static bool MayBeWrittenIn(ReadOnlySpan<char> script, ReadOnlySpan<char> language) =>
        script.Equals("Latn", StringComparison.OrdinalIgnoreCase)
        || !ScriptsOf.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(CodeOf(language))
        || IsAmong(ScriptsOf, CodeOf(language), script);

    private static bool IsAmong(FrozenDictionary<string, string[]> table, ReadOnlySpan<char> key, ReadOnlySpan<char> sought)
    {
        if (!table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var all))
            return false;
        foreach (var one in all)
        {
            if (sought.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> CodeOf(ReadOnlySpan<char> tag)
    {
        var primary = LanguageTag.Primary(tag);
        return ByCode.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(primary, out var code) ? code : primary;
    }

    private static IEnumerable<(string Name, string[] Members)> Entries(string table) =>
        from entry in table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        let parts = entry.Split('=')
        select (parts[0], parts[1].Split(','));
}
