using Snapshooter.Xunit;

namespace AutoResolve.Tests.Rules.Reading;

public sealed class MessagesTests
{
    private static readonly string[] Conditions =
    [
        "{}",
        "[]",
        "[ { \"anyOf\": [\"a\"] } ]",
        "\"signed out\"",
        "null",
        "7",
        "{ \"anyof\": [\"a\"] }",
        "{ \"foo\": 1 }",
        "{ \"anyOf\": \"a\" }",
        "{ \"anyOf\": [] }",
        "{ \"anyOf\": [\"\", 2, null, [\"a\"]] }",
        "{ \"anyOf\": { \"a\": 1 } }",
        "{ \"anyOf\": [\"a\"], \"allOf\": [\"b\"] }",
        "{ \"anyOf\": [\"a\"], \"all\": [ { \"anyOf\": [\"b\"] } ] }",
        "{ \"anyOf\": [\"a\"], \"within\": 3 }",
        "{ \"anyOf\": [\"a\"], \"equals\": \"b\" }",
        "{ \"all\": [ { \"use\": \"a\" } ], \"in\": \"title\" }",
        "{ \"anyOf\": [\"a\"], \"in\": \"titel\" }",
        "{ \"near\": [\"a\", \"b\"] }",
        "{ \"near\": [\"a\"], \"within\": 3 }",
        "{ \"near\": [\"a\", \"b\"], \"within\": 0.5 }",
        "{ \"near\": [\"a\", \"b\"], \"within\": \"3\" }",
        "{ \"within\": 3 }",
        "{ \"in\": \"title\" }",
        "{ \"equals\": \"a\" }",
        "{ \"all\": { \"anyOf\": [\"a\"] } }",
        "{ \"none\": [ \"a\" ] }",
        "{ \"use\": [\"a\"] }",
        "{ \"field\": \"f\" }",
        "{ \"field\": \"f\", \"equal\": \"a\" }",
        "{ \"field\": \"f\", \"equals\": 2 }",
        "{ \"field\": \"f\", \"equals\": [true] }",
        "{ \"field\": \"f\", \"in\": \"a\" }",
        "{ \"field\": \"f\", \"within\": 2, \"exists\": true }",
        "{ \"field\": \"f\", \"exists\": \"true\" }",
        "{ \"field\": \"f\", \"atLeast\": \"1\" }",
        "{ \"field\": \"f\", \"before\": \"2026-02-30\" }",
        "{ \"field\": \"f\", \"fact\": \"g\", \"exists\": true }",
        "{ \"fact\": \"g\" }",
        "{ \"expression\": \" \" }",
    ];

    private static readonly string[] Thens =
    [
        "{}",
        "\"answer\"",
        "{ \"outcome\": \"anwser\" }",
        "{ \"outcome\": \"answer\" }",
        "{ \"outcome\": \"fix\" }",
        "{ \"outcome\": \"ask\" }",
        "{ \"outcome\": \"answer\", \"answer\": \"Sign in.\" }",
        "{ \"outcome\": \"answer\", \"answer\": {} }",
        "{ \"outcome\": \"answer\", \"answer\": { \"en_US\": \"a\" } }",
        "{ \"outcome\": \"answer\", \"answer\": [\"a\"] }",
        "{ \"outcome\": \"answer\", \"steps\": { \"id\": \"a\" } }",
        "{ \"outcome\": \"answer\", \"steps\": [ { \"ID\": \"a\" } ] }",
        "{ \"outcome\": \"route\", \"tier\": 4 }",
        "{ \"outcome\": \"route\", \"whenAllTried\": { \"outcome\": \"answer\" } }",
        "{ \"outcome\": \"fix\", \"actions\": [ { \"with\": [] } ] }",
        "{ \"outcome\": \"route\", \"tags\": \"a\", \"note\": null, \"team\": \"\" }",
        "{ \"outcome\": \"ignore\", \"ask\": [\"a\"] }",
        "{ \"outcome\": \"route\", \"ask\": \"a\" }",
        "{ \"outcome\": \"route\", \"ask\": [2, {}, { \"question\": \"a\", \"bloking\": true }, [\"a\"]] }",
    ];

    private static readonly string[] Rules =
    [
        " \"version\": 0,",
        " \"also\": \"yes\",",
        " \"also\": true,",
        " \"scope\": { \"chanel\": [\"phone\"], \"locale\": [\"english\"] },",
        " \"cause\": { \"kind\": \"bug\" },",
        " \"reviewed\": \"01.11.2026\", \"until\": 2027,",
        " \"rollout\": { \"by\": \"user\" },",
        " \"rollout\": 25,",
        " \"supersedes\": \"a\",",
        " \"tests\": [ { \"text\": \"a\" }, { \"match\": \"yes\" }, { \"match\": true, \"outcome\": \"answer\" }, "
            + "{ \"match\": true, \"fields\": { \"a\": 1 } } ],",
        " \"condition\": {},",
        " \"anyOf\": [\"a\"],",
        " \"answer\": {},",
        " \"zzz\": 1,",
    ];

    private static readonly string[] Sets =
    [
        "[]",
        "\"a\"",
        "{}",
        "{ \"set\": \"My Set\", \"title\": 1, \"owner\": \"\", \"rules\": {} }",
        "{ \"set\": \"s\", \"title\": \"S\", \"owner\": \"o\" }",
        "{ \"set\": \"s\", \"title\": \"S\", \"owner\": \"o\", \"rules\": [ \"a\", {} ] }",
        "{ \"set\": \"s\", \"title\": \"S\", \"owner\": \"o\", \"shared\": true, \"lists\": { \"Kicked out\": "
            + "[\"a\"], \"b\": \"c\" }, \"questions\": { \"q\": { \"say\": \"a?\" } }, \"facts\": [\"a\"] }",
        "{ \"set\": \"s\", \"title\": \"S\", \"owner\": \"o\", \"shared\": true, \"questions\": { \"q\": { "
            + "\"say\": { \"en\": \"a?\" }, \"choices\": [\"a\", { \"value\": \"b\" }], \"label\": \"a\" } } }",
    ];

    [Fact]
    public void Read_BrokenConditions_HelpsTheAuthor() => Match(Conditions, when => RuleFiles.Rule(when), "when");

    [Fact]
    public void Read_BrokenThens_HelpsTheAuthor() => Match(Thens, then => RuleFiles.Rule(then: then), "then");

    [Fact]
    public void Read_BrokenRules_HelpsTheAuthor() => Match(Rules, more => RuleFiles.Rule(more: more), "rule");

    [Fact]
    public void Read_BrokenSets_HelpsTheAuthor() => Match(Sets, set => set, "set");

    private static void Match(string[] parts, Func<string, string> file, string name) =>
        Snapshot.Match(string.Join("\n\n", parts.Select(part => $"{part}\n{RuleFiles.Problems(file(part))}")), $"Messages.{name}");
}
