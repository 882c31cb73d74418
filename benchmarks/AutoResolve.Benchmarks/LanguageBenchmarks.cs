using AutoResolve.Languages;
using AutoResolve.Words;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>Telling the language of a text of 170 characters.</summary>
public class LanguageBenchmarks
{
    private const int Length = 170;

    private const string English =
        "I have not been able to sign in to my account since yesterday, I get an error when I try, and the code that I get on my "
        + "phone does not work; could you please help me with it soon, thank you very much";
    private const string Spanish =
        "No puedo entrar a mi cuenta desde ayer, me sale un error cuando lo intento y el código que me llega al teléfono no "
        + "funciona. ¿Me pueden ayudar con esto pronto, por favor? Muchas gracias a todos";
    private const string Russian =
        "Я не могу войти в свой аккаунт со вчерашнего дня, появляется ошибка, и код, который приходит на телефон, не работает. "
        + "Помогите мне, пожалуйста, как можно скорее, большое спасибо";

    private readonly LanguageDetector _detector = LanguageDetector.OfThread;
    private readonly TextRange[] _all = [new(0, Length)];
    private string _text = "";

    [Params("en", "es", "ru")]
    public string Language { get; set; } = "";

    [GlobalSetup]
    public void SetUp()
    {
        _text = (
            Language switch
            {
                "en" => English,
                "es" => Spanish,
                _ => Russian,
            }
        )[..Length];
        if (Find() != Language)
            throw new InvalidOperationException("It does not tell the language.");
    }

    [Benchmark]
    public string? Find()
    {
        _detector.Clear();
        _detector.Read(_text, _all);
        return _detector.Find();
    }
}
