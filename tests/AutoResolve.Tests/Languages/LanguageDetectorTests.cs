using AutoResolve.Languages;
using AutoResolve.Words;

namespace AutoResolve.Tests.Languages;

/// <summary>Which language is told of a text, and of which none is.</summary>
public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("I cannot sign in to my account", "en")]
    [InlineData("No puedo entrar a mi cuenta", "es")]
    [InlineData("NO PUEDO ENTRAR A MI CUENTA", "es")]
    [InlineData("olvide mi contrasena y no me llega el correo", "es")]
    [InlineData("Je n'arrive pas à me connecter", "fr")]
    [InlineData("j ai pas recu mon colis", "fr")]
    [InlineData("Ich kann mich nicht anmelden", "de")]
    [InlineData("kann meine frau fuer mich anrufen", "de")]
    [InlineData("Não consigo entrar na minha conta", "pt")]
    [InlineData("nao recebi o codigo de verificacao", "pt")]
    [InlineData("Non riesco ad accedere al mio account", "it")]
    [InlineData("Ik kan niet inloggen op mijn account", "nl")]
    [InlineData("Tôi không thể đăng nhập", "vi")]
    [InlineData("toi khong dang nhap duoc", "vi")]
    [InlineData("Hindi ako makapasok sa account ko", "tl")]
    [InlineData("No puc entrar al meu compte amb aquesta contrasenya", "ca")]
    [InlineData("Nie mogę zalogować się do mojego konta", "pl")]
    public void Find_Sentence_IsItsLanguage(string text, string language) => Assert.Equal(language, Told.Of(text));

    [Theory]
    [InlineData("Не могу войти в аккаунт, пожалуйста помогите", "ru")]
    [InlineData("Не можу увійти в обліковий запис, допоможіть", "uk")]
    [InlineData("Калі ласка", "und-Cyrl")]
    [InlineData("Δεν μπορώ να συνδεθώ", "el")]
    [InlineData("אני לא מצליח להיכנס", "he")]
    [InlineData("لا يمكنني تسجيل الدخول إلى حسابي", "ar")]
    [InlineData("ฉันเข้าสู่ระบบไม่ได้", "th")]
    [InlineData("我无法登录我的账户", "zh")]
    [InlineData("支払方法変更", "und-Hani")]
    [InlineData("ログインできません", "ja")]
    [InlineData("로그인이 안 돼요", "ko")]
    [InlineData("मैं लॉग इन नहीं कर पा रहा हूं", "hi")]
    public void Find_OtherScript_IsItsLanguageOrScript(string text, string language) => Assert.Equal(language, Told.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("no")]
    [InlineData("OK gracias")]
    [InlineData("login password reset")]
    [InlineData("Error 500 Internal Server Error")]
    [InlineData("21-526EZ")]
    [InlineData("555-0142")]
    [InlineData("Maria de los Santos")]
    [InlineData("Calle de la Rosa, Avenida de los Insurgentes, Plaza de la Constitución, Calle de las Flores")]
    [InlineData("San Juan de los Lagos, El Paso de la Amada, Los Angeles, La Puente, Santa Maria del Oro, Las Cruces")]
    [InlineData("Rue de la Paix, Avenue des Champs, Place de la Concorde, Boulevard de la Villette")]
    [InlineData("José de la Cruz y Ortega")]
    [InlineData("van der Berg, Jan")]
    [InlineData("Hotel La Paloma, Via Roma 12")]
    [InlineData("info@la-casa-de-los-libros.es")]
    [InlineData("https://www.example.de/mein-konto/ich-kann-mich-nicht-anmelden")]
    [InlineData("No puedo entrar a mi cuenta, I cannot sign in to my account, please help me soon")]
    [InlineData("Cписок")]
    public void Find_NamesCodesAndMixtures_IsNone(string text) => Assert.Null(Told.Of(text));

    [Theory]
    [InlineData("Jeg får ikke logget inn på kontoen min, kan dere hjelpe meg så fort som mulig?")]
    [InlineData("Mwen pa ka konekte nan kont mwen, tanpri ede m, mwen bezwen wè randevou mwen yo")]
    [InlineData("En pääse kirjautumaan tililleni, voitteko auttaa minua mahdollisimman pian")]
    [InlineData("Hesabıma giriş yapamıyorum, lütfen bana yardım eder misiniz, şifremi unuttum")]
    [InlineData("Siwezi kuingia kwenye akaunti yangu, tafadhali nisaidie haraka iwezekanavyo")]
    public void Find_LanguageThatIsNotKnown_IsNoneButEnglishNeither(string text) =>
        Assert.True(Told.Of(text) is "und-Latn" or "no" or "ht" or "fi" or "tr");

    [Theory]
    [InlineData("pls hlp cant lgin 2 my acct keeps sayin eror wen i clik da buton thx")]
    [InlineData("21-526EZ 10-10EZ DD214 NGB22 VA Form Smith Jones Brown Miller Davis Garcia")]
    [InlineData("error sign in page upload claim id.me login.gov ds logon mhv")]
    public void Find_EnglishAsSomePeopleWriteIt_IsNotRuledOut(string text) => Assert.NotEqual("und-Latn", Told.Of(text));

    [Theory]
    [InlineData("Me sale \"Something went wrong. Please try again later\" cuando intento entrar", "es")]
    [InlineData("Ich bekomme die Meldung »Something went wrong, please try again« beim Einloggen", "de")]
    [InlineData("J'ai le message « Something went wrong, please try again » quand je me connecte", "fr")]
    [InlineData("my claim says “No se puede procesar su solicitud” and I am stuck", "en")]
    [InlineData("I ordered 红双喜乒乓球拍 from you and it has not arrived", null)]
    [InlineData("Please call me, I am at the Hotel \"La Casa de los Abuelos y los Nietos", null)]
    public void Find_QuotesOtherLanguage_IsWhatThePersonWrites(string text, string? language) => Assert.Equal(language, Told.Of(text));

    [Fact]
    public void Find_OnlySomeParts_ReadsOnlyThem()
    {
        const string Text = "No puedo entrar a mi cuenta\nOn Monday you wrote: thank you for what you have sent to us";
        var detector = LanguageDetector.OfThread;

        detector.Clear();
        detector.Read(Text, [new TextRange(0, Text.IndexOf('\n'))]);

        Assert.Equal("es", detector.Find());
    }

    [Fact]
    public void Find_Warm_AllocatesNothing()
    {
        const string Text = "No puedo entrar a mi cuenta desde ayer, \"Something went wrong\" me sale. ¿Me pueden ayudar, por favor?";
        TextRange[] all = [new(0, Text.Length)];
        var detector = LanguageDetector.OfThread;
        Find();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++)
            Find();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Find()
        {
            detector.Clear();
            detector.Read(Text, all);
            detector.Find();
        }
    }

    [Fact]
    public void Find_LongText_ReadsNoMoreThanCounts()
    {
        var words = string.Join(
            ' ',
            Enumerable.Range(0, 50_000).Select(number => $"wort{(char)('a' + (number % 26))}{(char)('a' + (number / 26 % 26))}")
        );

        Assert.Equal("und-Latn", Told.Of(words + new string('"', 20_000) + new string('.', 20_000)));
    }
}
